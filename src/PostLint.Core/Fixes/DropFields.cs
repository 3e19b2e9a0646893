using PostLint.Facts;
using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Fixes;

public static partial class CodeFixes
{
    /// <summary>Removes the fields of a bibliography that the evidence names. Safe.</summary>
    public static IEnumerable<Fix> DropFields(FixTarget target) =>
        target.PlacesOf<PrivateField>().Concat(target.Places).SelectMany(place => DropField(place, target.TreeOf(place.File)));

    private static IEnumerable<Fix> DropField(Place place, SyntaxTree? tree)
    {
        if (tree is null || Around(tree, place, node => node.Kind is NodeKind.BibField) is not { } field)
            yield break;
        yield return Drop($"Remove the field", place, tree, WithComma(tree.Source.Text, field.Span));
    }

    private static TextSpan WithComma(string text, TextSpan field)
    {
        int end = field.End;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return TextSpan.Between(field.Start, end < text.Length && text[end] == ',' ? end + 1 : field.End);
    }
}
