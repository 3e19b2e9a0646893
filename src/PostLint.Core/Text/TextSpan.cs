namespace PostLint.Text;

/// <summary>A half-open range of a source text.</summary>
/// <param name="Start">Offset of the first UTF-16 unit, from 0.</param>
/// <param name="Length">Length in UTF-16 units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset after the last UTF-16 unit.</summary>
    public int End => Start + Length;

    /// <summary>Whether nothing lies in it.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The range between two offsets.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);

    /// <summary>Whether an offset lies in it.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>Whether all of another range lies in it.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether both share at least one UTF-16 unit.</summary>
    public bool Overlaps(TextSpan other) => other.Start < End && Start < other.End;
}
