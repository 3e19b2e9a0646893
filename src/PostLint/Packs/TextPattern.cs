using System.Text;
using System.Text.RegularExpressions;
using PostLint.Findings;

namespace PostLint.Packs;

/// <summary>What a rule of a pack looks for in the text. Two of them are the same only if they are one object.</summary>
internal sealed class TextPattern
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMilliseconds(250);

    /// <summary>Makes a pattern of a regular expression.</summary>
    /// <param name="rule">The rule that it belongs to.</param>
    /// <param name="regex">The regular expression.</param>
    /// <param name="except">Regular expressions; a match that one of theirs overlaps does not count.</param>
    /// <param name="isCased">Whether capitals and small letters differ.</param>
    /// <param name="scope">Where it is looked for.</param>
    /// <exception cref="ArgumentException">One of them is no regular expression; the message says where.</exception>
    public TextPattern(string rule, string regex, IReadOnlyList<string> except, bool isCased, PatternScope scope)
    {
        RegexOptions options =
            RegexOptions.CultureInvariant | RegexOptions.Multiline | (isCased ? RegexOptions.None : RegexOptions.IgnoreCase);
        (Rule, Regex, Scope) = (rule, new(regex, options, s_timeout), scope);
        Except = [.. except.Select(one => new Regex(one, options, s_timeout))];
        Literals = RequiredLiterals.Of(regex);
        GroupNames = [.. Regex.GetGroupNames().Where(name => name is not "0")];
    }

    /// <summary>The rule that it belongs to.</summary>
    public string Rule { get; }

    /// <summary>The regular expression.</summary>
    public Regex Regex { get; }

    /// <summary>A match that one of these overlaps does not count.</summary>
    public IReadOnlyList<Regex> Except { get; }

    /// <summary>Where it is looked for.</summary>
    public PatternScope Scope { get; }

    /// <summary>Names and numbers of what it captures.</summary>
    public IReadOnlyList<string> GroupNames { get; }

    /// <summary>What replaces a match, with what it captured by <c>$1</c> or <c>${name}</c>; null for nothing.</summary>
    public string? Replacement { get; set; }

    /// <summary>
    /// Texts of which every match holds at least one, whatever their case; empty where none is known, so that every text has to be
    /// searched.
    /// </summary>
    public IReadOnlyList<string> Literals { get; }

    /// <summary>A regular expression for any of some phrases: whole words, any blanks between them.</summary>
    public static string OfWords(IEnumerable<string> phrases)
    {
        var regex = new StringBuilder();
        foreach (string phrase in phrases)
        {
            string[] words = phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            string text = string.Join(@"\s+", words.Select(Regex.Escape));
            regex
                .Append(regex.Length == 0 ? "" : "|")
                .Append(char.IsLetterOrDigit(words[0][0]) ? @"\b" : "")
                .Append(text)
                .Append(char.IsLetterOrDigit(words[^1][^1]) ? @"\b" : "");
        }
        return regex.ToString();
    }
}

/// <summary>A match of a pattern that a pack's rule looks for.</summary>
/// <param name="Text">As written, blanks folded.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record PatternMatch(Sensitive Text, Place Place) : Facts.Fact(Place)
{
    internal TextPattern? Pattern { get; init; }

    /// <summary>Just as written.</summary>
    internal string Written { get; init; } = "";

    /// <summary>What its fix writes instead; null for nothing.</summary>
    internal string? Replacement { get; init; }

    /// <summary>What it captured, by name or number.</summary>
    internal IReadOnlyDictionary<string, string> Groups { get; init; } = s_none;

    private static readonly Dictionary<string, string> s_none = [];

    /// <summary>Id of the rule that looks for it.</summary>
    public string Rule => Pattern?.Rule ?? "";
}
