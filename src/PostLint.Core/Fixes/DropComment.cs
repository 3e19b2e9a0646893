using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Fixes;

public static partial class CodeFixes
{
    /// <summary>
    /// Removes the comment around a place, in front matter with the lines of the same comment; does nothing outside of comments. Safe.
    /// </summary>
    public static IEnumerable<Fix> DropComment(FixTarget target) => target.Each(DropComment);

    private static Fix? DropComment(Place place, SyntaxTree tree)
    {
        if (Around(tree, place, node => node.Kind is NodeKind.Comment) is not { } comment)
            return null;
        TextSpan span = comment.Context is TextContext.FrontMatterComment ? CommentLines(tree.Source, comment.Span, place) : comment.Span;
        return Drop($"Remove the comment", place, tree, span);
    }
}
