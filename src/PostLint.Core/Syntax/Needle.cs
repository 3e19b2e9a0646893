using System.Buffers;

namespace PostLint.Syntax;

/// <summary>
/// A word to look for in whole texts without regard to case. Where no culture's data is loaded,
/// <see cref="string.IndexOf(string, StringComparison)"/> tries every character; this looks at many at once.
/// </summary>
/// <param name="word">The word, in ASCII.</param>
internal sealed class Needle(string word)
{
    /// <summary>The word's letters.</summary>
    public int Length { get; } = word.Length;

    private readonly SearchValues<string> _word = SearchValues.Create([word], StringComparison.OrdinalIgnoreCase);

    /// <summary>One for each of some words, in their order.</summary>
    public static Needle[] Each(params string[] words) => [.. words.Select(each => new Needle(each))];

    /// <summary>Where the word stands next, from an offset on; -1 where it does not.</summary>
    public int In(string text, int from)
    {
        int found = from > text.Length ? -1 : text.AsSpan(from).IndexOfAny(_word);
        return found < 0 ? -1 : from + found;
    }
}
