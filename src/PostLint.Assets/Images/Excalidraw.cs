using System.IO.Compression;
using System.Text;
using PostLint.Syntax;

namespace PostLint.Assets.Images;

/// <summary>
/// The drawings of Excalidraw, which its exports carry whole: in comments of SVG in base64, and in a text of PNG. What is carried is
/// JSON, which may hold the drawing packed, a byte a character.
/// </summary>
internal static class Excalidraw
{
    private const int MaxDrawings = 100; // in one text
    private const int MaxDrawing = 16 << 20; // bytes, unpacked
    private const int MostPerByte = 1_100; // bytes that one byte unpacks to
    private const string Start = "<!-- payload-start -->";

    /// <summary>The keyword of the text of PNG that holds a drawing.</summary>
    public const string Keyword = "application/vnd.excalidraw+json";

    /// <summary>Opens the drawings in the comments of a text.</summary>
    public static void Open(string text, AssetScan scan)
    {
        int count = 0;
        for (int at = Next(text, 0); at >= 0 && count < MaxDrawings; at = Next(text, at + 1))
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            if (DataAddresses.Decode(text.AsSpan(at + Start.Length)) is not { } payload)
                continue;
            count++;
            OpenPayload(Encoding.UTF8.GetString(payload), $"drawing on line {text.AsSpan(0, at).Count('\n') + 1}.json", scan);
        }
    }

    private static int Next(string text, int from) => text.IndexOf(Start, from, StringComparison.Ordinal);

    /// <summary>Opens the drawing that a payload holds.</summary>
    /// <param name="payload">The JSON that an export carries.</param>
    /// <param name="name">What to call the drawing.</param>
    /// <param name="scan">Where it goes.</param>
    public static void OpenPayload(string payload, string name, AssetScan scan)
    {
        if (JsonValue.Parse(payload)?["encoded"] is not { Kind: JsonKind.String } encoded)
        {
            scan.Part(name, Encoding.UTF8.GetBytes(payload));
            return;
        }
        byte[] packed = Encoding.Latin1.GetBytes(JsonValue.Decode(payload, encoded.Span));
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            byte[] plain = new byte[(int)Math.Min(MaxDrawing, packed.Length * (long)MostPerByte)];
            int length = stream.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
            if (length == MaxDrawing)
                scan.BeyondLimit("a drawing in it unpacks to more than is read");
            if (scan.Spend(length))
                scan.Part(name, plain[..length]);
        }
        catch (InvalidDataException)
        {
            scan.Unread("a drawing in it is broken");
        }
    }
}
