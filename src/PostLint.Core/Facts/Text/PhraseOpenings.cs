using System.Runtime.InteropServices;

namespace PostLint.Facts;

/// <summary>
/// The phrases that begin with one word. Common words begin hundreds; nearly all are ruled out by a word that they need and that does not
/// follow,
/// without a look at the phrase itself. Safe to share between threads.
/// </summary>
internal sealed class PhraseOpenings
{
    private const int MaxWindow = 8; // words; a phrase that needs one further on is tried in any case

    private readonly List<PhrasePattern> _nextNeeded = []; // whose second word is needed
    private readonly List<(ulong Bits, int Within, PhrasePattern Pattern)> _others = [];
    private int _reach; // words, the furthest that one of the others needs
    private PhrasePattern[]?[]? _byNext; // the first list by the bit of the word that follows; made when first needed

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
            _others.Add((needed.Bits, pattern.Within, pattern));
            _reach = Math.Max(_reach, pattern.Within);
        }
        else
            _others.Add((ulong.MaxValue, 0, pattern));
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
        Span<ulong> windows = stackalloc ulong[MaxWindow + 1];
        windows[0] = ulong.MaxValue;
        for (int i = 1; i <= _reach; i++)
            windows[i] = (i > 1 ? windows[i - 1] : 0) | (first + i < words.Length ? PhraseElement.BitOf(words[first + i]) : 0);
        foreach ((ulong bits, int within, PhrasePattern pattern) in CollectionsMarshal.AsSpan(_others))
        {
            if ((bits & windows[within]) != 0)
                Try(pattern, words, first, found);
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

    private PhrasePattern[] Needing(int bit) => [.. _nextNeeded.Where(pattern => (pattern.Needed!.Bits >> bit & 1) != 0)];
}
