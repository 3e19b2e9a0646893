using System.Runtime.InteropServices;
using System.Text;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>Takes the disguise off hidden texts of one document and finds the phrases in them.</summary>
/// <param name="document">Where they stand.</param>
/// <param name="book">The phrases of instructions.</param>
/// <param name="facts">Gets passages and clues.</param>
internal sealed class PassageReader(Document document, PhraseBook book, ICollection<Fact> facts)
{
    /// <summary>No instruction is shorter.</summary>
    public const int MinLength = 12;

    private const int MaxLength = 20_000; // as long as the longest unit of text

    private readonly WordScanner _scanner = new(book.Lexicon, MinLength);
    private readonly List<(PhrasePattern Pattern, int First, int End)> _found = [];

    /// <summary>Reads a slice of the source.</summary>
    public void Read(HiddenPassageKind how, TextSpan span)
    {
        if (span.Length < MinLength)
            return;
        int length = Math.Min(span.Length, MaxLength);
        Read(how, document.Source.Text.Substring(span.Start, length), new(span.Start, length));
    }

    /// <summary>Reads a unit of text as the page shows it.</summary>
    public void Read(HiddenPassageKind how, TextUnit unit)
    {
        var text = new StringBuilder();
        foreach (TextSpan segment in unit.Block.Segments)
        {
            if (text.Length < MaxLength)
                text.Append(document.Tree.Plain, segment.Start, Math.Min(segment.Length, MaxLength));
        }
        Read(how, text.ToString(), TextSpan.Between(unit.Block.Segments[0].Start, unit.Block.Segments[^1].End));
    }

    private void Read(HiddenPassageKind how, string raw, TextSpan span)
    {
        string text = Deobfuscator.Read(raw);
        bool isExact = ReferenceEquals(text, raw);
        WordScanner scanner = _scanner;
        scanner.Clear();
        scanner.Scan(text, new TextBlock(document.Tree.Root, [new(0, text.Length)]));
        ReadOnlySpan<Word> words = CollectionsMarshal.AsSpan(scanner.Words);
        Place? place = null;
        int before = facts.Count;
        for (int i = 0; i < scanner.Sentences.Count; i++)
        {
            int first = scanner.Sentences[i],
                end = i + 1 < scanner.Sentences.Count ? scanner.Sentences[i + 1] : words.Length;
            book.Find(words[first..end], _found);
            foreach ((PhrasePattern pattern, int from, int to) in _found)
            {
                Place whole = place ??= document.PlaceOf(span);
                TextSpan own = TextSpan.Between(words[first + from].Start, words[first + to - 1].End);
                Place at = isExact ? document.PlaceOf(new(span.Start + own.Start, own.Length), whole.Context) : whole;
                facts.Add(new PassageClue(pattern.Kind, (whole.File, whole.Start), own.Start, text.Substring(own.Start, own.Length), at));
            }
            _found.Clear();
        }
        if (facts.Count > before || how is HiddenPassageKind.Style)
            facts.Add(new HiddenPassage(how, words.Length, place ?? document.PlaceOf(span)));
    }
}
