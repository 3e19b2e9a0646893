using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>An entry of a bibliography.</summary>
/// <param name="Type">Lower-case type, such as <c>inproceedings</c>.</param>
/// <param name="Key">What citations name it by.</param>
/// <param name="Fields">Values by lower-case name, without outer braces; LaTeX as written.</param>
/// <param name="Place">The entry.</param>
public sealed record BibliographyEntry(string Type, Quoted Key, IReadOnlyDictionary<string, string> Fields, Place Place) : Fact(Place)
{
    /// <summary>A field's value; empty where there is none.</summary>
    public string Field(string name) => Fields.GetValueOrDefault(name) ?? "";
}

/// <summary>A key that a citation names.</summary>
/// <param name="Key">As written.</param>
/// <param name="IsFirst">Whether no citation stands before it in its file.</param>
/// <param name="Place">The citation.</param>
public sealed record CitedKey(Quoted Key, bool IsFirst, Place Place) : Fact(Place);

/// <summary>Finds entries of bibliographies and the keys that citations name.</summary>
internal sealed class BibliographyExtractor : IExtractor
{
    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is FileRole.Bibliography)
        {
            foreach (BibliographyEntry entry in EntriesOf(document))
                facts.Add(entry);
        }
        else if (document.Role is FileRole.Post)
            Citations(document, facts);
    }

    /// <summary>The entries of a bibliography that have a key.</summary>
    internal static IEnumerable<BibliographyEntry> EntriesOf(Document document)
    {
        foreach (Node entry in document.Tree.Root.Children)
        {
            if (entry.Kind is not NodeKind.BibEntry || entry.Value is not { Length: > 0 } key)
                continue;
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (Node field in entry.Children)
            {
                if (field is { Kind: NodeKind.BibField, Name: { } name })
                    fields.TryAdd(name, (field.Value ?? document.Source.Slice(field.Content).ToString()).Trim());
            }
            yield return new(entry.Name ?? "", key, fields, document.PlaceOf(entry.Span, TextContext.BibliographyField));
        }
    }

    private static void Citations(Document document, ICollection<Fact> facts)
    {
        bool isFirst = true;
        foreach (Node node in document.Tree.Nodes)
        {
            if (KeysOf(document, node) is not { } keys)
                continue;
            Place place = document.PlaceOf(node.Span);
            foreach (string key in keys.Split((char[])[',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                facts.Add(new CitedKey(key, isFirst, place));
            isFirst = false;
        }
        foreach ((string key, TextSpan span) in PandocCitations.In(document))
        {
            facts.Add(new CitedKey(key, isFirst, document.PlaceOf(span)));
            isFirst = false;
        }
    }

    /// <summary>The keys of <c>&lt;d-cite key="…"&gt;</c> or <c>{% cite … %}</c>, whose options are none.</summary>
    private static string? KeysOf(Document document, Node node)
    {
        if (node.Kind is NodeKind.Citation)
            return node.Value;
        if (node is not { Kind: NodeKind.Liquid, Name: "cite" })
            return null;
        string keys = document.Source.Slice(node.Content).Trim("- \t\r\n").ToString()["cite".Length..];
        int options = keys.IndexOf("--", StringComparison.Ordinal);
        return options < 0 ? keys : keys[..options];
    }
}
