using PostLint.Rules;

namespace PostLint.Packs;

/// <summary>What a key of a rule may hold.</summary>
public enum PackValue
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A text, or a list of texts.</summary>
    Texts,

    /// <summary>A number, whole or not.</summary>
    Number,

    /// <summary>A regular expression.</summary>
    Regex,

    /// <summary>
    /// What to look for in the text: a regular expression, or a mapping with <c>regex</c>, <c>words</c>, <c>except</c>, <c>case</c> and
    /// <c>in</c>.
    /// </summary>
    Pattern,

    /// <summary>A list of patterns.</summary>
    Patterns,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Globs of files, with the post's name in braces: a text, or a list of texts.</summary>
    Globs,
}

/// <summary>A key that the rules of a kind know; the reader, the schema and the guide are made from it.</summary>
/// <param name="Name">As written in the file.</param>
/// <param name="Value">What it may hold.</param>
/// <param name="Summary">What it is, with its unit, in one sentence without a full stop.</param>
/// <param name="IsRequired">Whether a rule needs it.</param>
/// <param name="Words">The only texts that it may be; empty for any.</param>
public sealed record PackKey(string Name, PackValue Value, string Summary, bool IsRequired = false, IReadOnlyList<string>? Words = null)
{
    /// <summary>The least that a number may be; null for no bound.</summary>
    public double? Min { get; init; }

    /// <summary>The most that a number may be; null for no bound.</summary>
    public double? Max { get; init; }

    /// <summary>Whether a number has to be whole.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether profiles may set a number otherwise.</summary>
    public bool IsOption { get; init; } = true;

    /// <summary>The option that a number is.</summary>
    /// <param name="value">Its value in the pack, which holds where no profile sets another.</param>
    internal RuleOption<double> OptionOf(double value) => new(Name, value, Summary, Min, Max) { IsWhole = IsWhole };
}
