using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Fixes;

/// <summary>
/// The ways to fix a finding, one a file. Safe ones only remove what the call forbids and no reader would miss; what they touch is found
/// in the tree, never by searching text.
/// </summary>
public static partial class CodeFixes
{
    // What stands in an entry of a list of authors, as the tracks' templates and their authors write it.
    private static readonly HashSet<string> s_entryKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "authors",
        "author",
        "name",
        "url",
        "affiliation",
        "affiliations",
        "email",
        "e-mail",
        "orcid",
        "homepage",
        "website",
        "twitter",
        "github",
        "institution",
        "department",
        "lab",
        "photo",
        "bio",
    };

    /// <summary>The sentence around a place, with the blanks behind it.</summary>
    private static TextSpan? SentenceAround(Place place, SyntaxTree tree)
    {
        if (tree.Blocks.FirstOrDefault(block => block.Segments.Any(segment => segment.Contains(place.Start))) is not { } block)
            return null;
        int from = block.Segments[0].Start,
            to = block.Segments[^1].End;
        string text = tree.Source.Text;
        int start = place.Start,
            end = place.Start;
        while (start > from && !EndsSentence(text, start - 1, to))
            start--;
        while (start < place.Start && char.IsWhiteSpace(text[start]))
            start++;
        while (end < to && !EndsSentence(text, end, to))
            end++;
        end = Math.Min(end + 1, to);
        while (end < to && text[end] is ' ' or '\t')
            end++;
        return TextSpan.Between(start, end);
    }

    /// <summary>A full stop before white space or the end; not that of an initial.</summary>
    private static bool EndsSentence(string text, int at, int end) =>
        text[at] is '.' or '!' or '?'
        && (at + 1 >= end || char.IsWhiteSpace(text[at + 1]))
        && !(at > 1 && char.IsUpper(text[at - 1]) && !char.IsLetter(text[at - 2]));

    /// <summary>The smallest node around a place that is of a kind.</summary>
    private static Node? Around(SyntaxTree tree, Place place, Func<Node, bool> where) => tree.Around(place.Span, where);

    /// <summary>The lines of an entry that is commented out in front matter; a comment behind a value ends its line.</summary>
    private static TextSpan CommentLines(SourceText source, TextSpan comment, Place place)
    {
        int first = source.LineOf(place.Start),
            last = source.LineOf(Math.Max(place.Start, place.Span.End - 1));
        if (!IsCommentLine(source, first))
        {
            int start = comment.Start;
            while (start > 0 && source.Text[start - 1] is ' ' or '\t')
                start--;
            return TextSpan.Between(start, source.LineSpan(first).End);
        }
        while (first > 1 && IsEntryLine(source, first - 1))
            first--;
        while (last < source.LineCount && IsEntryLine(source, last + 1))
            last++;
        return TextSpan.Between(source.LineSpan(first).Start, source.LineSpan(last).End);
    }

    private static bool IsCommentLine(SourceText source, int line) => source.Slice(source.LineSpan(line)).TrimStart().StartsWith("#");

    /// <summary>Whether a comment's line belongs to a list of authors; other remarks beside it stay.</summary>
    private static bool IsEntryLine(SourceText source, int line)
    {
        if (!IsCommentLine(source, line))
            return false;
        ReadOnlySpan<char> text = source.Slice(source.LineSpan(line)).TrimStart().TrimStart("# \t");
        if (text.StartsWith("- ") || text is "-")
            return true;
        int colon = text.IndexOf(':');
        return colon > 0 && s_entryKeys.Contains(text[..colon].Trim().ToString());
    }

    /// <summary>Removes a slice, and the line with it where nothing else stands on it.</summary>
    private static Fix Drop(MessageBuilder description, Place place, SyntaxTree tree, TextSpan span, bool isSafe = true)
    {
        string text = tree.Source.Text;
        int start = span.Start,
            end = span.End;
        while (end > start && text[end - 1] is '\r' or '\n')
            end--;
        int lineStart = start,
            lineEnd = end;
        while (lineStart > 0 && text[lineStart - 1] is ' ' or '\t')
            lineStart--;
        while (lineEnd < text.Length && text[lineEnd] is ' ' or '\t')
            lineEnd++;
        bool isAlone = (lineStart == 0 || text[lineStart - 1] == '\n') && (lineEnd == text.Length || text[lineEnd] is '\r' or '\n');
        if (isAlone)
        {
            if (lineEnd < text.Length && text[lineEnd] == '\r')
                lineEnd++;
            if (lineEnd < text.Length && text[lineEnd] == '\n')
                lineEnd++;
            (start, end) = (lineStart, lineEnd);
        }
        return new(Message.Of(description), At(place, TextSpan.Between(start, end), tree), "", isSafe);
    }

    private static Place At(Place place, TextSpan span, SyntaxTree tree) =>
        place with
        {
            Start = span.Start,
            Length = span.Length,
            Line = tree.Source.LineOf(span.Start),
        };

    private static string Slice(Place place, SyntaxTree tree) => tree.Source.Slice(place.Span).ToString();
}
