using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Fixes;

public static partial class CodeFixes
{
    /// <summary>
    /// Removes the field of a bibliography, or the attribute of an editor, that shows a path; elsewhere puts “user” in the place of the
    /// name, which is not safe.
    /// </summary>
    public static IEnumerable<Fix> HideUser(FixTarget target) =>
        target
            .PlacesOf<Identifier>()
            .Concat(target.Places)
            .Distinct()
            .SelectMany(place => HideUser(target, place, target.TreeOf(place.File)));

    private static IEnumerable<Fix> HideUser(FixTarget target, Place place, SyntaxTree? tree)
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
        string? user = target.Evidence.OfType<Identifier>().FirstOrDefault()?.Value.Text;
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
}
