using PostLint.Facts;
using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Fixes;

public static partial class CodeFixes
{
    /// <summary>Puts the template's anonymous author in the place of a live author list in front matter. Safe.</summary>
    public static IEnumerable<Fix> MakeAnonymous(FixTarget target) => target.Each(MakeAnonymous);

    private static Fix? MakeAnonymous(Place place, SyntaxTree tree)
    {
        Node? frontMatter = Around(tree, place, node => node.Kind is NodeKind.FrontMatter);
        Node? authors = frontMatter?.ChildAt(place.Start);
        while (authors is { Name: { } name } && AuthorExtractor.Groups.Contains(name))
            authors = authors.ChildAt(place.Start);
        if (authors is not { Kind: NodeKind.Property, Name: { } key })
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
        if (tree.Source.Slice(frontMatter!.Span) is ['+', ..])
            return MakeAnonymousToml(place, tree, authors, key);
        string newLine = tree.Source.NewLine;
        string anonymous =
            !key.Equals("authors", StringComparison.OrdinalIgnoreCase) ? $"{key}: Anonymous"
            // In a notebook the lines are strings of JSON.
            : FileKinds.IsNotebook(tree.Source.Path) ? $"{key}: [{{name: Anonymous}}]"
            : $"{key}:{newLine}{IndentOf(tree.Source, authors)}  - name: Anonymous";
        return new(
            Message.Of($"Set the author to Anonymous"),
            At(place, new(authors.Span.Start, old.TrimEnd().Length), tree),
            anonymous,
            IsSafe: true
        );
    }

    private static string IndentOf(SourceText source, Node property)
    {
        TextSpan line = source.LineSpan(source.LineOf(property.Span.Start));
        ReadOnlySpan<char> before = source.Text.AsSpan(line.Start, property.Span.Start - line.Start);
        return before.IsWhiteSpace() ? before.ToString() : "";
    }

    private static Fix MakeAnonymousToml(Place place, SyntaxTree tree, Node authors, string key)
    {
        string text = tree.Source.Text;
        int start = authors.Span.Start;
        while (start > 0 && text[start - 1] is '[')
            start--;
        int marks = authors.Span.Start - start;
        string newLine = tree.Source.NewLine;
        bool isList = key.Equals("authors", StringComparison.OrdinalIgnoreCase);
        string anonymous =
            marks > 0 ? $"{new string('[', marks)}{key}{new string(']', marks)}{newLine}name = \"Anonymous\""
            : isList ? $"{key} = [\"Anonymous\"]"
            : $"{key} = \"Anonymous\"";
        int end = start + text.AsSpan(start, authors.Span.End - start).TrimEnd().Length;
        return new(Message.Of($"Set the author to Anonymous"), At(place, TextSpan.Between(start, end), tree), anonymous, IsSafe: true);
    }
}
