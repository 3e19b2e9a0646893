using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A phrase of one of the pack's lists.</summary>
/// <param name="Kind">The heading of the list it stands under.</param>
/// <param name="Words">As written.</param>
/// <param name="IsLiteral">Whether it holds words of the lists only, so that quoting it identifies nobody.</param>
/// <param name="IsQuoted">Whether it stands in a block quote or between quotation marks.</param>
/// <param name="IsLeading">Whether the sentence begins with it, articles and an adjective aside.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Phrase(string Kind, Sensitive Words, bool IsLiteral, bool IsQuoted, bool IsLeading, Place Place) : Fact(Place)
{
    /// <summary>The words in quotation marks; all of them may be shown where they are PostLint's own.</summary>
    public Message Quoted => IsLiteral ? Message.Of($"“{new Neutral(Words.Text)}”") : Message.Of($"“{new Wording(Words.Text)}”");
}

/// <summary>Finds the phrases of a book, in every context, and the names beside them.</summary>
/// <param name="book">The lists.</param>
internal sealed class PhraseExtractor(PhraseBook book) : IExtractor
{
    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        var found = new List<(PhrasePattern Pattern, int First, int End)>();
        foreach (TextUnit unit in document.Units)
        {
            List<int>? marks = null;
            for (int sentence = unit.FirstSentence; sentence < unit.EndSentence; sentence++)
            {
                ReadOnlySpan<Word> words = document.Sentence(sentence);
                book.Find(words, found);
                foreach ((PhrasePattern pattern, int first, int end) in found)
                {
                    facts.Add(Fact(document, unit, words, pattern, first, end, marks ??= MarksOf(document, unit)));
                }
                if (found.Count > 0)
                    NameFinder.Find(document, unit, words, facts);
                found.Clear();
            }
        }
    }

    private static Phrase Fact(
        Document document,
        TextUnit unit,
        ReadOnlySpan<Word> words,
        PhrasePattern pattern,
        int first,
        int end,
        List<int> marks
    )
    {
        var span = TextSpan.Between(words[first].Start, words[end - 1].End);
        string text = string.Join(
            ' ',
            document.Tree.Plain.Substring(span.Start, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        Place place = document.PlaceOf(span, unit.Block.Context);
        return new(pattern.Kind, text, IsLiteral(words[first..end]), IsQuoted(document, marks, span), first <= 2, place);
    }

    private static bool IsLiteral(ReadOnlySpan<Word> words)
    {
        foreach (Word word in words)
        {
            if (word.Id == Lexicon.Unknown)
                return false;
        }
        return true;
    }

    /// <summary>Where the quotation marks of a unit stand.</summary>
    private static List<int> MarksOf(Document document, TextUnit unit)
    {
        var marks = new List<int>();
        foreach (Word word in document.WordsOf(unit))
        {
            if (word.Id == '"')
                marks.Add(word.Start);
        }
        return marks;
    }

    /// <summary>Between quotation marks of the unit, or in a block quote.</summary>
    private static bool IsQuoted(Document document, List<int> marks, TextSpan phrase)
    {
        int found = marks.BinarySearch(phrase.Start),
            before = found < 0 ? ~found : found;
        bool isBetween = before % 2 == 1 && marks[^1] >= phrase.End;
        return isBetween || document.NodesAt(phrase.Start).Any(node => node.Kind is NodeKind.Quote);
    }
}
