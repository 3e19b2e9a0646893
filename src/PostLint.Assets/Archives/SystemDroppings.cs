using System.Text;

namespace PostLint.Assets.Archives;

/// <summary>
/// What macOS and editors leave beside files: folder settings that list the files around them, attributes that tell where a file came from,
/// swap files with login and computer.
/// </summary>
internal sealed class SystemDroppings : IAssetFormat
{
    private const int MaxBytes = 4 << 20;
    private const int ShortestRun = 5;
    private const int MaxRuns = 300;

    /// <inheritdoc/>
    public string Name => "system dropping";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => IsFolderSettings(head) || IsAppleDouble(head) || IsSwapFile(head);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        byte[] bytes = content.Take(Math.Min(content.Length, MaxBytes));
        if (IsSwapFile(bytes))
            ReadSwapFile(bytes, scan);
        else if (IsAppleDouble(bytes))
            ReadRuns(bytes, "AppleDouble", scan);
        else
            ReadNames(bytes, scan);
    }

    private static bool IsFolderSettings(ReadOnlySpan<byte> head) => head.Length > 8 && head[4..].StartsWith("Bud1"u8);

    private static bool IsAppleDouble(ReadOnlySpan<byte> head) => head is [0, 5, 0x16, 7, ..];

    private static bool IsSwapFile(ReadOnlySpan<byte> head) => head.StartsWith("b0VIM "u8);

    /// <summary>Version, page size, times, process; then login, computer and file, at fixed places (Vim's memline.c).</summary>
    private static void ReadSwapFile(ReadOnlySpan<byte> bytes, AssetScan scan)
    {
        if (bytes.Length < 1_008)
            throw new EndOfStreamException();
        scan.Field("Vim", "UserName", Bytes.Text(bytes.Slice(28, 40)));
        scan.Field("Vim", "HostName", Bytes.Text(bytes.Slice(68, 40)));
        scan.Field("Vim", "FileName", Bytes.Text(bytes.Slice(108, 898)));
    }

    /// <summary>The addresses that a file was loaded from stand among binary property lists as plain runs.</summary>
    private static void ReadRuns(ReadOnlySpan<byte> bytes, string group, AssetScan scan)
    {
        int start = 0,
            runs = 0;
        for (int i = 0; i <= bytes.Length && runs < MaxRuns; i++)
        {
            if (i < bytes.Length && bytes[i] is >= 0x20 and < 0x7F)
                continue;
            if (i - start >= ShortestRun)
            {
                string text = Encoding.ASCII.GetString(bytes[start..i]);
                int address = text.IndexOf("http", StringComparison.Ordinal);
                scan.Field(group, address >= 0 ? "WhereFroms" : "Text", address >= 0 ? text[address..] : text);
                runs++;
            }
            start = i + 1;
        }
    }

    /// <summary>Names stand as UTF-16, each after its length.</summary>
    private static void ReadNames(ReadOnlySpan<byte> bytes, AssetScan scan)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i + 6 < bytes.Length && seen.Count < MaxRuns; i++)
        {
            int length = (bytes[i] << 24) | (bytes[i + 1] << 16) | (bytes[i + 2] << 8) | bytes[i + 3];
            if (length is < 2 or > 255 || i + 4 + (length * 2) > bytes.Length || bytes[i + 4] != 0)
                continue;
            string name = Encoding.BigEndianUnicode.GetString(bytes.Slice(i + 4, length * 2));
            if (name.Any(c => char.IsControl(c) || char.IsSurrogate(c)) || !name.Any(char.IsLetterOrDigit))
                continue;
            if (seen.Add(name))
                scan.Field("DS_Store", "FileName", name);
            i += 3 + (length * 2);
        }
    }
}
