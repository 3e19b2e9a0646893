using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using PostLint.Assets.Credentials;
using PostLint.Assets.Tags;

namespace PostLint.Assets.Images;

/// <summary>Portable Network Graphics, ISO/IEC 15948.</summary>
internal sealed class Png : IAssetFormat, IMetadataCleaner, IInventory
{
    private const int MaxChunk = 16 << 20;
    private const int MaxText = 16 << 20;

    // Chunks that the picture is made of and shown by; all others may say anything.
    private static readonly HashSet<string> s_kept = new(StringComparer.Ordinal)
    {
        "IHDR",
        "PLTE",
        "IDAT",
        "IEND",
        "tRNS",
        "cHRM",
        "gAMA",
        "iCCP",
        "sBIT",
        "sRGB",
        "cICP",
        "mDCv",
        "cLLi",
        "bKGD",
        "hIST",
        "pHYs",
        "sPLT",
        "acTL",
        "fcTL",
        "fdAT",
        "sTER",
        "oFFs",
        "sCAL",
        "pCAL",
    };

    /// <inheritdoc/>
    public string Name => "PNG";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith(PngChunks.Signature);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        foreach (PngChunk chunk in PngChunks.Of(content))
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            if (chunk.Type is "IDAT" or "fdAT" or "PLTE" or "IEND")
                continue;
            if (chunk.Length > MaxChunk)
                scan.BeyondLimit($"its chunk {chunk.Type} is larger than is read");
            else
                ReadChunk(chunk.Type, content.Take(chunk.Length), scan);
        }
        if (content.Position < content.Length)
            scan.Part(AssetScan.AfterPicture, content.Take(Math.Min(content.Length - content.Position, MaxChunk)));
    }

    private static void ReadChunk(string type, byte[] data, AssetScan scan)
    {
        int nul = Array.IndexOf(data, (byte)0);
        string keyword = nul > 0 ? Encoding.Latin1.GetString(data, 0, nul) : "";
        switch (type)
        {
            case "tEXt" when nul > 0:
                ReadText(keyword, Bytes.Text(data.AsSpan(nul + 1)), scan);
                break;
            case "zTXt" when nul > 0 && nul + 2 <= data.Length:
                ReadText(keyword, Text(Inflate(data.AsSpan(nul + 2), scan)), scan);
                break;
            case "iTXt" when nul > 0:
                ReadInternational(keyword, data.AsSpan(nul + 1), scan);
                break;
            case "eXIf" or "zxIf":
                Exif.Read(data, scan);
                break;
            case "iCCP" when nul > 0 && nul + 2 <= data.Length:
                scan.Field("PNG", "ProfileName", keyword);
                Icc.Read(Inflate(data.AsSpan(nul + 2), scan), scan);
                break;
            case "tIME" when data.Length == 7:
                scan.Field(
                    "PNG",
                    "ModifyDate",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{(data[0] << 8) | data[1]}:{data[2]:00}:{data[3]:00} {data[4]:00}:{data[5]:00}:{data[6]:00}"
                    )
                );
                break;
            case "caBX":
                C2pa.Read(data, scan);
                break;
            default:
                if (!s_kept.Contains(type))
                    scan.Field("PNG", type, data.Length <= 256 && Bytes.IsText(data) ? Bytes.Text(data) : $"(binary, {data.Length} bytes)");
                break;
        }
    }

    /// <summary>A keyword, a flag and method of compression, a language, the keyword translated, and the text.</summary>
    private static void ReadInternational(string keyword, ReadOnlySpan<byte> data, AssetScan scan)
    {
        if (data.Length < 2)
            throw new EndOfStreamException();
        bool isPacked = data[0] == 1;
        data = data[2..];
        for (int i = 0; i < 2; i++)
        {
            int nul = data.IndexOf((byte)0);
            if (nul < 0)
                throw new EndOfStreamException();
            data = data[(nul + 1)..];
        }
        byte[] text = isPacked ? Inflate(data, scan) : data.ToArray();
        if (keyword is "XML:com.adobe.xmp")
            Xmp.Read(text, scan);
        else
            ReadText(keyword, Encoding.UTF8.GetString(text), scan);
    }

    private static void ReadText(string keyword, string text, AssetScan scan)
    {
        if (keyword.StartsWith("Raw profile type ", StringComparison.Ordinal))
            ReadRawProfile(keyword["Raw profile type ".Length..], text, scan);
        else if (keyword is "mxfile" or "mxGraphModel")
            Diagrams.Open(text, scan);
        else if (keyword is Excalidraw.Keyword)
            Excalidraw.OpenPayload(text, "drawing.json", scan);
        else
            scan.Field("PNG", FieldName(keyword), text);
    }

    /// <summary>Creation Time as CreationTime.</summary>
    private static string FieldName(string keyword) =>
        string.Concat(keyword.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>What ImageMagick writes: a name, a length, and the bytes in hexadecimal digits.</summary>
    private static void ReadRawProfile(string type, string text, AssetScan scan)
    {
        byte[] profile = ProfileOf(text);
        if (profile.AsSpan().StartsWith("Exif\0\0"u8))
            Exif.Read(profile[6..], scan);
        else if (type is "xmp" or "APP1")
            Xmp.Read(profile.AsSpan(Math.Max(0, profile.AsSpan().IndexOf((byte)'<'))), scan);
        else if (type is "exif")
            Exif.Read(profile, scan);
        else if (type is "iptc" or "8bim")
            ReadIptc(profile, scan);
        else if (type is "icc" or "icm")
            Icc.Read(profile, scan);
    }

    private static void ReadIptc(ReadOnlySpan<byte> profile, AssetScan scan)
    {
        if (profile.StartsWith("8BIM"u8))
            Iptc.ReadResources(profile, scan);
        else
            Iptc.Read(profile, scan);
    }

    private static string Text(byte[] bytes) => Bytes.Text(bytes);

    private static byte[] Inflate(ReadOnlySpan<byte> packed, AssetScan scan)
    {
        using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var plain = new MemoryStream();
        byte[] buffer = new byte[16_384];
        while (stream.Read(buffer) is > 0 and int read)
        {
            plain.Write(buffer, 0, read);
            if (plain.Length <= MaxText)
                continue;
            scan.BeyondLimit("a text in it unpacks to more than is read");
            break;
        }
        return plain.ToArray();
    }

    /// <inheritdoc/>
    public void Clean(Stream content, Stream output)
    {
        output.Write(PngChunks.Signature);
        foreach (PngChunk chunk in PngChunks.Of(content))
        {
            (int turned, bool isRaw) = OrientationIn(content, chunk);
            if (turned > 1)
                WriteChunk(output, isRaw ? RawProfile(turned) : [.. "eXIf"u8, .. Orientation.Exif(turned)]);
            if (!s_kept.Contains(chunk.Type))
            {
                // By its rules no reader may pass over a part whose name begins with a capital.
                bool mustBeKnown = char.IsAsciiLetterUpper(chunk.Type[0]);
                if (mustBeKnown)
                    throw new InvalidDataException($"nobody knows what its part {chunk.Type} is for; save it anew");
                continue;
            }
            content.Position = chunk.Start - 8;
            content.CopyBytes(output, chunk.Length + 12L);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<KeptPart> Inventory(Stream content)
    {
        long end = 0;
        foreach (PngChunk chunk in PngChunks.Of(content))
        {
            end = chunk.Start + chunk.Length + 4;
            (int turned, bool isRaw) = OrientationIn(content, chunk);
            if (turned > 1)
                yield return new(isRaw ? "its orientation in a profile" : "its orientation", turned.ToString(CultureInfo.InvariantCulture));
            if (s_kept.Contains(chunk.Type))
                yield return new(NameOf(chunk.Type), Bytes.Hash(content, chunk.Start, chunk.Length));
        }
        if (Bytes.FileBehind(content, end) is { } file)
            yield return new($"the {file} file behind the picture", "");
    }

    private static string NameOf(string type) =>
        type switch
        {
            "IHDR" => "its size and depth",
            "IDAT" => "its pixels",
            "acTL" or "fcTL" or "fdAT" => "its frames",
            "iCCP" or "sRGB" or "gAMA" or "cHRM" or "cICP" => "its colour space",
            _ => $"its part {type}",
        };

    /// <summary>How a part turns the picture, 1 where it does not, and whether it does so in a profile of ImageMagick.</summary>
    private static (int Turned, bool IsRaw) OrientationIn(Stream content, PngChunk chunk)
    {
        if (chunk.Type is not ("eXIf" or "tEXt" or "zTXt") || chunk.Length > MaxChunk)
            return (1, false);
        content.Position = chunk.Start;
        byte[] data = content.Take(chunk.Length);
        if (chunk.Type is "eXIf")
            return (Orientation.Of(data), false);
        if (!data.AsSpan().StartsWith("Raw profile type exif\0"u8) && !data.AsSpan().StartsWith("Raw profile type APP1\0"u8))
            return (1, false);
        ReadOnlySpan<byte> text = data.AsSpan("Raw profile type exif\0".Length);
        byte[] profile = ProfileOf(Bytes.Text(chunk.Type is "tEXt" ? text : Unpacked(text[Math.Min(1, text.Length)..])));
        return (Orientation.Of(profile.AsSpan().StartsWith("Exif\0\0"u8) ? profile.AsSpan(6) : profile), true);
    }

    private static byte[] Unpacked(ReadOnlySpan<byte> packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        byte[] plain = new byte[MaxText];
        return plain[..stream.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false)];
    }

    private static byte[] ProfileOf(string text)
    {
        string digits = string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(2));
        return digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(digits)
            : throw new InvalidDataException("a profile in it is broken");
    }

    /// <summary>A profile that holds an orientation and nothing else, as ImageMagick writes it.</summary>
    private static byte[] RawProfile(int turned)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. Orientation.Exif(turned)];
        string text = string.Create(CultureInfo.InvariantCulture, $"\nexif\n{exif.Length, 8}\n{Convert.ToHexStringLower(exif)}\n");
        return [.. "tEXtRaw profile type exif\0"u8, .. Encoding.Latin1.GetBytes(text)];
    }

    /// <summary>Writes a chunk from its type and data.</summary>
    private static void WriteChunk(Stream output, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length - 4);
        output.Write(number);
        output.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Bytes.Crc(data));
        output.Write(number);
    }
}
