namespace PostLint.Facts;

/// <summary>
/// What two facts must share to be joined by hash: a text, a number or both. <see cref="None"/> joins with nothing, not even itself.
/// </summary>
public readonly record struct Key
{
    private readonly string? _text;
    private readonly int _textHash; // kept, since the keys of neighbouring lines share their text
    private readonly long _number;

    private Key(string? text, long number, int textHash) => (_text, _number, _textHash, IsSome) = (text, number, textHash, true);

    /// <summary>No key.</summary>
    public static Key None => default;

    /// <summary>Whether this is a key at all.</summary>
    public bool IsSome { get; }

    /// <summary>A key of text, compared ordinally; null is no key.</summary>
    public static implicit operator Key(string? text) => (text, 0);

    /// <summary>A key of text, compared ordinally.</summary>
    public static implicit operator Key(Sensitive text) => text.Text;

    /// <summary>A key of text, compared ordinally.</summary>
    public static implicit operator Key(Neutral text) => text.Text;

    /// <summary>A key of an account; no key where there is none.</summary>
    public static implicit operator Key(AccountKey account) => account.IsSome ? account.Text : None;

    /// <summary>A key of text, compared ordinally.</summary>
    public static implicit operator Key(Quoted text) => text.Text;

    /// <summary>A key of a number.</summary>
    public static implicit operator Key(long number) => new(null, number, 0);

    /// <summary>A key of both; no key where the text is null.</summary>
    public static implicit operator Key((string? Text, int Number) both) =>
        both.Text is null ? None : new(both.Text, both.Number, both.Text.GetHashCode(StringComparison.Ordinal));

    /// <summary>Seeded for each process: the values are a stranger's.</summary>
    public override int GetHashCode() => HashCode.Combine(_textHash, _number);

    internal Key Shift(int by) => new(_text, _number + by, _textHash);
}
