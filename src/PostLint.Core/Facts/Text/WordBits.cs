namespace PostLint.Facts;

/// <summary>
/// A set of words, one of 256 bits for each by its number: where a word's bit is missing it is none of them; where it is there, it may be.
/// With 64 bits half of all phrases would be tried in vain, for eight words that follow set eight of them.
/// </summary>
internal readonly record struct WordBits(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>The set of all words.</summary>
    public static WordBits All { get; } = new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    /// <summary>The set with one more word.</summary>
    public WordBits With(ushort word)
    {
        ulong bit = 1UL << (word & 63);
        return (word >> 6 & 3) switch
        {
            0 => this with { A = A | bit },
            1 => this with { B = B | bit },
            2 => this with { C = C | bit },
            _ => this with { D = D | bit },
        };
    }

    /// <summary>Whether the sets may have a word in common.</summary>
    public bool MayMeet(in WordBits other) => ((A & other.A) | (B & other.B) | (C & other.C) | (D & other.D)) != 0;

    /// <summary>The set of some words.</summary>
    public static WordBits Of(ReadOnlySpan<ushort> words)
    {
        WordBits bits = default;
        foreach (ushort word in words)
            bits = bits.With(word);
        return bits;
    }
}
