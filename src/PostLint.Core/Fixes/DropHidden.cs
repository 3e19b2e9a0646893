using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Fixes;

public static partial class CodeFixes
{
    private const int MostAroundHidden = 400;

    /// <summary>Removes the comment, hidden element or attribute that holds an instruction. Safe.</summary>
    public static IEnumerable<Fix> DropHidden(FixTarget target) => target.Each(DropHidden);

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
}
