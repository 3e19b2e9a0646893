using System.Buffers;
using System.Text;
using PostLint.Syntax;

namespace PostLint.Facts.Language;

/// <summary>Neighbouring blocks of prose, or sentences of one, in one language other than English.</summary>
/// <param name="Language">What it is believed to be.</param>
/// <param name="Words">How many words there are; in scripts without blanks, half as many as letters.</param>
/// <param name="Place">The first block, front matter and footnotes included; where a block is English but for some sentences,
/// these.</param>
public sealed record Passage(Neutral Language, int Words, Place Place) : Fact(Place);

/// <summary>How much of a post's prose is not English; there is one fact a post that has any such passage.</summary>
/// <param name="Language">The language that most of it is in.</param>
/// <param name="Percent">Share of the words of all prose, 1 to 100.</param>
/// <param name="Words">Words of all prose.</param>
/// <param name="Place">The first passage.</param>
public sealed record ForeignShare(Neutral Language, int Percent, int Words, Place Place) : Fact(Place);

/// <summary>
/// Finds passages that are not English, in captions and alternative texts too. Quotations, code, tables and what a sentence introduces as
/// an example are none.
/// </summary>
/// <param name="detector">Tells languages.</param>
internal sealed class PassageExtractor(LanguageDetector detector) : IExtractor
{
    private const int MaxExample = 60; // words; what is longer is a passage, whatever introduces it
    private const int MinPost = 20; // words; less, without front matter, is a fragment and no post
    private const int FirstWords = 24; // words of a block that are enough where their English is clear
    private const double ClearShare = 0.35; // of words, as most English prose has
    private const int MaxText = 4_000; // UTF-16 units; the beginning of a long block tells its language

    // placeholder text, which is no language
    private static readonly string[] s_latin = ["lorem", "ipsum", "dolor", "amet", "consectetur", "adipiscing"];
    private static readonly HashSet<string> s_apart = new(
        [
            "figure",
            "svg",
            "pre",
            "code",
            "samp",
            "blockquote",
            "q",
            "cite",
            "table",
            "iframe",
            "script",
            "style",
            "d-code",
            "d-appendix",
            "d-citation-list",
            "d-bibliography",
        ],
        StringComparer.Ordinal
    );

    // Attributes whose values are read to people, or shown to them.
    private static readonly HashSet<string> s_read = new(["alt", "title", "caption", "aria-label"], StringComparer.Ordinal);

    private readonly LanguageSwitch _switch = new(detector);

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        var found = new List<Passage>();
        int all = 0,
            last = -2;
        bool inReferences = false;
        for (int i = 0; i < document.Units.Count; i++)
        {
            TextUnit unit = document.Units[i];
            if (unit.Block.Context is TextContext.Heading)
                inReferences = IsReferences(document, unit);
            if (inReferences || !HoldsProse(unit.Block.Context))
                continue;
            ReadOnlySpan<Word> words = document.WordsOf(unit);
            if (IsEnglish(document, words))
            {
                all += words.Length;
                if (
                    _switch.Find(document, unit) is { } turn
                    && !IsApart(document, unit)
                    && !IsPlaceholder(document.Tree.Plain.AsSpan(turn.Span.Start, turn.Span.Length))
                )
                {
                    found.Add(new(new(turn.Guess.Name), turn.Words, document.PlaceOf(turn.Span, unit.Block.Context)));
                }
                continue;
            }
            if (Read(document, unit) is not { } read || IsApart(document, unit))
                continue;
            all += read.Words;
            if (read.Guess is null || IsExample(document, i, read.Words, last == i - 1))
                continue;
            Place place = document.PlaceOf(TextSpan.Between(unit.Block.Segments[0].Start, unit.Block.Segments[^1].End), unit.Block.Context);
            bool continues = found.Count > 0 && last == i - 1 && found[^1].Language.Text == read.Guess.Name;
            if (continues)
                found[^1] = found[^1] with { Words = found[^1].Words + read.Words };
            else
                found.Add(new(new(read.Guess.Name), read.Words, place));
            last = i;
        }
        bool isFragment = all < MinPost && !document.Tree.Root.Children.Any(node => node.Kind is NodeKind.FrontMatter);
        if (found.Count == 0 || isFragment)
            return;
        foreach (Passage passage in found)
            facts.Add(passage);
        IGrouping<string, Passage> most = found
            .GroupBy(passage => passage.Language.Text)
            .MaxBy(group => group.Sum(passage => passage.Words))!;
        int foreign = found.Sum(passage => passage.Words);
        facts.Add(new ForeignShare(new(most.Key), Math.Clamp(foreign * 100 / Math.Max(all, 1), 1, 100), all, most.First().Place));
    }

    private static bool HoldsProse(TextContext context) =>
        context is TextContext.Prose or TextContext.Heading or TextContext.Caption or TextContext.FrontMatter or TextContext.Attribute;

    /// <summary>The first look, at every block: enough English words.</summary>
    private bool IsEnglish(Document document, ReadOnlySpan<Word> words)
    {
        double weight = 0;
        int count = 0;
        foreach (Word word in words)
        {
            if (word.IsMark || word.Is(WordShape.Number))
                continue;
            count++;
            weight += detector.EnglishWeight(document.TextOf(word));
            if (count == FirstWords && weight > ClearShare * count)
                return true;
        }
        return count > 2 && LanguageDetector.IsEnglish(weight, count);
    }

    /// <summary>The second look: the language of a block without what it quotes, and how long it is.</summary>
    private (LanguageGuess? Guess, int Words)? Read(Document document, TextUnit unit)
    {
        var text = new StringBuilder();
        foreach (TextSpan segment in unit.Block.Segments)
        {
            if (text.Length < MaxText)
                text.Append(document.Tree.Plain, segment.Start, Math.Min(segment.Length, MaxText)).Append(' ');
        }
        if (text.Length == 0)
            return null;
        char[] buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            text.CopyTo(0, buffer, text.Length);
            ReadOnlySpan<char> own = Quotations.Blank(buffer.AsSpan(0, text.Length)).Trim();
            if (own.IsEmpty)
                return null;
            int words = Math.Max(Math.Max(document.WordsOf(unit).Length, Ideographs(own) / 2), PairedWords(own));
            LanguageGuess? guess = detector.Detect(own);
            return (guess is not null && IsPlaceholder(own) ? null : guess, words);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static int Ideographs(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char c in text)
        {
            if (c is (>= '\u0E00' and < '\u10A0') or (>= '\u1780' and < '\u1800') or (>= '\u3040' and < '\uD7B0'))
                count++;
        }
        return count;
    }

    /// <summary>Words of scripts beyond the first plane of Unicode, whose letters are pairs.</summary>
    private static int PairedWords(ReadOnlySpan<char> text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i == 0 || char.IsWhiteSpace(text[i - 1])))
                count++;
        }
        return count;
    }

    private static bool IsPlaceholder(ReadOnlySpan<char> text)
    {
        int known = 0;
        foreach (string word in s_latin)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                known++;
        }
        return known >= 2;
    }

    private static bool IsReferences(Document document, TextUnit heading)
    {
        foreach (Word word in document.WordsOf(heading))
        {
            if (document.TextOf(word) is "References" or "REFERENCES" or "Bibliography" or "references" or "bibliography")
                return true;
        }
        return false;
    }

    /// <summary>In a quotation, a figure, a table, code, or a value of the front matter that no reader reads.</summary>
    private static bool IsApart(Document document, TextUnit unit)
    {
        IReadOnlyList<Node> path = document.NodesAt(unit.Block.Segments[0].Start);
        if (unit.Block.Context is TextContext.FrontMatter)
            return !path.Any(node => node.Kind is NodeKind.Property && node.Name is "title" or "description");
        bool isCaption = path.Any(node => node is { Kind: NodeKind.Element, Name: "figcaption" } || IsRead(node));
        foreach (Node node in path)
        {
            bool isElsewhere =
                node.Kind
                    is NodeKind.Quote
                        or NodeKind.Cell
                        or NodeKind.Table
                        or NodeKind.CodeBlock
                        or NodeKind.Code
                        or NodeKind.Math
                        or NodeKind.Raw
                        or NodeKind.Comment
                || (node.Kind is NodeKind.Attribute && !IsRead(node));
            bool isApart =
                node.Kind is NodeKind.Element && node.Name is { } name && s_apart.Contains(name) && !(isCaption && name is "figure");
            if (isElsewhere || isApart)
                return true;
        }
        return IsItalic(document, unit);
    }

    private static bool IsRead(Node node) => node is { Kind: NodeKind.Attribute, Name: { } name } && s_read.Contains(name);

    /// <summary>All of a block in italics is quoted, as epigraphs are.</summary>
    private static bool IsItalic(Document document, TextUnit unit)
    {
        ReadOnlySpan<char> source = document
            .Source.Slice(TextSpan.Between(unit.Block.Segments[0].Start, unit.Block.Segments[^1].End))
            .Trim();
        return source.Length > 2 && source[0] is '*' or '_' && source[1] is not ('*' or '_') && source[^1] == source[0];
    }

    /// <summary>
    /// Something short that the block before or after, or a label, calls an example, a translation or what a model wrote.
    /// </summary>
    private bool IsExample(Document document, int index, int words, bool followsPassage)
    {
        if (words > MaxExample)
            return false;
        ReadOnlySpan<Word> own = document.WordsOf(document.Units[index]);
        for (int i = 1; i < own.Length && i < 4; i++)
        {
            if (own[i].Id == ':' && detector.IsCue(document.TextOf(own[i - 1])))
                return true;
        }
        if (followsPassage || IsShownWithFigure(document.Units[index]))
            return false;
        for (int before = index - 1; before >= 0 && before >= index - 3; before--)
        {
            ReadOnlySpan<Word> above = document.WordsOf(document.Units[before]);
            if (above.IsEmpty || document.Units[before].Block.Context is not (TextContext.Prose or TextContext.Caption))
                continue;
            if (IsEnglish(document, above))
                return above[^1].Id == ':' || HasCue(document, above);
        }
        return index + 1 < document.Units.Count
            && document.WordsOf(document.Units[index + 1]) is { IsEmpty: false } next
            && IsEnglish(document, next)
            && HasCue(document, next[..Math.Min(next.Length, 12)]);
    }

    /// <summary>What stands before a figure says nothing of its caption.</summary>
    private static bool IsShownWithFigure(TextUnit unit) => unit.Block.Context is TextContext.Caption or TextContext.Attribute;

    private bool HasCue(Document document, ReadOnlySpan<Word> words)
    {
        foreach (Word word in words[Math.Max(0, words.Length - 30)..])
        {
            if (!word.IsMark && detector.IsCue(document.TextOf(word)))
                return true;
        }
        return false;
    }
}
