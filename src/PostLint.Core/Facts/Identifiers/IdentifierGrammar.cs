using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>The grammar of one kind of identifier, with the words that it is found by and samples of what it reads.</summary>
internal abstract class IdentifierGrammar
{
    /// <summary>Milliseconds that a pattern may take; all are linear, and this guards against what nobody thought of.</summary>
    protected const int Timeout = 1_000;

    /// <summary>What kind of text it is.</summary>
    public abstract IdentifierKind Kind { get; }

    /// <summary>
    /// What it is found by, and how many UTF-16 units behind its beginning that stands: words that are rare in ordinary text. Empty where
    /// the extractor knows better.
    /// </summary>
    public virtual IReadOnlyList<(string Word, int Offset)> Triggers => [];

    /// <summary>The grammar, which is tried at its beginning and nowhere else; the group <c>value</c> is what identifies.</summary>
    public abstract Regex Pattern { get; }

    /// <summary>Texts, each with the value that is found there, or null where it only looks like it.</summary>
    public abstract IReadOnlyList<(string Text, string? Value)> Samples { get; }

    /// <summary>Whether a match is what it looks like.</summary>
    /// <param name="value">What identifies.</param>
    /// <param name="document">The document.</param>
    /// <param name="at">Where the match begins.</param>
    public virtual bool IsSound(string value, Document document, int at) => true;
}
