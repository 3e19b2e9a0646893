using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>An entry of the table of contents in the front matter.</summary>
/// <param name="Name">As written.</param>
/// <param name="Level">1 for sections, 2 for subsections and so on.</param>
/// <param name="Place">The name.</param>
public sealed record ContentsEntry(Quoted Name, int Level, Place Place) : Fact(Place);

/// <summary>How the table of contents and the headings differ.</summary>
public enum ContentsFault
{
    /// <summary>The table names what no heading says.</summary>
    NoHeading,

    /// <summary>A section of the highest level is not in the table.</summary>
    NotListed,

    /// <summary>The table names a section before one that stands before it.</summary>
    OutOfOrder,

    /// <summary>A subsection is listed as a section, or the other way round.</summary>
    OtherLevel,
}

/// <summary>Where the table of contents and the headings differ.</summary>
/// <param name="Fault">How.</param>
/// <param name="Name">The entry or the heading.</param>
/// <param name="Place">The entry; the heading where it is not listed.</param>
public sealed record ContentsDifference(ContentsFault Fault, Quoted Name, Place Place) : Fact(Place);

/// <summary>
/// Finds the table of contents and compares it with the headings; case, markup, numbering, emoji and mathematics make no difference.
/// </summary>
internal sealed partial class ContentsExtractor : IExtractor
{
    private const int MaxDepth = 8; // levels of a table; headings have six
    private static readonly string[] s_unlisted =
    [
        "references",
        "bibliography",
        "appendix",
        "footnotes",
        "citation",
        "tableofcontents",
        "contents",
        "abstract",
        "tldr",
        "acknowledgements",
        "acknowledgments",
        "acknowledgement",
        "acknowledgment",
    ];

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        var entries = new List<ContentsEntry>();
        foreach (Node frontMatter in document.Tree.Root.Children.Where(node => node.Kind is NodeKind.FrontMatter))
        {
            if (frontMatter.Property("toc") is { } contents)
                Read(document, contents, 0, entries);
        }
        if (entries.Count == 0)
            return;
        Heading[] headings = [.. facts.OfType<Heading>().Where(heading => heading.Place.File == document.Source.Path)];
        foreach (ContentsEntry entry in entries)
            facts.Add(entry);
        if (headings.Length > 0)
            Compare(document, entries, headings, facts);
    }

    private static void Read(Document document, Node node, int level, List<ContentsEntry> entries)
    {
        if (level > MaxDepth)
            return;
        foreach (Node child in node.Children)
        {
            if (
                child.Kind is NodeKind.Property
                && child.Name is "name"
                && child.Children.FirstOrDefault(part => part.Kind is NodeKind.Scalar) is { } scalar
            )
            {
                string name = scalar.Value ?? document.Source.Slice(scalar.Span).ToString();
                entries.Add(new(name.Trim(), level, document.PlaceOf(scalar.Span, TextContext.FrontMatter)));
            }
            else if (child.Kind is NodeKind.Item)
                Read(document, child, level + 1, entries);
            else if (child.Kind is NodeKind.Property && child.Name is "subsections" or "subsubsections")
                Read(document, child, level, entries);
        }
    }

    private static void Compare(Document document, List<ContentsEntry> entries, Heading[] headings, ICollection<Fact> facts)
    {
        string[] said = [.. headings.Select(heading => Fold(document.Source.Slice(heading.Place.Span).ToString()))];
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (int i = 0; i < said.Length; i++)
        {
            if (!places.TryGetValue(said[i], out Queue<int>? same))
                places[said[i]] = same = new();
            same.Enqueue(i);
        }
        var listed = new HashSet<int>();
        int last = -1,
            section = 0,
            top = int.MaxValue;
        foreach (ContentsEntry entry in entries)
        {
            string name = Fold(entry.Name.Text);
            if (name.Length == 0)
                continue;
            if (!places.TryGetValue(name, out Queue<int>? same))
            {
                facts.Add(new ContentsDifference(ContentsFault.NoHeading, entry.Name, entry.Place));
                continue;
            }
            int at = same.Count > 1 ? same.Dequeue() : same.Peek();
            listed.Add(at);
            int level = headings[at].Level;
            if (at < last)
                facts.Add(new ContentsDifference(ContentsFault.OutOfOrder, entry.Name, entry.Place));
            last = Math.Max(last, at);
            bool isOther = section > 0 && (entry.Level == 1 ? level > section : level <= section);
            if (isOther)
                facts.Add(new ContentsDifference(ContentsFault.OtherLevel, entry.Name, entry.Place));
            if (entry.Level == 1 && !isOther)
                section = level;
            if (entry.Level == 1)
                top = Math.Min(top, level);
        }
        for (int i = 0; i < headings.Length && listed.Count > 0; i++)
        {
            bool isMissing =
                headings[i].Level <= top
                && said[i].Length > 0
                && !listed.Contains(i)
                && !places[said[i]].Any(listed.Contains)
                && !s_unlisted.Contains(said[i])
                && i > 0;
            if (isMissing)
                facts.Add(new ContentsDifference(ContentsFault.NotListed, headings[i].Text, headings[i].Place));
        }
    }

    /// <summary>The letters and digits of a name, lower case, without numbering, tags, mathematics and what links lead to.</summary>
    private static string Fold(string name)
    {
        string words = Markup().Replace(name, match => match.Groups["words"].Value);
        words = Numbering().Replace(words.TrimStart(' ', '#', '*', '_'), "");
        return string.Concat(words.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    [GeneratedRegex(
        (
            """\{[:#][^{}]{0,200}\}|<d-cite[^>]*>[^<]{0,200}</d-cite>|</?[A-Za-z][^>]{0,300}>"""
            + """|!?\[(?<words>[^\[\]]{0,200})\]\([^()]{0,300}\)|\$\$?[^$]{1,300}\$\$?|&(?:amp|nbsp|quot|lt|gt);|:[a-z_]{2,30}:"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Markup();

    [GeneratedRegex(
        """^\s*(?:(?:\d{1,2}|[A-Za-z]|[IVX]{1,5})(?:\.\d{1,2}){0,4}[.):]\s|\d{1,2}(?:\.\d{1,2}){0,4}\s)\s*""",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Numbering();
}
