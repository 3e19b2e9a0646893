using PostLint.Findings;
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

/// <summary>Finds the phrases of a book, in every channel, and the names beside them.</summary>
/// <param name="book">The lists.</param>
public sealed class PhraseExtractor(PhraseBook book) : IExtractor
{
    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        var found = new List<(PhrasePattern Pattern, int First, int End)>();
        foreach (TextUnit unit in document.Units)
        {
            for (int sentence = unit.FirstSentence; sentence < unit.EndSentence; sentence++)
            {
                ReadOnlySpan<Word> words = document.Sentence(sentence);
                book.Find(words, found);
                foreach ((PhrasePattern pattern, int first, int end) in found) facts.Add(Fact(document, unit, words, pattern, first, end));
                if (found.Count > 0) Names.Find(document, unit, words, facts);
                found.Clear();
            }
        }
    }

    private static Phrase Fact(Document document, TextUnit unit, ReadOnlySpan<Word> words, PhrasePattern pattern, int first, int end)
    {
        var span = TextSpan.Between(words[first].Start, words[end - 1].End);
        string text = string.Join(' ', document.Tree.Plain.Substring(span.Start, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new(pattern.Kind, text, IsLiteral(words[first..end]), IsQuoted(document, unit, span), first <= 2, document.PlaceOf(span, unit.Block.Channel));
    }

    private static bool IsLiteral(ReadOnlySpan<Word> words)
    {
        foreach (Word word in words)
        {
            if (word.Id == Lexicon.Unknown) return false;
        }
        return true;
    }

    /// <summary>Between quotation marks of the unit, or in a block quote.</summary>
    private static bool IsQuoted(Document document, TextUnit unit, TextSpan phrase)
    {
        int before = 0, after = 0;
        foreach (Word word in document.WordsOf(unit))
        {
            if (word.Id != '"') continue;
            if (word.Start < phrase.Start) before++;
            if (word.Start >= phrase.End) after++;
        }
        return (before % 2 == 1 && after > 0) || document.NodesAt(phrase.Start).Any(node => node.Kind is NodeKind.Quote);
    }
}
