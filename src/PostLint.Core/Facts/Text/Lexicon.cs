using System.Collections.Frozen;

namespace PostLint.Facts;

/// <summary>The words that phrases are made of, numbered; compared without case. Built once, then only read.</summary>
public sealed class Lexicon
{
    /// <summary>The number of words that no phrase knows.</summary>
    public const ushort Unknown = 0;

    private const ushort FirstWord = 256; // below it: the characters of punctuation marks

    // Abbreviations whose full stop ends no sentence, as English scholarly prose has them.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_abbreviations = new HashSet<string>(
        [
            "e.g",
            "i.e",
            "al",
            "cf",
            "vs",
            "dr",
            "prof",
            "mr",
            "mrs",
            "ms",
            "fig",
            "figs",
            "eq",
            "eqs",
            "sec",
            "ref",
            "refs",
            "approx",
            "resp",
            "no",
            "nos",
            "st",
            "jr",
            "sr",
            "inc",
            "ltd",
            "dept",
            "univ",
            "ph.d",
            "etc",
        ],
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    private char[] _letters = []; // of all words, one after the other
    private int[] _ends = []; // where each word ends there
    private uint[] _hashes = [];
    private ushort[] _slots = new ushort[16]; // ids by hash, linear probing; at most half full
    private int _count;

    /// <summary>Knows no word.</summary>
    public Lexicon() { }

    /// <summary>Knows the words of a lexicon that was written.</summary>
    internal Lexicon(TableReader tables)
    {
        _letters = tables.Numbers<char>();
        _ends = tables.Numbers<int>();
        _hashes = tables.Numbers<uint>();
        _slots = tables.Numbers<ushort>();
        _count = _ends.Length;
    }

    /// <summary>Writes all words.</summary>
    internal void Write(TableWriter tables)
    {
        tables.Numbers<char>(_letters.AsSpan(0, _count == 0 ? 0 : _ends[_count - 1]));
        tables.Numbers<int>(_ends.AsSpan(0, _count));
        tables.Numbers<uint>(_hashes.AsSpan(0, _count));
        tables.Numbers<ushort>(_slots);
    }

    /// <summary>The number of a word, or <see cref="Unknown"/>. A curly apostrophe counts as a straight one.</summary>
    public ushort IdOf(ReadOnlySpan<char> word)
    {
        if (word.Length > 24)
            return Unknown;
        uint hash = HashOf(word, out bool isAscii);
        ushort id = _slots[SlotOf(word, hash)];
        int apostrophe = isAscii || id != Unknown ? -1 : word.IndexOf('’');
        if (apostrophe < 0)
            return id;
        Span<char> straight = stackalloc char[24];
        word.CopyTo(straight);
        straight[apostrophe] = '\'';
        return _slots[SlotOf(straight[..word.Length], HashOf(straight[..word.Length], out _))];
    }

    /// <summary>The word of a number that <see cref="Add"/> gave, or the mark that it stands for.</summary>
    internal string TextOf(ushort id) => id < FirstWord ? ((char)id).ToString() : LettersOf(id - FirstWord).ToString();

    private ReadOnlySpan<char> LettersOf(int index)
    {
        int start = index == 0 ? 0 : _ends[index - 1];
        return _letters.AsSpan(start, _ends[index] - start);
    }

    /// <summary>Gives a word a number.</summary>
    internal ushort Add(ReadOnlySpan<char> word)
    {
        if (word.Length == 1 && !char.IsLetterOrDigit(word[0]))
            return MarkId(word[0]);
        uint hash = HashOf(word, out _);
        int slot = SlotOf(word, hash);
        if (_slots[slot] != Unknown)
            return _slots[slot];
        int start = _count == 0 ? 0 : _ends[_count - 1];
        Room(ref _letters, start + word.Length);
        Room(ref _ends, _count + 1);
        Room(ref _hashes, _count + 1);
        word.CopyTo(_letters.AsSpan(start));
        (_ends[_count], _hashes[_count]) = (start + word.Length, hash);
        ushort id = _slots[slot] = checked((ushort)(FirstWord + _count++));
        if (_count * 2 > _slots.Length)
            Grow();
        return id;
    }

    private static void Room<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            Array.Resize(ref array, Math.Max(length, array.Length * 2));
    }

    /// <summary>Where a word is, or where it would be put.</summary>
    private int SlotOf(ReadOnlySpan<char> word, uint hash)
    {
        int slot = (int)(hash & (uint)(_slots.Length - 1));
        while (
            _slots[slot] is not Unknown and var id
            && (_hashes[id - FirstWord] != hash || !word.Equals(LettersOf(id - FirstWord), StringComparison.OrdinalIgnoreCase))
        )
            slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    /// <summary>FNV-1a over letters without their case.</summary>
    private static uint HashOf(ReadOnlySpan<char> word, out bool isAscii)
    {
        uint hash = 2_166_136_261,
            all = 0;
        foreach (char c in word)
        {
            hash = (hash ^ (c | 0x20u)) * 16_777_619;
            all |= c;
        }
        isAscii = all < 0x80;
        return hash;
    }

    private void Grow()
    {
        _slots = new ushort[_slots.Length * 2];
        for (int i = 0; i < _count; i++)
            _slots[SlotOf(LettersOf(i), _hashes[i])] = (ushort)(FirstWord + i);
    }

    /// <summary>The number of a punctuation mark; curly quotes count as straight ones.</summary>
    internal static ushort MarkId(char mark) =>
        mark is '“' or '”' ? '"'
        : mark < FirstWord ? mark
        : (ushort)0;

    internal static bool IsAbbreviation(ReadOnlySpan<char> word) => s_abbreviations.Contains(word);
}
