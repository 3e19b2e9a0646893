using System.Text;

namespace PostLint.Tests.Assets;

/// <summary>The smallest whole pictures, films and documents of each format, without any metadata.</summary>
internal static class Pictures
{
    /// <summary>A PNG of one black pixel.</summary>
    public static byte[] Png =>
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");

    /// <summary>A JPEG of one grey pixel.</summary>
    public static byte[] Jpeg =>
        Convert.FromBase64String(
            "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQ"
                + "Ew8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k="
        );

    /// <summary>A GIF of one pixel.</summary>
    public static byte[] Gif => Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==");

    /// <summary>A lossless WebP of one pixel.</summary>
    public static byte[] WebP => Convert.FromBase64String("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    /// <summary>A TIFF of one pixel.</summary>
    public static byte[] Tiff
    {
        get
        {
            (int Tag, int Type, int Value)[] entries =
            [
                (256, 3, 1),
                (257, 3, 1),
                (258, 3, 8),
                (259, 3, 1),
                (262, 3, 1),
                (273, 4, 8),
                (277, 3, 1),
                (278, 3, 1),
                (279, 4, 1),
            ];
            var file = new MemoryStream();
            using var writer = new BinaryWriter(file);
            writer.Write("II*\0"u8);
            writer.Write(10);
            writer.Write((short)0);
            writer.Write((short)entries.Length);
            foreach ((int tag, int type, int value) in entries)
            {
                writer.Write((short)tag);
                writer.Write((short)type);
                writer.Write(1);
                writer.Write(value);
            }
            writer.Write(0);
            return file.ToArray();
        }
    }

    /// <summary>An MP4, or with another brand a MOV, without any track.</summary>
    public static byte[] Film(string brand) =>
        [
            .. Box("ftyp", [.. Encoding.ASCII.GetBytes(brand), 0, 0, 2, 0, .. Encoding.ASCII.GetBytes(brand)]),
            .. Box(
                "moov",
                Box(
                    "mvhd",
                    [
                        .. new byte[12],
                        0,
                        0,
                        3,
                        0xE8,
                        .. new byte[4],
                        0,
                        1,
                        0,
                        0,
                        1,
                        0,
                        .. new byte[10],
                        0,
                        1,
                        0,
                        0,
                        .. new byte[12],
                        0,
                        1,
                        0,
                        0,
                        .. new byte[12],
                        0x40,
                        0,
                        0,
                        0,
                        .. new byte[24],
                        0,
                        0,
                        0,
                        2,
                    ]
                )
            ),
            .. Box("mdat", []),
        ];

    /// <summary>A HEIC or AVIF with one item and no pixels.</summary>
    public static byte[] Still(string brand, string codec)
    {
        byte[] handler = Box("hdlr", [.. new byte[8], .. "pict"u8, .. new byte[13]]);
        byte[] primary = Box("pitm", [0, 0, 0, 0, 0, 1]);
        byte[] kinds = Box("iinf", [0, 0, 0, 0, 0, 1, .. Box("infe", [2, 0, 0, 0, 0, 1, 0, 0, .. Encoding.ASCII.GetBytes(codec), 0])]);
        byte[] type = Box("ftyp", [.. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. "mif1"u8, .. Encoding.ASCII.GetBytes(brand)]);
        byte[] properties = Box("iprp", [.. Box("ipco", [])]);
        byte[] body = Body(0);
        body = Body(type.Length + 8 + body.Length + 8);
        return [.. type, .. Box("meta", body), .. Box("mdat", [1, 2, 3, 4])];

        byte[] Body(int data) =>
            [
                0,
                0,
                0,
                0,
                .. handler,
                .. primary,
                .. kinds,
                .. Box("iloc", [0, 0, 0, 0, 0x44, 0, 0, 1, 0, 1, 0, 0, 0, 1, .. BigEndian(data), 0, 0, 0, 4]),
                .. properties,
            ];
    }

    /// <summary>A PDF of one empty page with a link.</summary>
    public static byte[] Pdf
    {
        get
        {
            var file = new StringBuilder("%PDF-1.4\n");
            var offsets = new List<int>();
            foreach (
                string value in (string[])
                    [
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [4 0 R] >>",
                        "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org/) >> >>",
                    ]
            )
            {
                offsets.Add(file.Length);
                file.Append($"{offsets.Count} 0 obj\n{value}\nendobj\n");
            }
            int table = file.Length;
            file.Append($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
            foreach (int offset in offsets)
                file.Append($"{offset:D10} 00000 n \n");
            file.Append($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
            return Encoding.Latin1.GetBytes(file.ToString());
        }
    }

    /// <summary>A PostScript file that draws nothing.</summary>
    public static byte[] Eps =>
        (
            "%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n%%BeginProlog\n%%EndProlog\n%%Page: 1 "u8
            + "1\n%%BeginPageSetup\n%%EndPageSetup\nshowpage\n%%PageTrailer\n%%Trailer\n%%EOF\n"u8
        ).ToArray();

    /// <summary>A Photoshop document of one pixel.</summary>
    public static byte[] Psd => [.. "8BPS"u8, 0, 1, .. new byte[6], 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 8, 0, 1, .. new byte[12], 0, 0, 0];

    private static byte[] Box(string type, byte[] content) =>
        [.. BigEndian(content.Length + 8), .. Encoding.ASCII.GetBytes(type), .. content];

    private static byte[] BigEndian(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
