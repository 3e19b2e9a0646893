using System.Runtime.InteropServices;

namespace PostLint.Facts;

/// <summary>
/// Finds phrases. Their lists are read when PostLint is built, see <see cref="PhraseListReader"/>; a book reads the table that is made of
/// them. Safe to share between threads.
/// </summary>
internal sealed class PhraseBook
{
    private readonly PhraseTable _table;
    private readonly string _prefix;
    private readonly PhraseOpenings?[] _openings; // by first word; each is made when a text first has the word, as a text has few of them

    /// <summary>The book of a table.</summary>
    /// <param name="lexicon">The words of its phrases.</param>
    /// <param name="table">The table.</param>
    public PhraseBook(Lexicon lexicon, PhraseTable table)
        : this(lexicon, table, "") { }

    private PhraseBook(Lexicon lexicon, PhraseTable table, string prefix)
    {
        (Lexicon, _table, _prefix) = (lexicon, table, prefix);
        _openings = new PhraseOpenings?[table.WordCount];
    }

    /// <summary>The words of all phrases, and of other books that share them.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>The book of one list.</summary>
    /// <param name="name">Its name, for errors.</param>
    /// <param name="list">Its text.</param>
    /// <exception cref="FormatException">A line cannot be read; the message names list and line.</exception>
    public static PhraseBook Of(string name, string list)
    {
        var lexicon = new Lexicon();
        var reader = new PhraseListReader(lexicon);
        reader.Read(name, list);
        return new(lexicon, PhraseTable.Of(reader.Lines));
    }

    /// <summary>
    /// The book of the phrases of some kinds, for those who look for no others.
    /// </summary>
    /// <param name="prefix">What the kinds begin with; kinds that count only beside others find those only if they begin with it
    /// too.</param>
    public PhraseBook Under(string prefix) => new(Lexicon, _table, prefix);

    /// <summary>The phrases that begin with a word; null where none does.</summary>
    private PhraseOpenings? OpeningsOf(ushort word) =>
        word == Lexicon.Unknown || _table.LinesOf(word).IsEmpty ? null : _openings[word] ??= new(Beginning(word));

    private List<PhrasePattern> Beginning(ushort word)
    {
        var patterns = new List<PhrasePattern>();
        foreach (int index in _table.LinesOf(word))
        {
            PhraseLine line = _table.LineAt(index);
            if (!line.Kind.StartsWith(_prefix, StringComparison.Ordinal))
                continue;
            foreach (PhrasePattern pattern in line.Patterns)
            {
                if (Array.IndexOf(pattern.Elements[0].Words!, word) >= 0)
                    patterns.Add(pattern);
            }
        }
        return patterns;
    }

    /// <summary>Finds all phrases in a sentence, none within another of its kind.</summary>
    /// <param name="words">The words of one sentence.</param>
    /// <param name="found">Gets pattern, index of the first word and index after the last; must be empty.</param>
    internal void Find(ReadOnlySpan<Word> words, List<(PhrasePattern Pattern, int First, int End)> found)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (OpeningsOf(words[i].Id) is not { } openings)
                continue;
            int start = found.Count;
            openings.Match(words, i, found);
            if (found.Count > start)
                Keep(found, start);
        }
        if (found.Exists(phrase => phrase.Pattern.Beside is not null))
            RemoveLonely(found);
    }

    /// <summary>Removes, from the last on, phrases that count only beside others where none of those is left.</summary>
    private static void RemoveLonely(List<(PhrasePattern Pattern, int First, int End)> found)
    {
        var left = found.CountBy(phrase => phrase.Pattern.Kind, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Span<(PhrasePattern Pattern, int First, int End)> all = CollectionsMarshal.AsSpan(found);
        int kept = all.Length;
        for (int i = all.Length - 1; i >= 0; i--)
        {
            PhrasePattern pattern = all[i].Pattern;
            if (pattern.Beside is { } beside && !Array.Exists(beside, kind => left.GetValueOrDefault(kind) > 0))
                left[pattern.Kind]--;
            else
                all[--kept] = all[i];
        }
        found.RemoveRange(0, kept);
    }

    /// <summary>Of phrases of one kind that begin at one word the longest is kept; what lies within another says nothing more.</summary>
    /// <param name="found">All so far.</param>
    /// <param name="start">The index of the first that begins at the last word, in any order and not compared yet.</param>
    private void Keep(List<(PhrasePattern Pattern, int First, int End)> found, int start)
    {
        Span<(PhrasePattern Pattern, int First, int End)> all = CollectionsMarshal.AsSpan(found);
        if (all.Length - start > 1)
            all[start..].Sort(static (a, b) => a.Pattern.Order.CompareTo(b.Pattern.Order));
        int kept = start;
        for (int next = start; next < all.Length; next++)
        {
            if (IsWithin(all[..start], all[next]))
                continue;
            int same = IndexOfKind(all[start..kept], all[next].Pattern.Kind);
            if (same < 0)
                all[kept++] = all[next];
            else if (all[next].End > all[start + same].End)
                all[start + same] = all[next];
        }
        found.RemoveRange(kept, all.Length - kept);
    }

    /// <summary>Whether a phrase lies within one of its kind that begins before; only those near enough are looked at.</summary>
    private bool IsWithin(
        ReadOnlySpan<(PhrasePattern Pattern, int First, int End)> before,
        (PhrasePattern Pattern, int First, int End) phrase
    )
    {
        for (int i = before.Length - 1; i >= 0 && before[i].First + _table.Longest >= phrase.End; i--)
        {
            if (before[i].End >= phrase.End && before[i].Pattern.Kind == phrase.Pattern.Kind)
                return true;
        }
        return false;
    }

    private static int IndexOfKind(ReadOnlySpan<(PhrasePattern Pattern, int First, int End)> phrases, string kind)
    {
        for (int i = 0; i < phrases.Length; i++)
        {
            if (phrases[i].Pattern.Kind == kind)
                return i;
        }
        return -1;
    }
}
