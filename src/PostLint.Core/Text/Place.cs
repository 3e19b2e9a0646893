namespace PostLint.Text;

/// <summary>Where a fact stands: a slice of a file, its context, and the units of text it lies in.</summary>
/// <param name="File">Path as reports print it.</param>
/// <param name="Start">Offset of the first UTF-16 unit.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Line">1-based line; 0 where there is none.</param>
/// <param name="Block">Number of the block within the submission, from 1; 0 where there is none.</param>
/// <param name="Sentence">Number of the sentence within the submission, from 1; 0 where there is none.</param>
/// <param name="Context">Where the words stand.</param>
public readonly record struct Place(
    string File,
    int Start = 0,
    int Length = 0,
    int Line = 0,
    int Block = 0,
    int Sentence = 0,
    TextContext Context = TextContext.Prose
) : IComparable<Place>
{
    /// <summary>The slice.</summary>
    public TextSpan Span => new(Start, Length);

    /// <inheritdoc/>
    public int CompareTo(Place other)
    {
        int order = string.CompareOrdinal(File, other.File);
        if (order == 0)
            order = Start.CompareTo(other.Start);
        return order != 0 ? order : Length.CompareTo(other.Length);
    }

    /// <summary>Stands before.</summary>
    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;

    /// <summary>Stands after.</summary>
    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;

    /// <summary>Does not stand after.</summary>
    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;

    /// <summary>Does not stand before.</summary>
    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;
}
