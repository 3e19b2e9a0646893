using System.Text;
using PostLint.Assets.Tags;

namespace PostLint.Assets.Images;

/// <summary>PostScript and EPS: the structuring comments and XMP packets.</summary>
internal sealed class PostScript : IAssetFormat
{
    private const int MaxRead = 32 << 20;

    /// <inheritdoc/>
    public string Name => "PostScript";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("%!PS"u8) || head is [0xC5, 0xD0, 0xD3, 0xC6, ..];

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        ReadOnlySpan<byte> bytes = content.Take(Math.Min(content.Length, MaxRead));
        foreach (Range range in bytes.SplitAny("\r\n"u8))
        {
            ReadOnlySpan<byte> line = bytes[range];
            int colon = line.IndexOf((byte)':');
            if (line.StartsWith("%DVIPS"u8))
                scan.Field("PostScript", "CommandLine", Bytes.Text(line[..Math.Min(line.Length, 2_000)]));
            ReadProperty(line, scan);
            if (!line.StartsWith("%%"u8) || colon is < 3 or > 40 || line.Length > 2_000 || line[2] is < (byte)'A' or > (byte)'Z')
                continue;
            string name = Encoding.ASCII.GetString(line[2..colon]),
                value = Bytes.Text(line[(colon + 1)..]).Trim();
            if (name is "For")
            {
                foreach ((string field, string part) in Makers.Of(value))
                    scan.Field("PostScript", field, part);
                continue;
            }
            value = value.Trim('(', ')');
            if (IsTold(name))
                scan.Field("PostScript", name, value);
        }
        int start = bytes.IndexOf("<?xpacket begin"u8);
        int end = start < 0 ? -1 : bytes[start..].IndexOf("<?xpacket end"u8);
        if (end > 0)
            Xmp.Read(bytes.Slice(start, end), scan);
    }

    private static bool IsTold(string name) =>
        name is "Creator" or "Title" or "Author" or "Copyright" or "Routing" or "Version" or "CreationDate" or "Keywords" or "Subject";

    /// <summary>A property of the PDF that may be made of the file, as plotting programs write it: <c>/Author (ada)</c>.</summary>
    private static void ReadProperty(ReadOnlySpan<byte> line, AssetScan scan)
    {
        ReadOnlySpan<byte> text = line.TrimStart((byte)' ');
        int open = text.IndexOf((byte)'('),
            close = text.LastIndexOf((byte)')');
        if (text.Length > 500 || close <= open || !(text.StartsWith("/Author"u8) || text.StartsWith("/Title"u8)))
            return;
        scan.Field("PostScript", text.StartsWith("/Author"u8) ? "Author" : "Title", Bytes.Text(text[(open + 1)..close]));
    }
}
