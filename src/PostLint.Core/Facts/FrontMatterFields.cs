using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A key at the top level of the post's front matter, with its scalar value.</summary>
/// <param name="Key">As written.</param>
/// <param name="Value">Without quotes and escapes; empty where the value is none, a list or a mapping.</param>
/// <param name="IsScalar">Whether the value is a text, number or the like.</param>
/// <param name="Place">The value; the key where there is none.</param>
public sealed record FrontMatterField(string Key, Sensitive Value, bool IsScalar, Place Place) : Fact(Place)
{
    /// <summary>Whether the key has a value at all: a text, a list or a mapping.</summary>
    public bool HasValue { get; init; } = true;
}

/// <summary>Finds the fields of the post's front matter.</summary>
internal sealed class FrontMatterFieldExtractor : IExtractor
{
    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        foreach (Node frontMatter in document.Tree.Root.Children.Where(node => node.Kind is NodeKind.FrontMatter))
        {
            foreach (Node property in frontMatter.Children.Where(node => node.Kind is NodeKind.Property))
            {
                Node? scalar = property.Children.FirstOrDefault(child => child.Kind is NodeKind.Scalar);
                bool isScalar = scalar is not null && property.Children.All(child => child.Kind is NodeKind.Scalar or NodeKind.Comment);
                string value = isScalar ? (scalar!.Value ?? document.Source.Slice(scalar.Span).ToString()).Trim() : "";
                facts.Add(
                    new FrontMatterField(
                        property.Name!,
                        value,
                        isScalar,
                        document.PlaceOf(isScalar && !scalar!.Span.IsEmpty ? scalar.Span : property.Span, TextContext.FrontMatter)
                    )
                    {
                        HasValue = isScalar ? value.Length > 0 : property.Children.Any(child => child.Kind is not NodeKind.Comment),
                    }
                );
            }
        }
    }
}
