using System.Buffers;
using System.Text;

namespace PostLint.Facts.Language;

/// <summary>Finds where a block of English turns to another language for some sentences.</summary>
/// <param name="detector">Tells languages.</param>
internal sealed class LanguageSwitch(LanguageDetector detector)
{
    private const int MinWords = 12; // of neighbouring sentences; less is a quotation, a name or a title
    private const int MinSentence = 6; // words; less tells nothing
    private const int MaxLabel = 4; // words with their colon
    private const int FirstWords = 12; // words of a sentence that are looked at
    private const double StrangeShare = 0.1; // English sentences of that length have more function words, with few exceptions

    /// <summary>The first run of sentences of a block that are not English; null where there is none.</summary>
    public (LanguageGuess Guess, int Words, TextSpan Span)? Find(Document document, TextUnit unit)
    {
        if (unit.EndSentence - unit.FirstSentence < 2)
            return null;
        int start = -1;
        for (int i = unit.FirstSentence; i <= unit.EndSentence; i++)
        {
            bool isStrange = i < unit.EndSentence && IsStrange(document, document.Sentence(i));
            if (isStrange && start < 0)
                start = i;
            if (isStrange || start < 0)
                continue;
            if (Read(document, start, i) is { } turn && !IsMarked(document, unit, start, turn.Span))
                return turn;
            start = -1;
        }
        return null;
    }

    /// <summary>Whether hardly any word of a sentence is an English function word.</summary>
    private bool IsStrange(Document document, ReadOnlySpan<Word> sentence)
    {
        double weight = 0;
        int count = 0;
        foreach (Word word in sentence)
        {
            if (word.IsMark || word.Is(WordShape.Number))
                continue;
            weight += detector.EnglishWeight(document.TextOf(word));
            if (weight > StrangeShare * FirstWords || ++count == FirstWords)
                break;
        }
        return count >= MinSentence && weight <= StrangeShare * count;
    }

    private (LanguageGuess Guess, int Words, TextSpan Span)? Read(Document document, int first, int end)
    {
        var text = new StringBuilder();
        int words = 0,
            from = document.Sentence(first)[0].Start,
            to = from;
        for (int i = first; i < end; i++)
        {
            foreach (Word word in document.Sentence(i))
            {
                text.Append(document.TextOf(word)).Append(' ');
                if (!word.IsMark)
                    words++;
                to = word.Start + word.Length;
            }
        }
        if (words < MinWords)
            return null;
        char[] buffer = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(0, buffer, text.Length);
        LanguageGuess? guess = detector.Detect(Quotations.Blank(buffer.AsSpan(0, text.Length)).Trim());
        ArrayPool<char>.Shared.Return(buffer);
        return guess is null ? null : (guess, words, TextSpan.Between(from, to));
    }

    /// <summary>In italics or an element of its own, behind a label that says what it is, or introduced by the sentence before.</summary>
    private bool IsMarked(Document document, TextUnit unit, int first, TextSpan span)
    {
        if (span.Start > 0 && document.Source.Text[span.Start - 1] is '*' or '_' or '>')
            return true;
        ReadOnlySpan<Word> own = document.Sentence(first);
        for (int i = 1; i < own.Length && i < MaxLabel; i++)
        {
            if (own[i].Id == ':' && detector.IsCue(document.TextOf(own[i - 1])))
                return true;
        }
        if (first == unit.FirstSentence)
            return false;
        foreach (Word word in document.Sentence(first - 1))
        {
            if (word.Id == ':' || (!word.IsMark && detector.IsCue(document.TextOf(word))))
                return true;
        }
        return false;
    }
}
