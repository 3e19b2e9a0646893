using System.Text;
using static PostLint.Hostile.Seeds.Binary;

namespace PostLint.Hostile.Seeds;

/// <summary>
/// The metadata that pictures carry, each naming the planted person: Exif, XMP, IPTC; and a colour profile that names nobody.
/// </summary>
internal static class Tags
{
    /// <summary>Exif in either byte order: who, with what, where, and how the picture is turned.</summary>
    public static byte[] Exif(Random random, int? orientation = null)
    {
        bool isBig = random.Next(2) == 0;
        byte[] Number(int value, int bytes) => isBig ? Big(value, bytes) : Little(value, bytes);
        (int Tag, string Text)[] texts =
        [
            (0x010F, "Example Optics"),
            (0x0110, "X-7 of Mara Quill"),
            (0x013B, Planted.Name),
            (0x8298, $"(c) {Planted.Name}"),
        ];
        int entries = texts.Length + 1,
            at = 8 + 2 + (entries * 12) + 4;
        var directory = new MemoryStream();
        var values = new MemoryStream();
        foreach ((int tag, string text) in texts.Append((0x0112, "")).OrderBy(entry => entry.Item1))
        {
            directory.Write(Number(tag, 2));
            if (tag == 0x0112)
            {
                directory.Write([.. Number(3, 2), .. Number(1, 4), .. Number(orientation ?? random.Next(1, 9), 2), 0, 0]);
                continue;
            }
            byte[] value = [.. Latin(text), 0];
            directory.Write([.. Number(2, 2), .. Number(value.Length, 4), .. Number(at + (int)values.Length, 4)]);
            values.Write(value);
        }
        return
        [
            .. isBig ? "MM\0*"u8 : "II*\0"u8,
            .. Number(8, 4),
            .. Number(entries, 2),
            .. directory.ToArray(),
            .. new byte[4],
            .. values.ToArray(),
        ];
    }

    /// <summary>An XMP packet; more attributes of its description may be given.</summary>
    public static byte[] Xmp(string more = "") =>
        Encoding.UTF8.GetBytes(
            $"""
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
            photoshop:AuthorsPosition="{Planted.Email}" {more}>
            <dc:creator><rdf:Seq><rdf:li>{Planted.Name}</rdf:li></rdf:Seq></dc:creator>
            </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
            """
        );

    /// <summary>Photoshop's resources with a by-line in IPTC.</summary>
    public static byte[] Iptc()
    {
        byte[] record = [0x1C, 2, 80, .. Big(Planted.Name.Length, 2), .. Latin(Planted.Name)];
        byte[] even = [.. record, .. new byte[record.Length % 2]];
        return [.. "8BIM"u8, 4, 4, 0, 0, .. Big(record.Length), .. even];
    }

    /// <summary>A colour profile for screens, of version 2.</summary>
    public static byte[] Icc()
    {
        byte[] text = [.. "text\0\0\0\0"u8, .. "No copyright\0\0\0\0"u8];
        byte[] name =
        [
            .. "desc\0\0\0\0"u8,
            .. Big(8),
            .. "example\0"u8,
            .. new byte[8],
            .. new byte[2],
            0,
            .. new byte[67],
            .. new byte[1],
        ];
        byte[] curve = [.. "curv\0\0\0\0"u8, .. Big(1), 2, 0x33, 0, 0];
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", name),
            ("cprt", text),
            ("wtpt", Xyz(0xF351, 0x10000, 0x116CC)),
            ("rXYZ", Xyz(0x6FA2, 0x38F5, 0x390)),
            ("gXYZ", Xyz(0x6299, 0xB785, 0x18DA)),
            ("bXYZ", Xyz(0x24A0, 0xF84, 0xB6CF)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var table = new MemoryStream();
        var data = new MemoryStream();
        int start = 128 + 4 + (tags.Length * 12);
        foreach ((string tag, byte[] bytes) in tags)
        {
            table.Write([.. Latin(tag), .. Big(start + (int)data.Length), .. Big(bytes.Length)]);
            data.Write([.. bytes, .. new byte[(4 - (bytes.Length % 4)) % 4]]);
        }
        int length = start + (int)data.Length;
        byte[] header =
        [
            .. Big(length),
            .. new byte[4],
            2,
            0x10,
            0,
            0,
            .. "mntrRGB XYZ "u8,
            .. new byte[12],
            .. "acsp"u8,
            .. new byte[28],
            .. Xyz(0xF6D6, 0x10000, 0xD32D)[8..],
            .. new byte[48],
        ];
        return [.. header, .. Big(tags.Length), .. table.ToArray(), .. data.ToArray()];
    }

    private static byte[] Xyz(int x, int y, int z) => [.. "XYZ \0\0\0\0"u8, .. Big(x), .. Big(y), .. Big(z)];
}
