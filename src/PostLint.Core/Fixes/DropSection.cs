using PostLint.Facts;
using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Fixes;

public static partial class CodeFixes
{
    /// <summary>Removes a heading and all below it up to the next of its level. Not safe: a reader may miss it.</summary>
    public static IEnumerable<Fix> DropSection(FixTarget target) => target.Each(DropSection);

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
}
