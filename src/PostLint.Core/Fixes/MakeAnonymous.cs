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
        if (frontMatter?.ChildAt(place.Start) is not { Kind: NodeKind.Property, Name: { } key } authors)
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
        string newLine = tree.Source.NewLine;
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
}
