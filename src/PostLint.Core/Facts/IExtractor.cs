namespace PostLint.Facts;

/// <summary>Finds facts of some kinds in a document. Safe to share between threads; the only place where text is scanned.</summary>
public interface IExtractor
{
    /// <summary>Whether it also reads what a binary file says about itself; others are spared it.</summary>
    bool ReadsMetadata => false;

    /// <summary>Adds what it finds, in the order of the document.</summary>
    void Extract(Document document, ICollection<Fact> facts);
}
