using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace PostLint.Bench;

/// <summary>
/// Makes submissions with much beside their posts, from a seed: of their bytes half is JPEG, a fifth PDF, a fifth PNG and a tenth pages of
/// HTML with scripts, as figures are exported.
/// </summary>
internal static class HeavySubmissions
{
    private const int Count = 20;

    /// <summary>Writes them, a folder each.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="megabytes">How much, of all together.</param>
    /// <param name="seed">The same makes the same.</param>
    public static void Write(string folder, int megabytes, int seed = 1)
    {
        var random = new Random(seed);
        int each = megabytes * 1_000_000 / Count;
        for (int i = 0; i < Count; i++)
        {
            string slug = $"2026-04-27-heavy-{i}",
                root = Path.Combine(folder, slug),
                images = Path.Combine(root, "assets", "img", slug),
                pages = Path.Combine(root, "assets", "html", slug);
            string[] folders = [Path.Combine(root, "_posts"), images, pages];
            Array.ForEach(folders, path => Directory.CreateDirectory(path));
            File.WriteAllText(Path.Combine(root, "_posts", $"{slug}.md"), Posts.MadeUp(1)[0].Files[0].Text!.Text);
            Fill(images, "photo", "jpg", each / 2, random, Jpeg);
            Fill(images, "figure", "pdf", each / 5, random, Pdf);
            Fill(images, "plot", "png", each / 5, random, Png);
            Fill(pages, "page", "html", each / 10, random, Html);
        }
    }

    /// <summary>Files of 200 KB to 2 MB.</summary>
    private static void Fill(string folder, string name, string extension, int bytes, Random random, Func<int, Random, byte[]> make)
    {
        for (int number = 0; bytes > 0; number++)
        {
            byte[] file = make(Math.Min(bytes, random.Next(200_000, 2_000_000)), random);
            File.WriteAllBytes(Path.Combine(folder, $"{name}-{number}.{extension}"), file);
            bytes -= file.Length;
        }
    }

    private static byte[] Noise(int length, Random random)
    {
        var noise = new byte[Math.Max(length, 1)];
        random.NextBytes(noise);
        return noise;
    }

    private static byte[] Jpeg(int length, Random random)
    {
        // Within the picture 0xFF begins a mark.
        byte[] picture = [.. Noise(length, random).Select(value => value == 0xFF ? (byte)0xFE : value)];
        byte[] exif = [.. "Exif\0\0II*\0\u0008\0\0\0\u0001\0\u0031\u0001\u0002\0\u0008\0\0\0\u001A\0\0\0\0\0\0\0Plotter\0"u8];
        return
        [
            0xFF,
            0xD8,
            .. Segment(0xE1, exif),
            .. Segment(0xDB, new byte[65]),
            .. Segment(0xC0, [8, 4, 0, 4, 0, 1, 1, 0x11, 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            .. picture,
            0xFF,
            0xD9,
        ];
    }

    private static byte[] Segment(byte mark, byte[] content) =>
        [0xFF, mark, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Png(int length, Random random)
    {
        var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.NoCompression, leaveOpen: true))
            packed.Write(Noise(length, random));
        return
        [
            0x89,
            .. "PNG\r\n\u001A\n"u8,
            .. Chunk("IHDR", [0, 0, 4, 0, 0, 0, 4, 0, 8, 0, 0, 0, 0]),
            .. Chunk("tEXt", Encoding.ASCII.GetBytes("Software\0Plotter")),
            .. Chunk("IDAT", pixels.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        byte[] length = new byte[4],
            check = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32.HashToUInt32(named));
        return [.. length, .. named, .. check];
    }

    private static byte[] Pdf(int length, Random random)
    {
        var file = new MemoryStream();
        var offsets = new List<long>();
        void Text(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Begin(string dictionary)
        {
            offsets.Add(file.Position);
            Text($"{offsets.Count} 0 obj\n{dictionary}\n");
        }
        Text("%PDF-1.5\n");
        Begin("<< /Type /Catalog /Pages 2 0 R >>\nendobj");
        Begin("<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj");
        Begin("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 5 0 R >>\nendobj");
        Begin("<< /Producer (Plotter) /Creator (Plotter) >>\nendobj");
        for (int left = length; left > 0; left -= 100_000)
        {
            byte[] stream = Noise(Math.Min(left, 100_000), random);
            Begin($"<< /Length {stream.Length} >>\nstream");
            file.Write(stream);
            Text("\nendstream\nendobj\n");
        }
        long table = file.Position;
        Text($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => Text($"{offset:d10} 00000 n \n"));
        Text($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>A page as plotting libraries write it: scripts with long lists of numbers, and little else.</summary>
    private static byte[] Html(int length, Random random)
    {
        var page = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body><div id=\"plot\"></div>\n");
        while (page.Length < length)
        {
            page.Append("<script>Plotly.newPlot(\"plot\", [{\"type\": \"scatter\", \"y\": [");
            for (int i = 0; i < 10_000; i++)
                page.Append(random.NextDouble()).Append(", ");
            page.Append("0]}]);</script>\n");
        }
        return Encoding.UTF8.GetBytes(page.Append("</body></html>\n").ToString());
    }
}
