using System.Text.RegularExpressions;

namespace PostLint.Packs;

/// <summary>
/// A regular expression for names, values and headings. Like every pattern of a pack it is bounded in time: what takes longer counts as no
/// match.
/// </summary>
internal sealed class ShortRegex
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMilliseconds(250);
    private readonly Regex _regex;

    /// <exception cref="ArgumentException">It is no regular expression; the message says where.</exception>
    public ShortRegex(string pattern) => _regex = new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, s_timeout);

    /// <summary>Whether it matched any text so far.</summary>
    public bool HasMatched { get; private set; }

    /// <summary>Whether it matches somewhere in a text.</summary>
    public bool IsMatch(string text)
    {
        try
        {
            bool isMatch = _regex.IsMatch(text);
            HasMatched |= isMatch;
            return isMatch;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>The regular expression as the pack writes it.</summary>
    public override string ToString() => _regex.ToString();
}
