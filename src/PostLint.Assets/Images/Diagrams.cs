using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml;
using PostLint.Facts;
using PostLint.Syntax;

namespace PostLint.Assets.Images;

/// <summary>
/// The diagrams of draw.io: a file of pages, which its exports carry whole in an attribute of SVG or HTML, or in a text of PNG. A page is
/// XML, mostly packed (deflated, in
/// base64). What people wrote in it, also what the picture does not show, is opened as a page of HTML: labels, notes, links, pictures and
/// properties.
/// </summary>
internal static class Diagrams
{
    private const int MaxFiles = 200; // in one text
    private const int MaxPages = 500;
    private const int MaxPage = 8 << 20; // bytes, unpacked
    private const int MaxDepth = 64;
    private const string File = "mxfile",
        Drawing = "mxGraphModel";

    // How the first mark of a file is written: plain, as a reference, or in percent.
    private static readonly string[] s_openers = ["<", "&lt;", "&#60;", "&#x3c;", "%3C"];

    // Attributes of the XML that say how something looks or is tied together, and nothing that people write.
    private static readonly HashSet<string> s_geometry = new(StringComparer.OrdinalIgnoreCase)
    {
        "id",
        "style",
        "parent",
        "source",
        "target",
        "vertex",
        "edge",
        "connectable",
        "visible",
        "collapsed",
        "as",
        "x",
        "y",
        "width",
        "height",
        "relative",
        "placeholders",
        "value",
        "label",
        "tooltip",
        "link",
        "dx",
        "dy",
        "grid",
        "gridSize",
        "guides",
        "tooltips",
        "connect",
        "arrows",
        "fold",
        "page",
        "pageScale",
        "pageWidth",
        "pageHeight",
        "math",
        "shadow",
        "background",
        "locked",
        "enabled",
    };

    /// <summary>Opens the pages of each diagram in a text; older programs wrote a page without the file around it.</summary>
    public static void Open(string text, AssetScan scan)
    {
        if (Open(text, File, scan) == 0)
            Open(text, Drawing, scan);
    }

    private static int Open(string text, string element, AssetScan scan)
    {
        int count = 0;
        for (
            int at = text.IndexOf(element, StringComparison.Ordinal);
            at >= 0 && count < MaxFiles;
            at = text.IndexOf(element, at + 1, StringComparison.Ordinal)
        )
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            if (Opener(text, at) is not { } opener)
                continue;
            int end = EndOf(text, at, element, opener);
            string file = Plain(text[(at - opener.Length)..end], opener);
            OpenPages(file, text.AsSpan(0, at).Count('\n') + 1, scan);
            count++;
            at = end - 1;
        }
        return count;
    }

    private static string? Opener(string text, int at) =>
        Array.Find(s_openers, opener =>
            at >= opener.Length && text.AsSpan(at - opener.Length, opener.Length).Equals(opener, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Where a file ends: behind its last mark, or, inside an attribute, at the end of that.</summary>
    private static int EndOf(string text, int at, string element, string opener)
    {
        string close = $"</{element}>";
        int end = opener switch
        {
            "<" => text.AsSpan(at).IndexOf(close),
            "%3C" => text.AsSpan(at).IndexOfAny("\"'< "),
            _ => text.AsSpan(at).IndexOfAny('"', '<'),
        };
        return end < 0 ? text.Length : at + end + (opener is "<" ? close.Length : 0);
    }

    private static string Plain(string written, string opener)
    {
        string plain = opener switch
        {
            "<" => written,
            "%3C" => Uri.UnescapeDataString(written),
            _ => WebUtility.HtmlDecode(written),
        };
        // In an attribute with JSON, and in scripts, quotation marks and marks of elements are escaped.
        bool isJson = plain.AsSpan(0, Math.Min(plain.Length, 400)).Contains("=\\\"", StringComparison.Ordinal);
        return isJson ? JsonValue.Decode(plain, new(0, plain.Length)) : plain;
    }

    private static void OpenPages(string file, int line, AssetScan scan)
    {
        int pages = 0;
        try
        {
            using XmlReader xml = Reader(file);
            while (!xml.EOF && pages < MaxPages)
            {
                if (xml.NodeType is not XmlNodeType.Element || xml.LocalName is not ("diagram" or Drawing))
                {
                    xml.Read();
                    continue;
                }
                pages++;
                string name = xml.GetAttribute("name") ?? "";
                // Reads past the element, to where the next one may begin.
                string content = xml.LocalName is Drawing ? xml.ReadOuterXml() : xml.ReadInnerXml();
                if (Model(content, scan) is not { } model)
                    continue;
                scan.Part($"diagram {pages} on line {line}.html", Encoding.UTF8.GetBytes(Page(name, model)));
            }
        }
        catch (XmlException)
        {
            scan.Unread("a diagram in it is broken");
        }
    }

    /// <summary>The XML of a page; null where it is neither XML nor packed.</summary>
    private static string? Model(string content, AssetScan scan)
    {
        if (content.Contains('<', StringComparison.Ordinal))
            return content;
        return DataAddresses.Decode(content) is { } packed && Unpack(packed, scan) is { Length: > 0 } plain
            ? Uri.UnescapeDataString(plain)
            : null;
    }

    private static string? Unpack(byte[] packed, AssetScan scan)
    {
        try
        {
            using var stream = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            byte[] plain = new byte[(int)Math.Min(MaxPage, packed.Length * 1100L)];
            int length = stream.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
            if (length == MaxPage)
                scan.BeyondLimit("a diagram in it unpacks to more than is read");
            return scan.Spend(length) ? Encoding.UTF8.GetString(plain, 0, length) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>What people wrote on a page, as HTML: labels are HTML already, or text.</summary>
    private static string Page(string name, string model)
    {
        var page = new StringBuilder("<title>").Append(WebUtility.HtmlEncode(name)).Append("</title>\n");
        try
        {
            using XmlReader xml = Reader(model);
            while (xml.Read())
            {
                if (xml.Depth > MaxDepth)
                    break;
                if (xml.NodeType is XmlNodeType.Element)
                    Cell(xml, page);
            }
        }
        catch (XmlException)
        {
            // What stood before the fault counts.
            page.Append("<pre>").Append(WebUtility.HtmlEncode(model)).Append("</pre>\n");
        }
        return page.ToString();
    }

    private static void Cell(XmlReader xml, StringBuilder page)
    {
        string? label = xml.GetAttribute("label") ?? xml.GetAttribute("value");
        string? link = xml.GetAttribute("link");
        if (label is { Length: > 0 })
            page.Append("<p>").Append(label).Append("</p>\n");
        if (link is { Length: > 0 })
            page.Append("<p><a href=\"")
                .Append(WebUtility.HtmlEncode(link))
                .Append("\">")
                .Append(label is null ? "" : WebUtility.HtmlEncode(label))
                .Append("</a></p>\n");
        if (xml.GetAttribute("tooltip") is { Length: > 0 } note)
            page.Append("<p>").Append(note).Append("</p>\n");
        if (xml.GetAttribute("style") is { } style)
            Picture(style, page);
        if (xml.LocalName is not ("object" or "UserObject"))
            return;
        for (bool more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (s_geometry.Contains(xml.LocalName) || xml.Value.Length == 0)
                continue;
            page.Append("<meta name=\"")
                .Append(WebUtility.HtmlEncode(xml.LocalName))
                .Append("\" content=\"")
                .Append(WebUtility.HtmlEncode(xml.Value))
                .Append("\">\n");
        }
        xml.MoveToElement();
    }

    /// <summary>The picture that a style names; one that it holds is written without “;base64”, since a semicolon ends a style's
    /// value.</summary>
    private static void Picture(string style, StringBuilder page)
    {
        const string Key = "image=";
        int start = style.StartsWith(Key, StringComparison.Ordinal) ? 0 : style.IndexOf(";" + Key, StringComparison.Ordinal) + 1;
        if (start == 0 && !style.StartsWith(Key, StringComparison.Ordinal))
            return;
        string address = style[(start + Key.Length)..].Split(';')[0];
        int comma = address.IndexOf(',', StringComparison.Ordinal);
        bool isPacked =
            address.StartsWith("data:image/", StringComparison.Ordinal) && comma > 0 && !address.Contains('%', StringComparison.Ordinal);
        string source = isPacked ? $"{address[..comma]};base64{address[comma..]}" : address;
        page.Append("<img src=\"").Append(WebUtility.HtmlEncode(source)).Append("\">\n");
    }

    private static XmlReader Reader(string xml) =>
        XmlReader.Create(
            new StringReader(xml),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                ConformanceLevel = ConformanceLevel.Fragment,
                CheckCharacters = false,
            }
        );
}
