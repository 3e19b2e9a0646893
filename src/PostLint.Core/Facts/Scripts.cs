using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A script in the post itself.</summary>
/// <param name="Place">Its start tag’s name.</param>
public sealed record Script(Place Place) : Fact(Place);

/// <summary>Finds scripts in the post; those that hold data are none, and exported figures are other files.</summary>
internal sealed class ScriptExtractor : IExtractor
{
    private const string Tag = "<script";
    private static readonly Needle s_tag = new(Tag);
    private static readonly string[] s_data = ["json", "bibliography", "front-matter", "math/tex"];

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        string text = document.Source.Text;
        for (int at = s_tag.In(text, 0); at >= 0; at = s_tag.In(text, at + Tag.Length))
        {
            ReadOnlySpan<char> rest = text.AsSpan(at, Math.Min(text.Length - at, 300));
            ReadOnlySpan<char> tag = rest[..Math.Max(0, rest.IndexOf('>'))];
            bool holdsData = false;
            foreach (string type in s_data)
                holdsData |=
                    tag.Contains(type, StringComparison.OrdinalIgnoreCase) && tag.Contains("type", StringComparison.OrdinalIgnoreCase);
            bool isShown = document
                .NodesAt(at)
                .Any(node =>
                    node.Kind is NodeKind.Comment or NodeKind.CodeBlock or NodeKind.Code or NodeKind.FrontMatter
                    && !(node.Kind is NodeKind.CodeBlock && node.Span.Start == at)
                );
            if (!tag.IsEmpty && !holdsData && !isShown)
                facts.Add(new Script(document.PlaceOf(new(at + 1, Tag.Length - 1), TextContext.Code)));
        }
    }
}
