using System.Text;
using System.Text.RegularExpressions;

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
    /// <param name="contexts">Where it is looked for.</param>
    /// <exception cref="ArgumentException">One of them is no regular expression; the message says where.</exception>
    public TextPattern(string rule, string regex, IReadOnlyList<string> except, bool isCased, IReadOnlySet<TextContext> contexts)
    {
        RegexOptions options =
            RegexOptions.CultureInvariant | RegexOptions.Multiline | (isCased ? RegexOptions.None : RegexOptions.IgnoreCase);
        (Rule, Regex, Contexts) = (rule, new(regex, options, s_timeout), contexts);
        Except = [.. except.Select(one => new Regex(one, options, s_timeout))];
        Literals = RequiredLiterals.Of(regex);
    }

    /// <summary>The rule that it belongs to.</summary>
    public string Rule { get; }

    /// <summary>The regular expression.</summary>
    public Regex Regex { get; }

    /// <summary>A match that one of these overlaps does not count.</summary>
    public IReadOnlyList<Regex> Except { get; }

    /// <summary>Where it is looked for.</summary>
    public IReadOnlySet<TextContext> Contexts { get; }

    /// <summary>Texts of which every match holds at least one, whatever their case; empty where none is known, so that every text has to be searched.</summary>
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
public sealed record PatternMatch(Sensitive Text, Place Place) : Facts.Fact(Place)
{
    internal TextPattern? Pattern { get; init; }

    /// <summary>Id of the rule that looks for it.</summary>
    public string Rule => Pattern?.Rule ?? "";
}
