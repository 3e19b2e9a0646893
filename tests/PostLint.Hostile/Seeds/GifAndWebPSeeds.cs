using static PostLint.Hostile.Seeds.Binary;

namespace PostLint.Hostile.Seeds;

/// <summary>GIF and WebP, still and animated.</summary>
internal static class GifAndWebPSeeds
{
    public static byte[] Gif(Random random) => Gif(random, 1);

    public static byte[] AnimatedGif(Random random) => Gif(random, random.Next(2, 5));

    /// <summary>Lossless, one colour, in the extended form that holds metadata.</summary>
    public static byte[] WebP(Random random)
    {
        int width = random.Next(1, 40),
            height = random.Next(1, 40);
        bool hasProfile = random.Next(3) == 0;
        return Riff([
            .. Extended(width, height, (byte)(0x0C | (hasProfile ? 0x20 : 0))),
            .. hasProfile ? Chunk("ICCP", Tags.Icc()) : [],
            .. Chunk("VP8L", Lossless(random, width, height)),
            .. Chunk("EXIF", Tags.Exif(random)),
            .. Chunk("XMP ", Tags.Xmp()),
        ]);
    }

    public static byte[] AnimatedWebP(Random random)
    {
        int width = random.Next(1, 40),
            height = random.Next(1, 40);
        IEnumerable<byte[]> frames = Enumerable
            .Range(0, random.Next(2, 5))
            .Select(_ =>
                Chunk(
                    "ANMF",
                    [
                        .. new byte[6],
                        .. Little(width - 1, 3),
                        .. Little(height - 1, 3),
                        100,
                        0,
                        0,
                        0,
                        .. Chunk("VP8L", Lossless(random, width, height)),
                    ]
                )
            );
        return Riff([
            .. Extended(width, height, 0x0E),
            .. Chunk("ANIM", new byte[6]),
            .. Join(frames),
            .. Chunk("EXIF", Tags.Exif(random)),
            .. Chunk("XMP ", Tags.Xmp()),
        ]);
    }

    private static byte[] Gif(Random random, int frames)
    {
        int width = random.Next(1, 30),
            height = random.Next(1, 30);
        List<byte[]> file = ["GIF89a"u8.ToArray(), Little(width, 2), Little(height, 2), [0xF6, 0, 0]];
        byte[] palette = new byte[128 * 3];
        random.NextBytes(palette);
        file.Add(palette);
        if (frames > 1)
            file.Add([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);
        file.Add([0x21, 0xFE, .. Pieces(Latin($"Author: {Planted.Name}, {Planted.Folder}/plot.gif"))]);
        if (random.Next(2) == 0)
            file.Add([0x21, 0xFF, 11, .. "XMP DataXMP"u8, .. Tags.Xmp(), 1, .. Enumerable.Range(0, 256).Select(i => (byte)(255 - i)), 0]);
        for (int frame = 0; frame < frames; frame++)
        {
            if (frames > 1)
                file.Add([0x21, 0xF9, 4, 4, 10, 0, 0, 0]);
            file.Add([0x2C, .. new byte[4], .. Little(width, 2), .. Little(height, 2), 0, 7, .. Pieces(Codes(random, width * height))]);
        }
        return [.. Join(file), 0x3B];
    }

    /// <summary>Codes of eight bits: the table is emptied before codes grow.</summary>
    private static byte[] Codes(Random random, int pixels)
    {
        var codes = new List<byte>();
        for (int i = 0; i < pixels; i++)
        {
            if (i % 100 == 0)
                codes.Add(128);
            codes.Add((byte)random.Next(128));
        }
        return [.. codes, 129];
    }

    private static byte[] Pieces(byte[] data) => [.. data.Chunk(255).SelectMany(piece => (byte[])[(byte)piece.Length, .. piece]), 0];

    /// <summary>A picture of one colour: every prefix code has one symbol, so that its pixels take no bits.</summary>
    private static byte[] Lossless(Random random, int width, int height)
    {
        var bits = new List<bool>();
        void Put(int value, int count)
        {
            for (int i = 0; i < count; i++)
                bits.Add(((value >> i) & 1) != 0);
        }
        Put(width - 1, 14);
        Put(height - 1, 14);
        Put(0, 1 + 3 + 3); // no alpha, version 0; neither transform nor cache nor groups of codes
        for (int code = 0; code < 5; code++)
        {
            bool isDistance = code == 4;
            Put(isDistance ? 0b001 : 0b101, 3);
            Put(
                isDistance ? 0
                    : code == 3 ? 255
                    : random.Next(256),
                isDistance ? 1 : 8
            );
        }
        byte[] bytes = new byte[(bits.Count + 7) / 8];
        for (int i = 0; i < bits.Count; i++)
            bytes[i / 8] |= (byte)(bits[i] ? 1 << (i % 8) : 0);
        return [0x2F, .. bytes];
    }

    private static byte[] Extended(int width, int height, byte flags) =>
        Chunk("VP8X", [flags, 0, 0, 0, .. Little(width - 1, 3), .. Little(height - 1, 3)]);

    private static byte[] Riff(byte[] chunks) => [.. "RIFF"u8, .. Little(chunks.Length + 4), .. "WEBP"u8, .. chunks];

    private static byte[] Chunk(string type, byte[] data) =>
        [.. Latin(type), .. Little(data.Length), .. data, .. new byte[data.Length % 2]];
}
