using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Fixes;

public static partial class CodeFixes
{
    /// <summary>
    /// Rewrites a binary file without its metadata; in a drawing or notebook, removes the element or empties the value. Safe.
    /// </summary>
    public static IEnumerable<Fix> CleanMetadata(FixTarget target) =>
        target.Places.SelectMany(place => CleanMetadata(place, target.TreeOf));

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
}
