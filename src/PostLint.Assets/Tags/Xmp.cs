using System.Text;
using System.Xml;

namespace PostLint.Assets.Tags;

/// <summary>
/// XMP packets (ISO 16684-1): RDF whose properties become fields, named as ExifTool names them: namespace in the group, the names of nested
/// structures joined
/// with those of their parts.
/// </summary>
internal static class Xmp
{
    private const int MaxDepth = 40;

    /// <summary>The longest packet that is read, in bytes.</summary>
    public const int MaxPacket = 16 << 20;

    // Namespaces by the prefix that ExifTool gives them; others keep the prefix that the packet uses.
    private static readonly Dictionary<string, string> s_prefixes = new(StringComparer.Ordinal)
    {
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://ns.adobe.com/xap/1.0/"] = "xmp",
        ["http://ns.adobe.com/xap/1.0/mm/"] = "xmpMM",
        ["http://ns.adobe.com/xap/1.0/rights/"] = "xmpRights",
        ["http://ns.adobe.com/photoshop/1.0/"] = "photoshop",
        ["http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"] = "iptcCore",
        ["http://iptc.org/std/Iptc4xmpExt/2008-02-29/"] = "iptcExt",
        ["http://ns.adobe.com/pdf/1.3/"] = "pdf",
        ["http://ns.adobe.com/tiff/1.0/"] = "tiff",
        ["http://ns.adobe.com/exif/1.0/"] = "exif",
        ["http://ns.adobe.com/exif/1.0/aux/"] = "aux",
        ["http://cipa.jp/exif/1.0/"] = "exifEX",
        ["http://ns.useplus.org/ldf/xmp/1.0/"] = "plus",
        ["http://ns.adobe.com/camera-raw-settings/1.0/"] = "crs",
        ["http://ns.adobe.com/illustrator/1.0/"] = "illustrator",
        ["http://ns.microsoft.com/photo/1.0/"] = "microsoft",
        ["http://ns.adobe.com/xap/1.0/t/pg/"] = "xmpTPg",
        ["http://ns.adobe.com/xmp/1.0/DynamicMedia/"] = "xmpDM",
        ["http://creativecommons.org/ns#"] = "cc",
        ["http://ns.adobe.com/lightroom/1.0/"] = "lr",
        ["http://ns.attribution.com/ads/1.0/"] = "attrib",
        ["adobe:ns:meta/"] = "x",
        ["http://ns.adobe.com/pdfx/1.3/"] = "pdfx",
        ["http://prismstandard.org/namespaces/basic/2.0/"] = "prism",
        ["http://www.gimp.org/xmp/"] = "GIMP",
    };

    // Structures whose name ExifTool leaves out of the names of their parts.
    private static readonly HashSet<string> s_dropped = new(StringComparer.Ordinal)
    {
        "CreatorContactInfo",
        "Licensor",
        "CopyrightOwner",
        "ImageCreator",
        "ImageSupplier",
    };
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /// <summary>Reads a packet; one that is no XML is shown as text.</summary>
    public static void Read(ReadOnlySpan<byte> packet, AssetScan scan)
    {
        if (packet.Length > MaxPacket)
        {
            scan.BeyondLimit("its XMP packet is larger than is read");
            return;
        }
        string text = Decode(packet);
        int start = text.IndexOf('<', StringComparison.Ordinal),
            end = text.LastIndexOf('>');
        if (start < 0 || end < start)
            return;
        try
        {
            using XmlReader xml = XmlReader.Create(
                new StringReader(text[start..(end + 1)]),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    ConformanceLevel = ConformanceLevel.Fragment,
                    CheckCharacters = false,
                }
            );
            new Walk(xml, scan).Run();
        }
        catch (XmlException)
        {
            scan.Unread("its XMP packet is broken; it was read as text");
            scan.Field("XMP", "Packet", text[start..(end + 1)]);
        }
    }

    private static string Decode(ReadOnlySpan<byte> packet)
    {
        if (packet is [0xFE, 0xFF, ..] or [0, _, 0, _, ..])
            return Encoding.BigEndianUnicode.GetString(packet);
        if (packet is [0xFF, 0xFE, ..] or [_, 0, _, 0, ..])
            return Encoding.Unicode.GetString(packet);
        return Encoding.UTF8.GetString(packet);
    }

    private sealed class Walk(XmlReader xml, AssetScan scan)
    {
        private readonly List<(string Namespace, string Name)> _path = [];

        public void Run()
        {
            while (xml.Read())
            {
                switch (xml.NodeType)
                {
                    case XmlNodeType.Element:
                        if (xml.Depth > MaxDepth)
                            throw new XmlException("nested too deeply");
                        Enter();
                        break;
                    case XmlNodeType.EndElement:
                        _path.RemoveAt(_path.Count - 1);
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA:
                        Tell(xml.Value);
                        break;
                }
            }
        }

        private void Enter()
        {
            bool isEmpty = xml.IsEmptyElement;
            _path.Add((xml.NamespaceURI, xml.LocalName));
            for (bool more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            {
                if (xml.Prefix is "xmlns" or "xml" || xml.Name is "xmlns" || (xml.NamespaceURI == Rdf && xml.LocalName is not "resource"))
                    continue;
                bool isResource = xml.NamespaceURI == Rdf;
                if (!isResource)
                    _path.Add((xml.NamespaceURI, xml.LocalName));
                Tell(xml.Value);
                if (!isResource)
                    _path.RemoveAt(_path.Count - 1);
            }
            xml.MoveToElement();
            if (isEmpty)
                _path.RemoveAt(_path.Count - 1);
        }

        private void Tell(string value)
        {
            string group = "",
                name = "";
            foreach ((string space, string part) in _path)
            {
                if (space == Rdf || part is "xmpmeta" or "xapmeta" || s_dropped.Contains(part))
                    continue;
                if (group.Length == 0)
                    group = s_prefixes.GetValueOrDefault(space) ?? (xml.LookupPrefixOrName(space) is { Length: > 0 } prefix ? prefix : "x");
                string word = char.ToUpperInvariant(part[0]) + part[1..];
                name += word.StartsWith(name, StringComparison.Ordinal) && name.Length > 0 ? word[name.Length..] : word;
            }
            if (name.Length > 0)
                scan.Field(
                    $"XMP-{group}",
                    name switch
                    {
                        "Xmptk" => "XMPToolkit",
                        "CiEmailWork" => "CreatorWorkEmail",
                        "CiTelWork" => "CreatorWorkTelephone",
                        "CiUrlWork" => "CreatorWorkURL",
                        "CiAdrCity" => "CreatorCity",
                        "CiAdrExtadr" => "CreatorAddress",
                        _ => name,
                    },
                    value
                );
        }
    }

    /// <summary>The prefix of a namespace in scope; nothing where the reader knows none.</summary>
    private static string? LookupPrefixOrName(this XmlReader xml, string space) => (xml as IXmlNamespaceResolver)?.LookupPrefix(space);
}
