using System.Globalization;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Syntax;

namespace PostLint.Fit.Statements;

/// <summary>A sentence as the product splits it.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Unit">Its unit of text.</param>
/// <param name="Index">Its index within the document.</param>
/// <param name="References">Its links and citations.</param>
internal sealed record Sentence(Document Document, TextUnit Unit, int Index, Reference[] References)
{
    /// <summary>Its words.</summary>
    public ReadOnlySpan<Word> Words => Document.Sentence(Index);

    /// <summary>1-based line of its beginning.</summary>
    public int Line => Document.Source.LineOf(Words[0].Start);

    /// <summary>1-based line of its end.</summary>
    public int EndLine => Document.Source.LineOf(Words[^1].Start);
}

/// <summary>Keeps the sentences that the product would weigh. Runs behind all other extractors.</summary>
internal sealed class SentenceTap : IExtractor
{
    /// <summary>The sentences so far.</summary>
    public List<Sentence> Sentences { get; } = [];

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        List<Reference> references = StatementExtractor.ReferencesOf(document, facts);
        foreach (TextUnit unit in document.Units.Where(unit => StatementExtractor.IsRead(unit.Block.Context)))
        {
            for (int sentence = unit.FirstSentence; sentence < unit.EndSentence; sentence++)
            {
                if (document.Sentence(sentence).Length > 1)
                    Sentences.Add(
                        new(document, unit, sentence, StatementExtractor.ReferencesIn(document, unit, sentence, references).ToArray())
                    );
            }
        }
    }

    /// <summary>The lower-case letters of a word.</summary>
    public static string LettersOf(Document document, Word word) =>
        document.TextOf(word).ToString().Replace('’', '\'').ToLower(CultureInfo.InvariantCulture);
}
