using System.Text;

namespace PostLint.Assets.Images;

/// <summary>Content credentials (C2PA): signed claims of who made a picture with what, in JUMBF boxes with CBOR and JSON, which are shown as the runs of text in them.</summary>
internal static class C2pa
{
    private const int ShortestRun = 5;
    private const int MaxRuns = 200;

    /// <summary>Lists the texts of a manifest.</summary>
    public static void Read(ReadOnlySpan<byte> manifest, AssetScan scan)
    {
        int start = 0, runs = 0;
        for (int i = 0; i <= manifest.Length && runs < MaxRuns; i++)
        {
            if (i < manifest.Length && manifest[i] is >= 0x20 and not 0x7F) continue;
            if (i - start >= ShortestRun && System.Text.Unicode.Utf8.IsValid(manifest[start..i]))
            {
                scan.Field("JUMBF", "Text", Encoding.UTF8.GetString(manifest[start..i]));
                runs++;
            }
            start = i + 1;
        }
    }
}
