using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts.Language;

/// <summary>A comment that is written in another language than English, as authors remark to each other.</summary>
/// <param name="Language">What it is believed to be.</param>
/// <param name="Place">The comment.</param>
public sealed record ForeignRemark(Neutral Language, Place Place) : Fact(Place);

/// <summary>
/// Finds remarks in other languages in the comments of posts and texts; commented-out code and what stands between quotation marks are
/// none.
/// </summary>
/// <param name="detector">Tells languages.</param>
internal sealed partial class ForeignRemarkExtractor(LanguageDetector detector) : IExtractor
{
    private const int Longest = 2_000; // UTF-16 units; longer comments are commented-out passages, of which a part is enough

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post && !document.Source.Path.EndsWith(".tex", StringComparison.OrdinalIgnoreCase))
            return;
        foreach (TextUnit unit in document.Units)
        {
            TextBlock block = unit.Block;
            if (block.Node.Kind is not NodeKind.Comment || block.Context is TextContext.BibliographyField)
                continue;
            var span = TextSpan.Between(block.Segments[0].Start, block.Segments[^1].End);
            ReadOnlySpan<char> plain = document.Tree.Plain.AsSpan(span.Start, Math.Min(Longest, span.Length));
            if (plain.IsWhiteSpace())
                continue;
            string own = Marks().Replace(new string(Quotations.Blank(plain.ToArray())), " ").Trim();
            if (own.Length < 4 || IsEnglish(document, document.WordsOf(unit)) || detector.DetectRemark(own) is not { } guess)
                continue;
            facts.Add(new ForeignRemark(new(guess.Name), document.PlaceOf(span, block.Context)));
        }
    }

    /// <summary>The first look, which needs no lists of other languages.</summary>
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
        }
        return count > 2 && LanguageDetector.IsEnglish(weight, count);
    }

    // Tags, addresses, commands of TeX, marks of comments and of Markdown.
    [GeneratedRegex(
        """<[^<>]{0,400}>|https?://\S+|\\[A-Za-z]+|\$[^$\n]{0,200}\$|[%#*_`~{}\[\]()|=<>/\\^+-]+""",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Marks();
}
