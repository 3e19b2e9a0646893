using System.IO.Compression;
using System.Xml;

namespace PostLint.Assets.Documents;

/// <summary>Documents of office programs that are archives: Office Open XML (ECMA-376) and OpenDocument (ISO/IEC 26300). Read are properties, who commented or changed what, and pictures.</summary>
internal sealed class OfficeDocument : IAssetFormat
{
    private const int MaxPictures = 500;
    private const long MaxPart = 64 << 20;

    // What ExifTool calls the properties of both; others keep their element's name.
    private static readonly Dictionary<string, (string Group, string Name)> s_properties = new(StringComparer.Ordinal)
    {
        ["creator"] = ("XMP-dc", "Creator"),
        ["title"] = ("XMP-dc", "Title"),
        ["subject"] = ("XMP-dc", "Subject"),
        ["description"] = ("XMP-dc", "Description"),
        ["keywords"] = ("XMP-cp", "Keywords"),
        ["lastModifiedBy"] = ("XMP-cp", "LastModifiedBy"),
        ["category"] = ("XMP-cp", "Category"),
        ["contentStatus"] = ("XMP-cp", "ContentStatus"),
        ["Company"] = ("XML", "Company"),
        ["Manager"] = ("XML", "Manager"),
        ["Application"] = ("XML", "Application"),
        ["Template"] = ("XML", "Template"),
        ["HyperlinkBase"] = ("XML", "HyperlinkBase"),
        ["initial-creator"] = ("XMP-meta", "InitialCreator"),
        ["printed-by"] = ("XMP-meta", "PrintedByAuthor"),
        ["generator"] = ("XMP-meta", "Generator"),
        ["keyword"] = ("XMP-meta", "Keyword"),
        ["user-defined"] = ("XMP-meta", "UserDefined"),
        ["template"] = ("XMP-meta", "Template"),
        ["lpwstr"] = ("XML", "CustomProperty"),
        ["lpstr"] = ("XML", "CustomProperty"),
    };

    /// <inheritdoc/>
    public string Name => "office document";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\x03\x04"u8)
        && ((head.Length > 38 && head[30..].StartsWith("mimetype"u8)) || head.IndexOf("[Content_Types].xml"u8) > 0 || head.IndexOf("_rels/.rels"u8) > 0 || head.IndexOf("docProps/"u8) > 0);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        int pictures = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            string path = entry.FullName;
            if (entry.Length > MaxPart) scan.Unread("a part of it is larger than is read");
            else if (path is "docProps/core.xml" or "docProps/app.xml" or "docProps/custom.xml" or "meta.xml") ReadProperties(entry, scan);
            else if (IsWritten(path)) ReadPeople(entry, scan);
            else if (IsPicture(path) && pictures++ < MaxPictures) scan.Part(path, entry.Length, entry.Open);
        }
    }

    private static bool IsWritten(string path) =>
        path.EndsWith(".xml", StringComparison.Ordinal)
        && (path.Contains("comment", StringComparison.OrdinalIgnoreCase) || path.EndsWith("/people.xml", StringComparison.Ordinal) || path.StartsWith("xl/persons/", StringComparison.Ordinal)
            || path is "word/document.xml" or "word/settings.xml" or "content.xml" or "word/footnotes.xml" or "xl/workbook.xml" or "xl/revisions/revisionHeaders.xml" or "xl/connections.xml");

    private static bool IsPicture(string path) =>
        path.Contains("/media/", StringComparison.Ordinal) || path.StartsWith("Pictures/", StringComparison.Ordinal) || path.StartsWith("docProps/thumbnail", StringComparison.Ordinal)
        || path.StartsWith("Thumbnails/", StringComparison.Ordinal) || path.Contains("/embeddings/", StringComparison.Ordinal);

    private static void ReadProperties(ZipArchiveEntry entry, AssetScan scan)
    {
        using XmlReader xml = Open(entry);
        string element = "";
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element) element = xml.GetAttribute("name", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0") ?? xml.LocalName;
            if (xml.NodeType is not XmlNodeType.Text) continue;
            (string group, string name) = s_properties.GetValueOrDefault(element, ("XML", element));
            scan.Field(group, name, xml.Value);
        }
    }

    /// <summary>Everybody who commented or changed something is named once a file: in attributes called author and the like, or in elements within an annotation.</summary>
    private static void ReadPeople(ZipArchiveEntry entry, AssetScan scan)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using XmlReader xml = Open(entry);
        string element = "";
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Text && element is ("creator" or "author") && seen.Add(xml.Value)) scan.Field("XML", "CommentAuthor", xml.Value);
            if (xml.NodeType is not XmlNodeType.Element) continue;
            element = xml.LocalName;
            for (bool more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            {
                string? field = FieldOf(element, xml.LocalName);
                if (field is not null && seen.Add(field + xml.Value)) scan.Field("XML", field, xml.Value);
            }
        }
    }

    private static string? FieldOf(string element, string attribute) => (element, attribute) switch
    {
        (_, "author") => "CommentAuthor",
        ("cmAuthor" or "author", "name") => "CommentAuthor",
        ("presenceInfo" or "person" or "author", "userId") => "UserId",
        ("person", "displayName") => "CommentAuthor",
        ("header", "userName") or ("workbook" or "fileSharing", "userName") => "UserName",
        ("absPath", "url") => "SavedPath",
        ("attachedTemplate", _) => "Template",
        _ => null,
    };

    private static XmlReader Open(ZipArchiveEntry entry) =>
        XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, CloseInput = true, MaxCharactersInDocument = MaxPart });
}
