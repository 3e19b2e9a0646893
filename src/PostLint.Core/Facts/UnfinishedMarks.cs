using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>
/// A mark that readers see and that stands for something still to be written: <c>TODO:</c>, <c>[cite]</c>, <c>Figure ??</c>, a heading that
/// says “TBD”.
/// </summary>
/// <param name="IsWhole">Whether nothing else stands in its unit of text.</param>
/// <param name="Place">The mark.</param>
public sealed record UnfinishedMark(bool IsWhole, Place Place) : Fact(Place);

/// <summary>
/// Finds marks of what is unfinished in what readers see: not in code, comments or quotations, not among authors, not where something was
/// left out on purpose.
/// </summary>
internal sealed partial class UnfinishedMarkExtractor : IExtractor
{
    private const int MaxWhole = 60; // UTF-16 units; a longer unit says more than that something is missing

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        bool isThanks = false;
        foreach (TextUnit unit in document.Units)
        {
            TextContext context = unit.Block.Context;
            if (context is not (TextContext.Prose or TextContext.Heading or TextContext.Caption or TextContext.FrontMatter))
                continue;
            var span = TextSpan.Between(unit.Block.Segments[0].Start, unit.Block.Segments[^1].End);
            ReadOnlySpan<char> text = document.Tree.Plain.AsSpan(span.Start, span.Length);
            if (context is TextContext.Heading)
                isThanks = LeftOutOnPurpose().IsMatch(text);
            if (span.Length <= MaxWhole && !isThanks && IsWhole(unit, text))
            {
                Add(document, new(span.Start, text.TrimEnd().Length), true, facts);
                continue;
            }
            foreach (ValueMatch match in Marks().EnumerateMatches(text))
            {
                if (!LeftOutOnPurpose().IsMatch(text.Slice(match.Index, match.Length)))
                    Add(document, new(span.Start + match.Index, match.Length), false, facts);
            }
        }
    }

    private static bool IsWhole(TextUnit unit, ReadOnlySpan<char> text) =>
        Whole().IsMatch(text) || (unit.Block.Context is TextContext.Heading or TextContext.FrontMatter && Numbered().IsMatch(text));

    /// <summary>
    /// A cell of a table may well say that a value is not known yet; values of other fields than those below are no text for readers.
    /// </summary>
    private static void Add(Document document, TextSpan span, bool isWhole, ICollection<Fact> facts)
    {
        Place place = document.PlaceOf(span);
        bool isQuoted =
            place.Context is not TextContext.FrontMatter
            && span.Start > 0
            && document.Source.Text[span.Start - 1] is '"' or '“' or '\'' or '‘' or '`';
        if (isQuoted && !isWhole)
            return;
        if (
            document
                .NodesAt(span.Start)
                .Any(node =>
                    node.Kind is NodeKind.Quote or NodeKind.Code or NodeKind.CodeBlock
                    || (isWhole && node.Kind is NodeKind.Cell)
                    || (
                        node.Kind is NodeKind.Property
                        && node.Name is not ("title" or "description" or "toc" or "name" or "subsections" or "subtitle" or "abstract")
                    )
                )
        )
            return;
        facts.Add(new UnfinishedMark(isWhole, place));
    }

    [GeneratedRegex(
        """
            (?<![\w-])(?:TODO|FIXME|TBD)(?:\s?\(\w{1,20}\))?\s?:(?!:)
            |(?:(?<=^[\s*_>-]{0,6})|(?<=[.!?;:(]\s{0,3}))(?:TODO|FIXME|TBD|XXX)[ ]+
                (?!(?:lists?|items?|comments?|apps?|tags?|marks?|notes?|markers?|files?|is|are|in|as|means|was|stands|statements?|or|and)\b)
                \p{Ll}[^.!?\r\n]{1,120}
            |(?<!\b(?:a|an|the|this|that|one|my|our|no|any|of|each|every|as|called|named)\s)(?<=[\s(])(?:TODO|FIXME|TBD)(?=[\s.!?)]{0,3}$)
            |[\[(]\s?(?i:todo|tbd|tbc|fixme|xxx+)\b[^\[\]()]{0,80}[\])](?![(\[:])
            |\[\s?(?i:links?|cite|citations?|refs?|reference)(?i:\shere)?\s?\](?![(\[:])
            |[\[(](?i:citations?\sneeded|(?:insert|add|put)\s[^\[\]()]{1,60}\shere|(?:figure|image|plot|table|link|text)\s(?:goes\s)?here
                |coming\ssoon|to\sbe\s(?:added|written|completed|filled\sin))[\])](?![(\[:])
            |\[(?i:your|the)
                \s(?i:blog|post|title|abstract|submission|section|text|description|figure|caption|summary|content)[^\[\]]{0,40}\](?![(\[:])
            |\[(?:SUBMISSION\sNAME|TITLE|TAGS|AUTHORS)\](?![(\[:])
            |(?<!\w)(?:Figure|Fig\.|Table|Section|Sec\.|Eq\.|Equation|Appendix|Algorithm)\s?(?:\?\?+|XX+|\[\?\])(?!\w)
            |\[\?{1,3}\](?!\()
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Marks();

    [GeneratedRegex(
        (
            """^\W*(?:todo|to-do|fixme|tb[acd]|xxx+|coming soon|to be (?:added|written|completed|filled in|continued|determined"""
            + """|done)|(?:insert|add|put) (?:\w+ ){0,3}here|(?:figure|image|plot|table|text) (?:goes )?here"""
            + """|placeholder(?: text)?)\W*$"""
        ),
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Whole();

    [GeneratedRegex(
        """^\W*(?:sub)?section\s?(?:\d{1,2}|x|name|title)\W*$""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(
        """anonym|remov|redact|blind|review|withheld|omit|hidden|accept|publi|camera|acknowl|fund|thank|contribution""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex LeftOutOnPurpose();
}
