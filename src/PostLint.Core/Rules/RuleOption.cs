using System.Globalization;
using System.Numerics;
using PostLint.Facts;

namespace PostLint.Rules;

/// <summary>Something of a rule that a profile or configuration may set: part of the rule's card, from which readers, schemas, guides and
/// <c>explain</c> know it.</summary>
/// <param name="Name">Its key, in kebab case.</param>
/// <param name="Summary">What it is, and where the default comes from, in one sentence without a full stop.</param>
public abstract record RuleOption(string Name, string Summary)
{
    /// <summary>What it is counted in, such as <c>words</c>; empty for nothing.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Its type as JSON schemas call it.</summary>
    public abstract string JsonType { get; }

    /// <summary>The value where nobody sets one, as it is written.</summary>
    public abstract string DefaultText { get; }

    /// <summary>The least that it may be, as it is written; null for no bound.</summary>
    public abstract string? LeastText { get; }

    /// <summary>The most that it may be, as it is written; null for no bound.</summary>
    public abstract string? MostText { get; }

    /// <summary>What it may be, such as <c>a whole number from 1 to 100, in percent</c>.</summary>
    public string Allowed
    {
        get
        {
            string range = (LeastText, MostText) switch
            {
                ({ } least, { } most) => $" from {least} to {most}",
                ({ } least, null) => $" from {least} on",
                (null, { } most) => $" up to {most}",
                _ => "",
            };
            return $"a {(JsonType is "integer" ? "whole number" : "number")}{range}{(Unit.Length == 0 ? "" : $", in {Unit}")}";
        }
    }

    /// <summary>The value where nobody sets one.</summary>
    /// <param name="rule">Id of the rule.</param>
    public abstract OptionValue DefaultOf(string rule);

    /// <summary>Reads a value; null for what is none, or out of range.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="text">As written.</param>
    public abstract OptionValue? Read(string rule, string text);
}

/// <summary>An option that is a number.</summary>
/// <typeparam name="T">Which kind of number; <see cref="int"/> for whole ones.</typeparam>
/// <param name="Name">Its key, in kebab case.</param>
/// <param name="Default">Its value where nobody sets one; within the range.</param>
/// <param name="Summary">What it is, and where the default comes from, in one sentence without a full stop.</param>
/// <param name="Min">The least that it may be; null for no bound.</param>
/// <param name="Max">The most that it may be; null for no bound.</param>
public sealed record RuleOption<T>(string Name, T Default, string Summary, T? Min = null, T? Max = null) : RuleOption(Name, Summary)
    where T : struct, INumber<T>
{
    /// <summary>Whether it has to be whole; so it is for whole kinds of number.</summary>
    public bool IsWhole { get; init; } = typeof(T) == typeof(int);

    /// <inheritdoc/>
    public override string JsonType => IsWhole ? "integer" : "number";

    /// <inheritdoc/>
    public override string DefaultText => Text(Default);

    /// <inheritdoc/>
    public override string? LeastText => Min is { } least ? Text(least) : null;

    /// <inheritdoc/>
    public override string? MostText => Max is { } most ? Text(most) : null;

    /// <inheritdoc/>
    public override OptionValue DefaultOf(string rule) => new OptionValue<T>(rule, Name, Default);

    /// <inheritdoc/>
    public override OptionValue? Read(string rule, string text)
    {
        NumberStyles style = IsWhole ? NumberStyles.AllowLeadingSign : NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!T.TryParse(text, style, CultureInfo.InvariantCulture, out T value) || !T.IsFinite(value))
            return null;
        return value < Min || value > Max ? null : new OptionValue<T>(rule, Name, value);
    }

    internal static string Text(T value) => value.ToString(null, CultureInfo.InvariantCulture);
}

/// <summary>The value of a rule's option in this run, for the rule's pattern to meet: what the configuration or profile sets, or the
/// card's default.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Name">Name of the option.</param>
public abstract record OptionValue(string Rule, string Name) : Fact(new Place(""))
{
    /// <summary>The value as it is written.</summary>
    public abstract string Text { get; }
}

/// <summary>The value of an option that is a number.</summary>
/// <typeparam name="T">The option's.</typeparam>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Name">Name of the option.</param>
/// <param name="Value">The number, within the option's range.</param>
public sealed record OptionValue<T>(string Rule, string Name, T Value) : OptionValue(Rule, Name)
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public override string Text => RuleOption<T>.Text(Value);

    /// <summary>Whether this is the value of a rule's option.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="option">The option, as the rule's card has it.</param>
    public bool Is(string rule, RuleOption<T> option) => Rule == rule && Name == option.Name;
}
