namespace PostLint.Assets.Pdf;

/// <summary>
/// What one document may cost: in a file whose references are honest every byte is read about twice, and a hostile one can have each of its
/// objects run to the end of the file.
/// </summary>
/// <param name="length">The length of the file, in bytes.</param>
internal sealed class PdfBudget(long length)
{
    private const int TimesRead = 8;
    private const long MaxUnpacked = 256 << 20;

    private long _left = (length * TimesRead) + (1 << 20);
    private long _unpacked;

    /// <summary>Whether the document was not read to its end.</summary>
    public bool IsSpent => _left < 0 || _unpacked > MaxUnpacked;

    /// <summary>How many bytes were read so far, each as often as it was.</summary>
    public long Spent { get; private set; }

    /// <summary>Refuses further reading once the document has cost what it may.</summary>
    /// <exception cref="InvalidDataException">It has.</exception>
    public void Check()
    {
        if (IsSpent)
            throw new InvalidDataException("reading it takes longer than its size warrants; the rest was left out");
    }

    /// <summary>Counts bytes that were read.</summary>
    public void Spend(long bytes)
    {
        _left -= bytes;
        Spent += bytes;
    }

    /// <summary>Counts bytes that a stream unpacked to.</summary>
    /// <param name="bytes">How many.</param>
    /// <param name="isReadLater">Whether there is something to be read in turn.</param>
    public void Unpacked(long bytes, bool isReadLater = true)
    {
        _unpacked += bytes;
        if (isReadLater)
            _left += bytes * TimesRead;
    }
}
