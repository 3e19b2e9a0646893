using System.Runtime.InteropServices;

namespace PostLint.Facts;

/// <summary>
/// The phrases that begin with one word. Common words begin hundreds; nearly all are ruled out by a word that they need and that does not
/// follow, without a look at the phrase itself. Safe to share between threads.
/// </summary>
internal sealed class PhraseOpenings
{
    private const int MaxWindow = 8; // words; a phrase that needs one further on is tried in any case

    private readonly List<PhrasePattern> _nextNeeded = []; // whose second word is needed
    private readonly List<(WordBits Bits, int Within, PhrasePattern Pattern)> _others = [];
    private int _reach; // words, the furthest that one of the others needs
    private PhrasePattern[]?[]? _byNext; // the first list by the last bits of the word that follows; made when first needed

    /// <summary>Takes the phrases, in any order.</summary>
    public PhraseOpenings(IEnumerable<PhrasePattern> patterns)
    {
        foreach (PhrasePattern pattern in patterns)
            Add(pattern);
    }

    private void Add(PhrasePattern pattern)
    {
        if (pattern is { Needed: not null, Within: 1 })
            _nextNeeded.Add(pattern);
        else if (pattern is { Needed: { } needed, Within: <= MaxWindow })
        {
            _others.Add((WordBits.Of(needed.Words), pattern.Within, pattern));
            _reach = Math.Max(_reach, pattern.Within);
        }
        else
            _others.Add((WordBits.All, 0, pattern));
    }

    /// <summary>Appends the phrases that begin at a word, in any order.</summary>
    public void Match(ReadOnlySpan<Word> words, int first, List<(PhrasePattern Pattern, int First, int End)> found)
    {
        if (_nextNeeded.Count > 0 && first + 1 < words.Length)
        {
            foreach (PhrasePattern pattern in Before(words[first + 1].Id & 63))
                Try(pattern, words, first, found);
        }
        if (_others.Count == 0)
            return;
        Span<WordBits> windows = stackalloc WordBits[MaxWindow + 1];
        windows[0] = WordBits.All;
        WordBits window = default;
        for (int i = 1; i <= _reach; i++)
            windows[i] = window = first + i < words.Length ? window.With(words[first + i].Id) : window;
        foreach (ref readonly (WordBits Bits, int Within, PhrasePattern Pattern) other in CollectionsMarshal.AsSpan(_others))
        {
            if (other.Bits.MayMeet(windows[other.Within]))
                Try(other.Pattern, words, first, found);
        }
    }

    private static void Try(
        PhrasePattern pattern,
        ReadOnlySpan<Word> words,
        int first,
        List<(PhrasePattern Pattern, int First, int End)> found
    )
    {
        int end = pattern.Match(words, first);
        if (end > 0)
            found.Add((pattern, first, end));
    }

    private PhrasePattern[] Before(int bit) => (_byNext ??= new PhrasePattern[]?[64])[bit] ??= Needing(bit);

    private PhrasePattern[] Needing(int bit) =>
        [.. _nextNeeded.Where(pattern => Array.Exists(pattern.Needed!.Words!, word => (word & 63) == bit))];
}
