using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>Something in the post that a link can lead to.</summary>
/// <param name="Id">Its id, without dashes and other marks: <see cref="AnchorExtractor.Fold"/>.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Anchor(Quoted Id, Place Place) : Fact(Place);

/// <summary>A link to another part of the post.</summary>
/// <param name="Target">What stands behind the #.</param>
/// <param name="Id">The same without dashes and other marks.</param>
/// <param name="Place">The link.</param>
public sealed record AnchorLink(Quoted Target, Quoted Id, Place Place) : Fact(Place);

/// <summary>Finds ids, given by hand or made by kramdown of headings, and the links that lead to ids.</summary>
internal sealed partial class AnchorExtractor : IExtractor
{
    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        var headings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Node node in document.Tree.Nodes)
        {
            switch (node.Kind)
            {
                case NodeKind.Heading:
                    AddHeading(document, node, headings, facts);
                    break;
                case NodeKind.Link when node.Value is ['#', _, ..] target:
                    AddLink(document, node, target[1..], facts);
                    break;
                case NodeKind.Liquid or NodeKind.Math:
                    AddNamed(document, node, facts);
                    break;
                case NodeKind.Attribute:
                    AddAttribute(document, node, facts);
                    break;
            }
        }
    }

    /// <summary>An id as kramdown makes it: lower case, marks stripped, dashes for blanks.</summary>
    public static string IdOf(string heading)
    {
        var id = new StringBuilder(heading.Length);
        foreach (char c in heading.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '_' or '-' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                id.Append(c);
            else if (c is ' ' or '\t')
                id.Append('-');
        }
        return id.ToString();
    }

    /// <summary>An id without all that versions of kramdown treat in different ways: its letters and digits, in their case.</summary>
    public static string Fold(string id) => string.Concat(id.Where(char.IsLetterOrDigit));

    /// <summary>
    /// As GitHub's dialect makes it, with what links lead to, and as kramdown's own does, from the first letter on; a repeated one is
    /// counted.
    /// </summary>
    private static void AddHeading(Document document, Node node, Dictionary<string, int> seen, ICollection<Fact> facts)
    {
        Place place = document.PlaceOf(node.Span, TextContext.Heading);
        string shown = Fold(IdOf(document.Tree.Plain.Substring(node.Span.Start, node.Span.Length)));
        string raw = Fold(IdOf(document.Source.Slice(node.Span).ToString()));
        int count = seen[shown] = seen.GetValueOrDefault(shown, -1) + 1;
        foreach (string id in (HashSet<string>)[shown, raw, FromLetter(shown), FromLetter(raw)])
        {
            if (id.Length > 0)
                facts.Add(new Anchor(count == 0 ? id : id + count.ToString(CultureInfo.InvariantCulture), place));
        }
    }

    private static string FromLetter(string id) => id.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static void AddLink(Document document, Node node, string target, ICollection<Fact> facts)
    {
        string plain = Uri.UnescapeDataString(target);
        if (
            plain is "top" or "references"
            || plain.StartsWith("fn", StringComparison.Ordinal)
            || plain.StartsWith("mjx", StringComparison.Ordinal)
            || plain.AsSpan().ContainsAny('{', '/')
        )
            return;
        if (Fold(plain) is { Length: > 0 } id)
            facts.Add(new AnchorLink(plain, id, document.PlaceOf(node.Span)));
    }

    /// <summary>Labels of equations, and ids that includes are given.</summary>
    private static void AddNamed(Document document, Node node, ICollection<Fact> facts)
    {
        foreach (Match match in Label().Matches(document.Source.Slice(node.Span).ToString()))
            facts.Add(new Anchor(Fold(match.Groups["id"].Value), document.PlaceOf(node.Span)));
    }

    private static void AddAttribute(Document document, Node node, ICollection<Fact> facts)
    {
        string value = node.Value ?? document.Source.Slice(node.Content).ToString();
        string id = node.Name switch
        {
            "id" or "name" => value.Trim('#', ' '),
            "kramdown" => Mark().Match(value) is { Success: true } match ? match.Groups["id"].Value : "",
            _ => "",
        };
        if (Fold(id) is { Length: > 0 } folded)
            facts.Add(new Anchor(folded, document.PlaceOf(node.Span)));
    }

    [GeneratedRegex(
        """\\(?:label|tag|cssId)\s*\{(?<id>[^{}]{1,200})\}|\b(?:id|name)\s*=\s*["'](?<id>[^"']{1,200})["']""",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Label();

    [GeneratedRegex("""#(?<id>[\w:.-]{1,200})|\bid\s*=\s*["'](?<id>[^"']{1,200})["']""", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Mark();
}
