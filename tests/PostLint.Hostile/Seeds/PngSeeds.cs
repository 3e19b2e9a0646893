using static PostLint.Hostile.Seeds.Binary;

namespace PostLint.Hostile.Seeds;

/// <summary>PNG: every kind of colour, 8 and 16 bits, palettes, animation, and every chunk that holds text.</summary>
internal static class PngSeeds
{
    public static byte[] Colours(Random random) => Picture(random, [0, 2, 4, 6], 8);

    public static byte[] SixteenBits(Random random) => Picture(random, [0, 2, 4, 6], 16);

    public static byte[] Palette(Random random) => Picture(random, [3], 8);

    public static byte[] Animated(Random random) => Picture(random, [2, 6], 8, frames: random.Next(2, 5));

    /// <summary>As ImageMagick writes Exif: as hexadecimal digits in a text, turning the picture too.</summary>
    public static byte[] RawProfile(Random random) => Picture(random, [2], 8, hasRawProfile: true);

    /// <summary>A picture that takes its time to be written.</summary>
    public static byte[] Large(Random random) => Picture(random, [2], 8, least: 200);

    private static byte[] Picture(Random random, int[] kinds, int depth, int frames = 1, bool hasRawProfile = false, int least = 1)
    {
        int kind = kinds[random.Next(kinds.Length)],
            width = least + random.Next(19),
            height = least + random.Next(19);
        int samples = kind switch
        {
            0 or 3 => 1,
            4 => 2,
            2 => 3,
            _ => 4,
        };
        byte[] Pixels()
        {
            byte[] rows = new byte[height * (1 + (width * samples * depth / 8))];
            random.NextBytes(rows);
            for (int y = 0; y < height; y++)
                rows[y * (rows.Length / height)] = 0;
            if (kind == 3)
                for (int i = 0; i < rows.Length; i++)
                    rows[i] = (byte)(i % (rows.Length / height) == 0 ? 0 : rows[i] % 16);
            return Zlib(rows);
        }
        var picture = new List<byte[]> { Chunk("IHDR", [.. Big(width), .. Big(height), (byte)depth, (byte)kind, 0, 0, 0]) };
        if (random.Next(3) == 0 && kind is 2 or 6)
            picture.Add(Chunk("iCCP", [.. "example\0\0"u8, .. Zlib(Tags.Icc())]));
        if (random.Next(2) == 0)
            picture.Add(Chunk("pHYs", [.. Big(2835), .. Big(2835), 1]));
        if (kind == 3)
            picture.AddRange([Chunk("PLTE", [.. Enumerable.Range(0, 48).Select(i => (byte)(i * 5))]), Chunk("tRNS", [0, 128])]);
        picture.AddRange(hasRawProfile ? [RawProfileChunk(random)] : Texts(random));
        if (frames > 1)
            picture.AddRange([Chunk("acTL", [.. Big(frames), .. Big(0)]), Control(0)]);
        picture.Add(Chunk("IDAT", Pixels()));
        for (int frame = 1; frame < frames; frame++)
            picture.AddRange([Control((frame * 2) - 1), Chunk("fdAT", [.. Big(frame * 2), .. Pixels()])]);
        picture.Add(Chunk("IEND", []));
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Join(picture)];

        byte[] Control(int number) =>
            Chunk("fcTL", [.. Big(number), .. Big(width), .. Big(height), .. Big(0), .. Big(0), 0, 10, 0, 100, 0, 0]);
    }

    /// <summary>The first always, so that there is something to take out; others by chance.</summary>
    private static IEnumerable<byte[]> Texts(Random random)
    {
        byte[][] all =
        [
            Chunk("tEXt", Latin($"Author\0{Planted.Name}")),
            Chunk("zTXt", [.. "Comment\0\0"u8, .. Zlib(Latin($"drawn in {Planted.Folder}/plot.py"))]),
            Chunk("iTXt", Utf8($"Author\0\0\0en\0Autorin\0{Planted.Name}")),
            Chunk("iTXt", [.. "XML:com.adobe.xmp\0\x01\0\0\0"u8, .. Zlib(Tags.Xmp())]),
            Chunk("eXIf", Tags.Exif(random)),
            Chunk("tIME", [7, 0xE8, 5, 7, 12, 0, 0]),
        ];
        return all.Where((_, i) => i == 0 || random.Next(2) == 0);
    }

    private static byte[] RawProfileChunk(Random random)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. Tags.Exif(random, orientation: 6)];
        IEnumerable<string> lines = Convert.ToHexStringLower(exif).Chunk(72).Select(line => new string(line));
        return Chunk("zTXt", [.. "Raw profile type exif\0\0"u8, .. Zlib(Latin($"\nexif\n{exif.Length, 8}\n{string.Join('\n', lines)}\n"))]);
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Latin(type), .. data];
        return [.. Big(data.Length), .. body, .. Big((int)Crc(body))];
    }
}
