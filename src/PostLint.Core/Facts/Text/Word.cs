namespace PostLint.Facts;

/// <summary>What a word looks like.</summary>
[Flags]
public enum WordShape
{
    /// <summary>Lower-case letters.</summary>
    None = 0,

    /// <summary>Begins with an upper-case letter.</summary>
    Capital = 1,

    /// <summary>Has no lower-case letter and at least two letters.</summary>
    Upper = 2,

    /// <summary>Begins with a digit.</summary>
    Number = 4,

    /// <summary>A punctuation mark.</summary>
    Mark = 8,

    /// <summary>The first word of a sentence, whose capital says nothing.</summary>
    First = 16,
}

/// <summary>A word or punctuation mark of a unit of text.</summary>
/// <param name="Start">Offset in the file.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Id">Its number in the lexicon; 0 for words that no phrase knows.</param>
/// <param name="Shape">What it looks like.</param>
public readonly record struct Word(int Start, ushort Length, ushort Id, WordShape Shape)
{
    /// <summary>Offset after it.</summary>
    public int End => Start + Length;

    /// <summary>Whether all of a shape's marks apply.</summary>
    public bool Is(WordShape shape) => (Shape & shape) == shape;

    /// <summary>Whether it is a punctuation mark.</summary>
    public bool IsMark => (Shape & WordShape.Mark) != 0;

    /// <summary>Whether it could be a part of a name: begins with a capital and is no number or mark.</summary>
    public bool IsCapital => (Shape & (WordShape.Capital | WordShape.Mark)) == WordShape.Capital;
}
