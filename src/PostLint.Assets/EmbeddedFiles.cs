using PostLint.Assets.Images;

namespace PostLint.Assets;

/// <summary>Opens the files that a text carries in itself: what its addresses hold, the diagrams that drawings were made from, and content
/// credentials.</summary>
internal static class EmbeddedFiles
{
    private const int MaxManifests = 100;
    private const string Manifest = "c2pa:manifest";

    /// <summary>Opens each as a part that is named by what it is and its line.</summary>
    public static void Open(string text, AssetScan scan)
    {
        DataAddresses.Open(text, scan);
        Diagrams.Open(text, scan);
        Excalidraw.Open(text, scan);
        OpenManifests(text, scan);
    }

    /// <summary>In an SVG content credentials are the text of an element, in base64.</summary>
    private static void OpenManifests(string text, AssetScan scan)
    {
        int count = 0;
        for (
            int at = text.IndexOf(Manifest, StringComparison.Ordinal);
            at >= 0 && count < MaxManifests;
            at = text.IndexOf(Manifest, at + 1, StringComparison.Ordinal)
        )
        {
            int start = text.IndexOf('>', at) + 1;
            if (start == 0 || text[at - 1] != '<')
                continue;
            if (DataAddresses.Decode(text.AsSpan(start)) is not { } store)
                continue;
            count++;
            scan.Part($"content credentials on line {text.AsSpan(0, at).Count('\n') + 1}.c2pa", store);
        }
    }
}
