using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml;

namespace PostLint.Assets.Documents;

/// <summary>Documents of office programs that are archives: Office Open XML (ECMA-376) and OpenDocument (ISO/IEC 26300). Read are
/// properties, what is written, who commented or changed what, what pictures are called and linked to, and pictures.</summary>
internal sealed class OfficeDocument : IAssetFormat
{
    private const int MaxPictures = 500;
    private const long MaxPart = 64 << 20;
    private const long MaxXml = 256 << 20; // bytes of all parts that are read
    private const int MaxWritten = 4 << 20; // UTF-16 units of the text of all parts

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
        && (
            (head.Length > 38 && head[30..].StartsWith("mimetype"u8))
            || head.IndexOf("[Content_Types].xml"u8) > 0
            || head.IndexOf("_rels/.rels"u8) > 0
            || head.IndexOf("docProps/"u8) > 0
        );

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        int pictures = 0;
        long xml = 0;
        var written = new StringBuilder();
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            string path = entry.FullName;
            if (IsPicture(path))
            {
                if (pictures++ < MaxPictures)
                    scan.Part(path, entry.Length, entry.Open);
                continue;
            }
            if (!path.EndsWith(".xml", StringComparison.Ordinal) && !path.EndsWith(".rels", StringComparison.Ordinal))
                continue;
            if (entry.Length > MaxPart || (xml += entry.Length) > MaxXml || !scan.Spend(entry.Length))
                scan.BeyondLimit("a part of it is larger than is read");
            else if (path is "docProps/core.xml" or "docProps/app.xml" or "docProps/custom.xml" or "meta.xml")
                ReadProperties(entry, scan);
            else if (path.StartsWith("customXml/item", StringComparison.Ordinal))
                ReadProperties(entry, scan);
            else if (path.EndsWith(".rels", StringComparison.Ordinal))
                ReadTargets(entry, scan);
            else if (IsWritten(path))
                ReadWritten(entry, scan, written);
        }
        if (written.Length > 0)
            scan.Part("text.html", Encoding.UTF8.GetBytes(written.ToString()));
    }

    /// <summary>Everything but how it looks.</summary>
    private static bool IsWritten(string path) =>
        (
            path is "content.xml" or "settings.xml" or "styles.xml"
            || path.StartsWith("word/", StringComparison.Ordinal)
            || path.StartsWith("ppt/", StringComparison.Ordinal)
            || path.StartsWith("xl/", StringComparison.Ordinal)
        )
        && !path.Contains("/theme/", StringComparison.Ordinal)
        && !path.EndsWith("fontTable.xml", StringComparison.Ordinal)
        && !path.Contains("numbering", StringComparison.Ordinal);

    private static bool IsPicture(string path) =>
        path.Contains("/media/", StringComparison.Ordinal)
        || path.StartsWith("Pictures/", StringComparison.Ordinal)
        || path.StartsWith("docProps/thumbnail", StringComparison.Ordinal)
        || path.StartsWith("Thumbnails/", StringComparison.Ordinal)
        || path.Contains("/embeddings/", StringComparison.Ordinal);

    private static void ReadProperties(ZipArchiveEntry entry, AssetScan scan)
    {
        using XmlReader xml = Open(entry);
        string element = "",
            property = "";
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element)
            {
                element = xml.GetAttribute("name", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0") ?? xml.LocalName;
                // Own properties of Office Open XML have their names outside of the element with the value.
                if (xml.LocalName is "property")
                    property = xml.GetAttribute("name") ?? "";
                if (xml.LocalName is "template")
                    TellAttributes(xml, "Template", scan);
            }
            if (xml.NodeType is not XmlNodeType.Text)
                continue;
            (string group, string name) = s_properties.GetValueOrDefault(element, ("XML", element));
            scan.Field(group, name is "CustomProperty" && property.Length > 0 ? property : name, xml.Value);
        }
    }

    private static void TellAttributes(XmlReader xml, string field, AssetScan scan)
    {
        for (bool more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName is "href" or "title")
                scan.Field("XMP-meta", field, xml.Value);
        }
        xml.MoveToElement();
    }

    /// <summary>Where linked pictures, templates and other documents lie, if that is outside of the document.</summary>
    private static void ReadTargets(ZipArchiveEntry entry, AssetScan scan)
    {
        using XmlReader xml = Open(entry);
        while (xml.Read())
        {
            if (
                xml.NodeType is XmlNodeType.Element
                && xml.GetAttribute("TargetMode") is "External"
                && xml.GetAttribute("Target") is { } target
            )
                scan.Field("XML", "LinkedFile", target);
        }
    }

    /// <summary>
    /// Everybody who commented or changed something is named once a part: in attributes called author and the like, or in elements within
    /// an annotation. So is what pictures
    /// are called and described as. What is written becomes a page of HTML, a paragraph each.
    /// </summary>
    private static void ReadWritten(ZipArchiveEntry entry, AssetScan scan, StringBuilder written)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using XmlReader xml = Open(entry);
        string element = "";
        bool isOpen = entry.FullName is "content.xml" or "styles.xml";
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Text)
                ReadText(element, xml.Value, isOpen, scan, seen, written);
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "p" or "h" or "si" } && written.Length > 0 && written[^1] != '\n')
                written.Append("<p>\n");
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            element = xml.LocalName;
            for (bool more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            {
                string? field = FieldOf(element, xml.LocalName);
                if (field is not null && seen.Add(field + xml.Value))
                    scan.Field("XML", field, xml.Value);
            }
        }
    }

    /// <summary>In OpenDocument all text is written by somebody, in Office Open XML that of a few elements.</summary>
    private static void ReadText(string element, string text, bool isOpen, AssetScan scan, HashSet<string> seen, StringBuilder written)
    {
        string? field = element switch
        {
            "creator" or "author" => "CommentAuthor",
            "config-item" => "Setting",
            "title" or "desc" => "AlternativeText",
            "instrText" => "FieldCode",
            _ => null,
        };
        if (field is not null)
        {
            if (seen.Add(field + text))
                scan.Field("XML", field, text);
            return;
        }
        if ((isOpen || element is "t" or "delText") && written.Length < MaxWritten)
            written.Append(WebUtility.HtmlEncode(text));
    }

    private static string? FieldOf(string element, string attribute) =>
        (element, attribute) switch
        {
            ("cNvPr" or "docPr", "descr" or "title") => "AlternativeText",
            ("cNvPr" or "docPr", "name") => "PictureName",
            ("imagedata" or "shape" or "fill" or "textpath", "title" or "alt" or "href" or "src") => "AlternativeText",
            ("image" or "a" or "object" or "frame" or "source", "href") => "LinkedFile",
            ("connection", "sourceFile" or "odcFile") => "LinkedFile",
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
        XmlReader.Create(
            entry.Open(),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreWhitespace = true,
                CloseInput = true,
                MaxCharactersInDocument = MaxPart,
            }
        );
}
