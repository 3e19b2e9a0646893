using System.Text.RegularExpressions;
using PostLint.Findings;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>How a file of the site is named.</summary>
public enum AssetForm
{
    /// <summary>In words, code, comments or other files, where it need not show.</summary>
    Mention,

    /// <summary>A Markdown image.</summary>
    Markdown,

    /// <summary>An HTML image, video or frame.</summary>
    Html,

    /// <summary>A Liquid include.</summary>
    Include,
}

/// <summary>A file of the site that a text names.</summary>
/// <param name="Path">Below the site, unescaped; just as written where it does not begin with a folder of assets.</param>
/// <param name="Form">How it is named.</param>
/// <param name="Place">The path.</param>
public sealed record AssetReference(Sensitive Path, AssetForm Form, Place Place) : Fact(Place)
{
    /// <summary>Whether the path is that of an asset, seen from the site.</summary>
    public bool IsRooted => Path.Text.StartsWith("assets/", StringComparison.Ordinal) || Path.Text.StartsWith("public/", StringComparison.Ordinal);

    /// <summary>What the reference and the file share however the path is written.</summary>
    public string Name => NameOf(Path.Text);

    /// <summary>The last word of a path's file name, without case.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOfAny(['/', ' ']) + 1)..].ToUpperInvariant();
}

/// <summary>Finds images, videos and figures of the site that a post or one of its text assets names. Addresses on the web are none.</summary>
public sealed partial class AssetReferenceExtractor : IExtractor
{
    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is FileRole.Bibliography) return;
        foreach (ValueMatch match in Named().EnumerateMatches(document.Source.Text))
        {
            var span = new TextSpan(match.Index, match.Length);
            ReadOnlySpan<char> written = document.Source.Slice(span);
            if (written.StartsWith("//")) continue;
            bool isWhole = span.Start == 0 || document.Source.Text[span.Start - 1] is '"' or '\'' or '(' or '}' or '=' or '<';
            AssetForm form = document.Role is FileRole.Post && isWhole ? FormOf(document, span.Start) : AssetForm.Mention;
            facts.Add(new AssetReference(Normal(written.ToString()), form, document.PlaceOf(span)));
        }
    }

    private static AssetForm FormOf(Document document, int offset)
    {
        IReadOnlyList<Node> nodes = document.NodesAt(offset);
        for (int i = nodes.Count - 1; i > 0; i--)
        {
            switch (nodes[i].Kind)
            {
                case NodeKind.Comment or NodeKind.Code or NodeKind.CodeBlock or NodeKind.FrontMatter or NodeKind.Raw: return AssetForm.Mention;
                case NodeKind.Image: return nodes[i].Name is null ? AssetForm.Markdown : AssetForm.Html;
                case NodeKind.Liquid when nodes[i].Name is "include" or "include_relative": return AssetForm.Include;
                case NodeKind.Element when nodes[i].Name is "iframe" or "source" or "video" or "object" or "embed" or "d-figure": return AssetForm.Html;
            }
        }
        return AssetForm.Mention;
    }

    /// <summary>From the folder of assets on: <c>/2026/assets/img/…</c> and <c>../assets/img/…</c> lead to the same file.</summary>
    private static string Normal(string written)
    {
        string path = written.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(written) : written;
        foreach (string root in (ReadOnlySpan<string>)["assets/", "public/"])
        {
            int at = path.IndexOf(root, StringComparison.Ordinal);
            if (at == 0 || (at > 0 && path[at - 1] == '/')) return path[at..];
        }
        return path;
    }

    [GeneratedRegex("""[^\s"'()<>\[\]{}|,;=`:\\?#*!]{1,400}\.(?:png|jpe?g|gif|svg|webp|avif|bmp|mp4|webm|mov|mp3|wav|pdf|html?)\b""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
