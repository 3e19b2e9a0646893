namespace PostLint.Assets;

/// <summary>Something that a file shows or holds.</summary>
/// <param name="What">What it is, in words that a sentence goes on with: <c>its pixels</c>, <c>its frame 3</c>.</param>
/// <param name="Value">What tells it from another: a value, or a hash of its bytes.</param>
internal sealed record KeptPart(string What, string Value);

/// <summary>
/// A format that lists all that a file shows and holds beside its metadata, in order: two files with equal lists look the same in every
/// program.
/// </summary>
internal interface IInventory
{
    /// <summary>Lists it.</summary>
    /// <param name="content">The file, seekable, at its beginning.</param>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    /// <exception cref="EndOfStreamException">The file is cut.</exception>
    IEnumerable<KeptPart> Inventory(Stream content);
}
