using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Fixing;

/// <summary>The ways to fix a finding. Safe ones only remove what the call forbids and no reader would miss; what they touch is found in the tree, never by searching text.</summary>
public static class CodeFixes
{
    /// <summary>Rewrites a binary file without its metadata; in a drawing or notebook, removes the element or empties the value. Safe.</summary>
    public static IEnumerable<Fix> CleanMetadata(Finding finding, Func<string, SyntaxTree?> treeOf) =>
        Places(finding).SelectMany(place => CleanMetadata(place, treeOf));

    /// <summary>Removes the comment around a place, in front matter with the lines of the same comment; does nothing outside of comments. Safe.</summary>
    public static IEnumerable<Fix> DropComment(Finding finding, Func<string, SyntaxTree?> treeOf) => Each(finding, treeOf, DropComment);

    /// <summary>Puts the template's anonymous author in the place of a live author list in front matter. Safe.</summary>
    public static IEnumerable<Fix> MakeAnonymous(Finding finding, Func<string, SyntaxTree?> treeOf) => Each(finding, treeOf, MakeAnonymous);

    /// <summary>Removes the fields of a bibliography that the evidence names. Safe.</summary>
    public static IEnumerable<Fix> DropFields(Finding finding, Func<string, SyntaxTree?> treeOf) =>
        Evidence<PrivateField>(finding).Concat(Places(finding)).SelectMany(place => DropField(place, treeOf(place.File)));

    /// <summary>Removes the field of a bibliography, or the attribute of an editor, that shows a path; elsewhere puts “user” in the place of the name, which is not safe.</summary>
    public static IEnumerable<Fix> HideUser(Finding finding, Func<string, SyntaxTree?> treeOf) =>
        Evidence<Identifier>(finding).Concat(Places(finding)).Distinct().SelectMany(place => HideUser(finding, place, treeOf(place.File)));

    /// <summary>Removes characters that show nothing. Safe.</summary>
    public static IEnumerable<Fix> DropCharacters(Finding finding, Func<string, SyntaxTree?> treeOf) =>
        Evidence<OddCharacter>(finding)
            .Distinct()
            .Where(place => treeOf(place.File) is not null)
            .Select(place => new Fix(Message.Of($"Remove characters that show nothing"), place, "", IsSafe: true));

    /// <summary>Removes the comment, hidden element or attribute that holds an instruction. Safe.</summary>
    public static IEnumerable<Fix> DropHidden(Finding finding, Func<string, SyntaxTree?> treeOf) => Each(finding, treeOf, DropHidden);

    /// <summary>Removes a heading and all below it up to the next of its level. Not safe: a reader may miss it.</summary>
    public static IEnumerable<Fix> DropSection(Finding finding, Func<string, SyntaxTree?> treeOf) => Each(finding, treeOf, DropSection);

    /// <summary>Removes a sentence. Not safe: what follows may refer to it.</summary>
    public static IEnumerable<Fix> DropSentence(Finding finding, Func<string, SyntaxTree?> treeOf) => Each(finding, treeOf, DropSentence);

    /// <summary>Puts a placeholder in the place of an address. Not safe: the link leads nowhere until it is brought back.</summary>
    public static IEnumerable<Fix> ReplaceLink(Finding finding, Func<string, SyntaxTree?> treeOf) =>
        Each(finding, treeOf, (place, tree) =>
            Slice(place, tree).StartsWith("http", StringComparison.OrdinalIgnoreCase)
                ? new Fix(Message.Of($"Replace the address by a placeholder"), place, LinkPlaceholder, IsSafe: false)
                : null
        );

    /// <summary>Puts a placeholder in the place of an e-mail address. Not safe.</summary>
    public static IEnumerable<Fix> ReplaceEmail(Finding finding, Func<string, SyntaxTree?> treeOf) =>
        Each(finding, treeOf, (place, _) =>
            new Fix(Message.Of($"Replace the e-mail address by a placeholder"), place, EmailPlaceholder, IsSafe: false)
        );

    /// <summary>Cuts the clause around a place, between commas or brackets; a sentence without such marks goes whole. Not safe: what remains wants to be read again.</summary>
    public static IEnumerable<Fix> DropClause(Finding finding, Func<string, SyntaxTree?> treeOf) => Each(finding, treeOf, DropClause);

    /// <summary>Deletes the files that the evidence names, where no post can need them. Safe.</summary>
    public static IEnumerable<Fix> DeleteFiles(Finding finding, Func<string, SyntaxTree?> treeOf) =>
        Evidence<NamedFile>(finding)
            .Select(place => new Fix(Message.Of($"Delete the file"), place, "", IsSafe: true) { Kind = FixKind.Deletion });

    private const int MostAroundHidden = 400;

    /// <summary>What stands for an address that was taken out.</summary>
    public const string LinkPlaceholder = "#link-removed-for-review";

    /// <summary>What stands for an e-mail address that was taken out.</summary>
    public const string EmailPlaceholder = "[e-mail address removed for review]";

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

    private static IEnumerable<Place> Places(Finding finding) => finding.OtherPlaces.Prepend(finding.Place);

    /// <summary>Where the facts behind a finding stand.</summary>
    private static IEnumerable<Place> Evidence<T>(Finding finding)
        where T : Fact =>
        finding
            .Derivations.SelectMany(derivation => derivation.Premises)
            .Select(premise => premise.Fact)
            .OfType<T>()
            .Select(fact => fact.Place);

    private static IEnumerable<Fix> Each(Finding finding, Func<string, SyntaxTree?> treeOf, Func<Place, SyntaxTree, Fix?> fix) =>
        Places(finding).Select(place => treeOf(place.File) is { } tree && place.Line > 0 ? fix(place, tree) : null).OfType<Fix>();

    private static IEnumerable<Fix> CleanMetadata(Place place, Func<string, SyntaxTree?> treeOf)
    {
        if (treeOf(place.File) is not { } tree)
            yield break;
        Node? field = Around(tree, place, node => node.Kind is NodeKind.MetadataField);
        if (field is null)
        {
            Node? element = Around(tree, place, node =>
                node is { Kind: NodeKind.Element, Name: "dc:creator" or "dc:publisher" or "dc:contributor" or "dc:rights" }
            );
            if (element is not null)
                yield return Drop($"Remove what the drawing says of its maker", place, tree, element.Span);
            else if (DropComment(place, tree) is { } comment)
                yield return comment;
        }
        else if (IsOfProfile(field.Name!))
            yield break;
        else if (field.Span == field.Content)
            yield return new(
                Message.Of($"Empty this value of the metadata"),
                place with
                {
                    Start = field.Content.Start,
                    Length = field.Content.Length,
                },
                "",
                IsSafe: true
            );
        else
            yield return new(Message.Of($"Rewrite the file without its metadata"), place, "", IsSafe: true) { Kind = FixKind.Metadata };
    }

    /// <summary>Colours depend on a picture's profile, so that cleaners keep it, with what it says.</summary>
    private static bool IsOfProfile(string field) => field.StartsWith("ICC_", StringComparison.Ordinal) || field is "PNG:ProfileName";

    private static Fix? DropComment(Place place, SyntaxTree tree)
    {
        if (Around(tree, place, node => node.Kind is NodeKind.Comment) is not { } comment)
            return null;
        TextSpan span = comment.Context is TextContext.FrontMatterComment ? CommentLines(tree.Source, comment.Span, place) : comment.Span;
        return Drop($"Remove the comment", place, tree, span);
    }

    private static Fix? MakeAnonymous(Place place, SyntaxTree tree)
    {
        Node? frontMatter = Around(tree, place, node => node.Kind is NodeKind.FrontMatter);
        Node? authors = frontMatter?.Children.FirstOrDefault(child => child.Kind is NodeKind.Property && child.Span.Contains(place.Start));
        if (authors?.Name is not { } key)
            return null;
        ReadOnlySpan<char> old = tree.Source.Slice(authors.Span);
        // Distill's data in an HTML post are JSON.
        if (old is ['"', ..])
            return new(
                Message.Of($"Set the author to Anonymous"),
                At(place, new(authors.Span.Start, old.TrimEnd(" \t\r\n,").Length), tree),
                $"\"{key}\": [{{\"author\": \"Anonymous\"}}]",
                IsSafe: true
            );
        string newLine = tree.Source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        string anonymous = key.Equals("authors", StringComparison.OrdinalIgnoreCase)
            ? $"{key}:{newLine}  - name: Anonymous"
            : $"{key}: Anonymous";
        return new(
            Message.Of($"Set the author to Anonymous"),
            At(place, new(authors.Span.Start, old.TrimEnd().Length), tree),
            anonymous,
            IsSafe: true
        );
    }

    private static IEnumerable<Fix> DropField(Place place, SyntaxTree? tree)
    {
        if (tree is null || Around(tree, place, node => node.Kind is NodeKind.BibField) is not { } field)
            yield break;
        yield return Drop($"Remove the field", place, tree, WithComma(tree.Source.Text, field.Span));
    }

    private static IEnumerable<Fix> HideUser(Finding finding, Place place, SyntaxTree? tree)
    {
        if (tree is null || place.Line == 0)
            yield break;
        if (Around(tree, place, node => node.Kind is NodeKind.BibField) is not null)
        {
            foreach (Fix fix in DropField(place, tree))
                yield return fix;
            yield break;
        }
        if (
            Around(tree, place, node =>
                node.Kind is NodeKind.Attribute
                && node.Name is { } name
                && (name.StartsWith("sodipodi:", StringComparison.Ordinal) || name.StartsWith("inkscape:", StringComparison.Ordinal))
            ) is
            { } attribute
        )
        {
            yield return Drop($"Remove the attribute that the drawing program wrote for itself", place, tree, attribute.Span);
            yield break;
        }
        string? user = finding
            .Derivations.SelectMany(derivation => derivation.Premises)
            .Select(premise => premise.Fact)
            .OfType<Identifier>()
            .FirstOrDefault()
            ?.Value.Text;
        int at = user is null ? -1 : Slice(place, tree).IndexOf(user, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
            yield return new(
                Message.Of($"Replace the user name by “user”"),
                place with
                {
                    Start = place.Start + at,
                    Length = user!.Length,
                },
                "user",
                IsSafe: false
            );
    }

    private static Fix? DropHidden(Place place, SyntaxTree tree)
    {
        if (Around(tree, place, node => node.Kind is NodeKind.MetadataField) is not null)
            return new(Message.Of($"Rewrite the file without its metadata"), place, "", IsSafe: true) { Kind = FixKind.Metadata };
        if (Around(tree, place, node => node.Kind is NodeKind.Comment) is { } comment)
            return Drop(
                $"Remove the comment",
                place,
                tree,
                comment.Context is TextContext.FrontMatterComment ? CommentLines(tree.Source, comment.Span, place) : comment.Span
            );
        if (Around(tree, place, node => node.Kind is NodeKind.Attribute) is { } attribute)
            return new(Message.Of($"Empty the attribute"), At(place, attribute.Content, tree), "", IsSafe: true);
        // An element that holds much more than the instruction is the page's, and a person has to look.
        return Around(tree, place, IsHidden) is { } element && element.Span.Length <= place.Length + MostAroundHidden
            ? Drop($"Remove the hidden element", place, tree, element.Span)
            : null;
    }

    private static bool IsHidden(Node node) =>
        node.Kind is NodeKind.Element
        && (
            node.Name is "template" or "noscript"
            || node.Children.Any(child =>
                child.Kind is NodeKind.Attribute && child.Name is "style" or "hidden" or "class" or "aria-hidden" or "color" or "size"
            )
        );

    private static Fix? DropSection(Place place, SyntaxTree tree)
    {
        if (Around(tree, place, node => node.Kind is NodeKind.Heading) is not { } heading)
        {
            return Around(tree, place, node => node.Kind is NodeKind.Paragraph or NodeKind.Footnote) is { } paragraph
                ? Drop($"Remove the acknowledgment", place, tree, paragraph.Span, isSafe: false)
                : null;
        }
        Node? next = tree
            .Root.DescendantsAndSelf()
            .Where(node => node.Kind is NodeKind.Heading && node.Span.Start > heading.Span.Start && node.Level <= heading.Level)
            .MinBy(node => node.Span.Start);
        int end = next?.Span.Start ?? tree.Source.Text.TrimEnd().Length;
        return new(Message.Of($"Remove the section"), At(place, TextSpan.Between(heading.Span.Start, end), tree), "", IsSafe: false);
    }

    private static Fix? DropSentence(Place place, SyntaxTree tree) =>
        SentenceAround(place, tree) is { } sentence ? Drop($"Remove the sentence", place, tree, sentence, isSafe: false) : null;

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

    private static Fix? DropClause(Place place, SyntaxTree tree)
    {
        if (SentenceAround(place, tree) is not { } sentence)
            return null;
        string text = tree.Source.Text;
        int start = place.Start,
            end = place.Span.End,
            last = sentence.Start + tree.Source.Slice(sentence).TrimEnd(" \t\r\n.!?").Length;
        while (start > sentence.Start && !DividesClauses(text, start - 1))
            start--;
        while (end < last && !DividesClauses(text, end))
            end++;
        bool isFirst = start == sentence.Start,
            isLast = end >= last;
        if (isFirst && isLast)
            return Drop($"Remove the sentence", place, tree, sentence, isSafe: false);
        if (!isFirst && !isLast && text[start - 1] == '(' && text[end] == ')')
            return Cut(start - 1, end + 1, "");
        if (!isFirst)
            return text[start - 1] == ',' ? Cut(start - 1, isLast || text[end] != ',' ? end : end + 1, "") : null;
        // What follows becomes the beginning of the sentence.
        if (text[end] is not ',')
            return null;
        int next = end + 1;
        while (next < last && char.IsWhiteSpace(text[next]))
            next++;
        return char.IsLetter(text[next]) ? Cut(start, next + 1, char.ToUpperInvariant(text[next]).ToString()) : Cut(start, next, "");

        Fix Cut(int from, int to, string instead)
        {
            // No blank stays before a mark, nor two in a row.
            if (instead.Length == 0)
                while (from > sentence.Start && text[from - 1] is ' ' && (to >= text.Length || !char.IsLetterOrDigit(text[to])))
                    from--;
            return new(Message.Of($"Cut the clause"), At(place, TextSpan.Between(from, to), tree), instead, IsSafe: false);
        }
    }

    /// <summary>A comma before a blank, or a bracket; brackets of links, citations and calls stand close to a word or another bracket.</summary>
    private static bool DividesClauses(string text, int at) =>
        text[at] switch
        {
            ',' or ';' => at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]),
            '(' => at > 0 && char.IsWhiteSpace(text[at - 1]),
            ')' => at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '.' or ',' or ';',
            _ => false,
        };

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

    private static TextSpan WithComma(string text, TextSpan field)
    {
        int end = field.End;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return TextSpan.Between(field.Start, end < text.Length && text[end] == ',' ? end + 1 : field.End);
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
