using System.Runtime.InteropServices;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A unit of text with its words.</summary>
/// <param name="Block">The unit.</param>
/// <param name="Number">Its number within the submission, from 1.</param>
/// <param name="FirstSentence">Index of its first sentence within the document.</param>
/// <param name="EndSentence">Index after its last sentence.</param>
public readonly record struct TextUnit(TextBlock Block, int Number, int FirstSentence, int EndSentence);

/// <summary>A parsed file, split into words and sentences, that knows for every offset where it stands.</summary>
public sealed class Document
{
    private readonly List<Word> _words;
    private readonly int[] _sentences;
    private readonly int _sentenceBase;
    private readonly (int Start, int End, int Unit)[] _segments;

    internal Document(SyntaxTree tree, FileRole role, Lexicon lexicon, int blockBase, int sentenceBase)
    {
        (Tree, Role, _sentenceBase) = (tree, role, sentenceBase);
        var scanner = new WordScanner(lexicon, tree.Blocks.Sum(block => block.Segments.Sum(segment => segment.Length)));
        var units = new TextUnit[tree.Blocks.Count];
        var segments = new List<(int, int, int)>(units.Length);
        for (int i = 0; i < units.Length; i++)
        {
            int first = scanner.Sentences.Count;
            scanner.Scan(tree.Plain, tree.Blocks[i]);
            units[i] = new(tree.Blocks[i], blockBase + i + 1, first, scanner.Sentences.Count);
            foreach (TextSpan segment in tree.Blocks[i].Segments)
                segments.Add((segment.Start, segment.End, i));
        }
        segments.Sort();
        _segments = [.. segments];
        Units = units;
        _words = scanner.Words;
        _sentences = [.. scanner.Sentences, _words.Count];
    }

    /// <summary>The parsed file.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The text of the file.</summary>
    public SourceText Source => Tree.Source;

    /// <summary>What the file is to the submission.</summary>
    public FileRole Role { get; }

    /// <summary>The units of text, in order.</summary>
    public IReadOnlyList<TextUnit> Units { get; }

    /// <summary>How many sentences there are.</summary>
    public int SentenceCount => _sentences.Length - 1;

    /// <summary>The words of a sentence.</summary>
    /// <param name="index">Index within the document, as units give it.</param>
    public ReadOnlySpan<Word> Sentence(int index) =>
        CollectionsMarshal.AsSpan(_words).Slice(_sentences[index], _sentences[index + 1] - _sentences[index]);

    /// <summary>The words of a unit.</summary>
    public ReadOnlySpan<Word> WordsOf(TextUnit unit) =>
        CollectionsMarshal
            .AsSpan(_words)
            .Slice(_sentences[unit.FirstSentence], _sentences[unit.EndSentence] - _sentences[unit.FirstSentence]);

    /// <summary>
    /// The index within the document of a place's sentence, for one that lies in this document; -1 where it lies in none.
    /// </summary>
    public int SentenceIndexOf(Place place) =>
        place.Sentence - 1 - _sentenceBase is >= 0 and var index && index < SentenceCount ? index : -1;

    /// <summary>The text of a word.</summary>
    public ReadOnlySpan<char> TextOf(Word word) => Tree.Plain.AsSpan(word.Start, word.Length);

    /// <summary>The unit around an offset; -1 where there is none.</summary>
    public int UnitAt(int offset)
    {
        int low = 0,
            high = _segments.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (offset < _segments[middle].Start)
                high = middle - 1;
            else if (offset >= _segments[middle].End)
                low = middle + 1;
            else
                return _segments[middle].Unit;
        }
        return -1;
    }

    /// <summary>The last unit that has text before an offset; -1 where there is none.</summary>
    public int UnitBefore(int offset)
    {
        int next = SegmentFrom(offset);
        return next == 0 ? -1 : _segments[next - 1].Unit;
    }

    /// <summary>The units that have text in a slice, in order of their first text there, at most so many.</summary>
    public IReadOnlyList<int> UnitsIn(TextSpan span, int most)
    {
        var units = new List<int>();
        for (int i = SegmentFrom(span.Start); i < _segments.Length && _segments[i].Start < span.End && units.Count < most; i++)
        {
            if (!units.Contains(_segments[i].Unit))
                units.Add(_segments[i].Unit);
        }
        return units;
    }

    /// <summary>The index of the first piece of text that begins at or behind an offset.</summary>
    private int SegmentFrom(int offset)
    {
        int low = 0,
            high = _segments.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_segments[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The place of a whole sentence.</summary>
    /// <param name="unit">The unit it belongs to.</param>
    /// <param name="sentence">Its index within the document, as the unit gives it.</param>
    public Place PlaceOfSentence(TextUnit unit, int sentence)
    {
        ReadOnlySpan<Word> words = Sentence(sentence);
        Place place = PlaceOf(TextSpan.Between(words[0].Start, words[^1].End), unit.Block.Context);
        return place with { Block = unit.Number, Sentence = _sentenceBase + sentence + 1 };
    }

    /// <summary>The path of nodes around an offset, from the root to the smallest.</summary>
    public IReadOnlyList<Node> NodesAt(int offset)
    {
        var path = new List<Node> { Tree.Root };
        while (path[^1].ChildAt(offset) is { } child)
            path.Add(child);
        return path;
    }

    /// <summary>The place of a slice; its context is that of the smallest node or unit around it.</summary>
    public Place PlaceOf(TextSpan span)
    {
        int unit = UnitAt(span.Start);
        return PlaceOf(span, ContextAt(span.Start, unit), unit);
    }

    /// <summary>The place of a slice in a known context.</summary>
    public Place PlaceOf(TextSpan span, TextContext context) => PlaceOf(span, context, UnitAt(span.Start));

    private Place PlaceOf(TextSpan span, TextContext context, int unit) =>
        new(
            Source.Path,
            span.Start,
            span.Length,
            Source.LineOf(span.Start),
            unit < 0 ? 0 : Units[unit].Number,
            unit < 0 ? 0 : SentenceAt(Units[unit], span.Start),
            context
        );

    private TextContext ContextAt(int offset, int unit)
    {
        TextContext context = unit < 0 ? TextContext.Prose : Units[unit].Block.Context;
        if (context is not TextContext.Prose)
            return context;
        IReadOnlyList<Node> path = NodesAt(offset);
        for (int i = path.Count - 1; i > 0; i--)
        {
            Node node = path[i];
            if (node.Context is TextContext.Prose)
                continue;
            if (node.Context is TextContext.Link && !node.Content.Contains(offset))
                continue;
            if (node.Context is TextContext.Caption && node.Content.Contains(offset))
                return TextContext.Link;
            return node.Context;
        }
        return Role is FileRole.Bibliography ? TextContext.BibliographyField : context;
    }

    /// <summary>Number, within the submission, of the last sentence of a unit that begins at or before an offset.</summary>
    private int SentenceAt(TextUnit unit, int offset)
    {
        if (unit.FirstSentence == unit.EndSentence)
            return 0;
        int low = unit.FirstSentence,
            high = unit.EndSentence - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_words[_sentences[middle]].Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return _sentenceBase + low + 1;
    }
}
