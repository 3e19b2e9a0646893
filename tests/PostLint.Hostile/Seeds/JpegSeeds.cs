using PostLint.Baselines;
using static PostLint.Hostile.Seeds.Binary;

namespace PostLint.Hostile.Seeds;

/// <summary>
/// JPEG: baseline and progressive, grey, colour and four colours, with restarts, with second pictures. Each block of 8 × 8 pixels has
/// one colour.
/// </summary>
internal static class JpegSeeds
{
    private static readonly string[] s_codes = ["00", "010", "011", "100", "101", "110", "1110", "11110", "111110", "1111110"];

    public static byte[] Baseline(Random random) => WithMetadata(random, Picture(random, 3));

    public static byte[] Grey(Random random) => WithMetadata(random, Picture(random, 1));

    public static byte[] Progressive(Random random) => WithMetadata(random, Picture(random, 3, isProgressive: true));

    public static byte[] FourColours(Random random) => WithMetadata(random, Picture(random, 4));

    public static byte[] Restarts(Random random) => WithMetadata(random, Picture(random, 3, restart: random.Next(1, 4)));

    /// <summary>Bytes of somebody's program behind the picture.</summary>
    public static byte[] Trailer(Random random) => [.. Baseline(random), .. "SEFT"u8, .. Latin($"saved by {Planted.Email}")];

    /// <summary>Two pictures of a stereo camera, by CIPA DC-007.</summary>
    public static byte[] TwoPictures(Random random) => WithSecond(Baseline(random), WithMetadata(random, Picture(random, 3)), "");

    /// <summary>A picture with the map that gives it more brightness on screens that can show it.</summary>
    public static byte[] GainMap(Random random)
    {
        const string Map = "xmlns:hdrgm=\"http://ns.adobe.com/hdr-gain-map/1.0/\" hdrgm:Version=\"1.0\"";
        byte[] second = WithSegments(
            Picture(random, 1),
            Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Tags.Xmp($"{Map} hdrgm:GainMapMax=\"2.5\"")])
        );
        return WithSecond(
            Baseline(random),
            second,
            $"{Map} xmlns:Item=\"http://ns.google.com/photos/1.0/container/item/\" Item:Length=\"{second.Length}\""
        );
    }

    /// <summary>A directory of both pictures in the first, which counts from behind its own signature.</summary>
    private static byte[] WithSecond(byte[] first, byte[] second, string xmp)
    {
        byte[] packet = xmp.Length == 0 ? [] : Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Tags.Xmp(xmp)]);
        int before = 2 + packet.Length,
            directory = before + 4 + 4,
            length = 4 + 4 + 8 + 2 + (3 * 12) + 4 + 32;
        int whole = first.Length + packet.Length + length;
        byte[] body =
        [
            .. "MPF\0"u8,
            .. "MM\0*"u8,
            .. Big(8),
            .. Big(3, 2),
            0xB0,
            0,
            0,
            7,
            0,
            0,
            0,
            4,
            .. "0100"u8,
            0xB0,
            1,
            0,
            4,
            0,
            0,
            0,
            1,
            .. Big(2),
            0xB0,
            2,
            0,
            7,
            0,
            0,
            0,
            32,
            .. Big(50),
            0,
            0,
            0,
            0,
            0x20,
            3,
            0,
            0,
            .. Big(whole),
            .. Big(0),
            .. new byte[4],
            0,
            0,
            0,
            0,
            .. Big(second.Length),
            .. Big(whole - directory),
            .. new byte[4],
        ];
        return [.. first[..2], .. packet, .. Segment(0xE2, body), .. first[2..], .. second];
    }

    private static byte[] WithMetadata(Random random, byte[] picture)
    {
        byte[][] all =
        [
            Segment(0xE1, [.. "Exif\0\0"u8, .. Tags.Exif(random)]),
            Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Tags.Xmp()]),
            Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Tags.Iptc()]),
            Segment(0xFE, Latin($"drawn by {Planted.Email}")),
        ];
        byte[] profile =
            random.Next(3) == 0 && picture.AsSpan().IndexOf("Adobe"u8) < 0
                ? Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. Tags.Icc()])
                : [];
        return WithSegments(picture, [.. profile, .. Join(all.Where((_, i) => i == 0 || random.Next(2) == 0))]);
    }

    /// <summary>Puts segments behind the first one, which is JFIF's or Adobe's.</summary>
    private static byte[] WithSegments(byte[] picture, byte[] segments)
    {
        int end = 2 + 2 + ((picture[4] << 8) | picture[5]);
        return [.. picture[..end], .. segments, .. picture[end..]];
    }

    private static byte[] Picture(Random random, int components, bool isProgressive = false, int restart = 0)
    {
        int columns = random.Next(1, 6),
            rows = random.Next(1, 6),
            width = (columns * 8) - random.Next(8),
            height = (rows * 8) - random.Next(8);
        byte[] first =
            components == 4
                ? Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0])
                : Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        IEnumerable<byte> frame = Enumerable.Range(1, components).SelectMany(id => (byte[])[(byte)id, 0x11, 0]);
        IEnumerable<byte> scan = Enumerable.Range(1, components).SelectMany(id => (byte[])[(byte)id, 0]);
        return
        [
            0xFF,
            0xD8,
            .. first,
            .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]),
            .. Segment(isProgressive ? 0xC2 : 0xC0, [8, .. Big(height, 2), .. Big(width, 2), (byte)components, .. frame]),
            .. Segment(0xC4, [0, 0, 1, 5, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
            .. isProgressive ? [] : Segment(0xC4, [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            .. restart > 0 ? Segment(0xDD, Big(restart, 2)) : [],
            .. Segment(0xDA, [(byte)components, .. scan, 0, (byte)(isProgressive ? 0 : 63), 0]),
            .. Pixels(random, columns * rows, components, isProgressive, restart),
            0xFF,
            0xD9,
        ];
    }

    /// <summary>The mean of each block as its difference from the one before; all else is zero.</summary>
    private static byte[] Pixels(Random random, int units, int components, bool isProgressive, int restart)
    {
        var bytes = new List<byte>();
        var bits = new System.Text.StringBuilder();
        int[] before = new int[components];
        for (int unit = 0; unit < units; unit++)
        {
            if (restart > 0 && unit > 0 && unit % restart == 0)
            {
                Flush(bits, bytes);
                bytes.AddRange([0xFF, (byte)(0xD0 + (((unit / restart) - 1) % 8))]);
                Array.Clear(before);
            }
            for (int component = 0; component < components; component++)
            {
                int value = random.Next(-127, 128),
                    difference = value - before[component];
                before[component] = value;
                int size = difference == 0 ? 0 : 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)Math.Abs(difference));
                bits.Append(s_codes[size]);
                if (size > 0)
                    bits.Append(Convert.ToString(difference > 0 ? difference : difference + (1 << size) - 1, 2).PadLeft(size, '0'));
                if (!isProgressive)
                    bits.Append('0');
            }
        }
        Flush(bits, bytes);
        return [.. bytes];
    }

    private static void Flush(System.Text.StringBuilder bits, List<byte> bytes)
    {
        while (bits.Length % 8 != 0)
            bits.Append('1');
        string all = bits.ToString();
        for (int i = 0; i < all.Length; i += 8)
        {
            bytes.Add(Convert.ToByte(all.Substring(i, 8), 2));
            if (bytes[^1] == 0xFF)
                bytes.Add(0);
        }
        bits.Clear();
    }

    private static byte[] Segment(int marker, byte[] data) => [0xFF, (byte)marker, .. Big(data.Length + 2, 2), .. data];
}
