using System.Text;

namespace PostLint.Assets.Tags;

/// <summary>
/// What camera makers write for themselves. Their layouts are secret and many; what identifies in them are strings of serial numbers and
/// owners' names, which are
/// listed as they stand: runs of printable characters.
/// </summary>
internal static class MakerNotes
{
    private const int ShortestRun = 6;
    private const int MaxRuns = 40;

    /// <summary>Lists the runs of text, those of digits as what may be a serial number.</summary>
    public static void Read(ReadOnlySpan<byte> note, AssetScan scan)
    {
        int runs = 0,
            start = 0;
        for (int i = 0; i <= note.Length && runs < MaxRuns; i++)
        {
            if (i < note.Length && note[i] is >= 0x20 and < 0x7F)
                continue;
            if (i - start >= ShortestRun)
            {
                string text = Encoding.ASCII.GetString(note[start..i]).Trim();
                bool isNumber =
                    text.Length is >= ShortestRun and <= 24
                    && text.Count(char.IsAsciiDigit) >= ShortestRun
                    && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
                scan.Field("MakerNotes", isNumber ? "SerialNumber" : "Text", text);
                runs++;
            }
            start = i + 1;
        }
        if (runs == 0 && note.Length > 0)
            scan.Field("MakerNotes", "Data", $"(binary, {note.Length} bytes)");
    }
}
