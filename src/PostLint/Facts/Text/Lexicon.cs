using System.Collections.Frozen;

namespace PostLint.Facts;

/// <summary>The words that phrases are made of, numbered; compared without case. Built once, then only read.</summary>
public sealed class Lexicon
{
    /// <summary>The number of words that no phrase knows.</summary>
    public const ushort Unknown = 0;

    private const ushort FirstWord = 256;     // below it: the characters of punctuation marks

    // Abbreviations whose full stop ends no sentence, as English scholarly prose has them.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_abbreviations =
        new HashSet<string>(["e.g", "i.e", "al", "cf", "vs", "dr", "prof", "mr", "mrs", "ms", "fig", "figs", "eq", "eqs", "sec", "ref", "refs", "approx", "resp", "no", "nos", "st", "jr", "sr", "inc", "ltd", "dept", "univ", "ph.d", "etc"], StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, ushort> _ids = new(1_500, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>An empty lexicon.</summary>
    public Lexicon() => _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many numbers are given out, marks included.</summary>
    public int Count => FirstWord + _ids.Count;

    /// <summary>The number of a word, or <see cref="Unknown"/>. A curly apostrophe counts as a straight one.</summary>
    public ushort IdOf(ReadOnlySpan<char> word)
    {
        if (word.Length > 24) return Unknown;
        if (_lookup.TryGetValue(word, out ushort id)) return id;
        int apostrophe = word.IndexOf('’');
        if (apostrophe < 0) return Unknown;
        Span<char> straight = stackalloc char[24];
        word.CopyTo(straight);
        straight[apostrophe] = '\'';
        return _lookup.TryGetValue(straight[..word.Length], out id) ? id : Unknown;
    }

    /// <summary>Gives a word a number.</summary>
    internal ushort Add(ReadOnlySpan<char> word)
    {
        if (word.Length == 1 && !char.IsLetterOrDigit(word[0])) return MarkId(word[0]);
        if (!_lookup.TryGetValue(word, out ushort id)) _ids[word.ToString()] = id = checked((ushort)(FirstWord + _ids.Count));
        return id;
    }

    /// <summary>The number of a punctuation mark; curly quotes count as straight ones.</summary>
    internal static ushort MarkId(char mark) => mark is '“' or '”' ? '"' : mark < FirstWord ? mark : (ushort)0;

    internal static bool IsAbbreviation(ReadOnlySpan<char> word) => s_abbreviations.Contains(word);
}
