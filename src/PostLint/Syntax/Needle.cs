using System.Buffers;

namespace PostLint.Syntax;

/// <summary>A word to look for in whole texts without regard to case. Where no culture's data is loaded, <see cref="string.IndexOf(string, StringComparison)"/> tries every character; this looks at many at once.</summary>
/// <param name="word">The word, in ASCII.</param>
internal sealed class Needle(string word)
{
    private readonly SearchValues<string> _word = SearchValues.Create([word], StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the word stands next, from an offset on; -1 where it does not.</summary>
    public int In(string text, int from)
    {
        int found = from > text.Length ? -1 : text.AsSpan(from).IndexOfAny(_word);
        return found < 0 ? -1 : from + found;
    }
}
