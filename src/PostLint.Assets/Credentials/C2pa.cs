using System.Buffers.Binary;
using System.Text;

namespace PostLint.Assets.Credentials;

/// <summary>
/// Content credentials (C2PA): signed claims of who made a picture with what, in boxes of JUMBF (ISO/IEC 19566-5) with CBOR and JSON
/// inside. They stand in pictures,
/// films and documents, and in files of their own.
/// </summary>
internal sealed class C2pa : IAssetFormat
{
    private const int MaxDepth = 16;
    private const int MaxBoxes = 5_000;
    private const int MaxStore = 64 << 20;
    private const int IdLength = 16;
    private const byte HasLabel = 2;
    private const string TooLarge = "its content credentials are larger than is read";

    /// <inheritdoc/>
    public string Name => "content credentials";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        head.Length >= 16 && head.Slice(4, 4).SequenceEqual("jumb"u8) && head.Slice(12, 4).SequenceEqual("jumd"u8);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan) => Read(content.Take(Math.Min(content.Length, MaxStore)), scan);

    /// <summary>Lists what the assertions of all manifests in a store say, and opens the pictures in it.</summary>
    /// <param name="store">The boxes; what stands before the first is passed over. What holds none is shown as the runs of text in
    /// it.</param>
    /// <param name="scan">Where fields and inner files go.</param>
    public static void Read(byte[] store, AssetScan scan)
    {
        int first = store.AsSpan().IndexOf("jumb"u8) - 4;
        if (first < 0)
        {
            Claims.ReadRuns(store, scan);
            return;
        }
        try
        {
            new Walk(store, scan).Boxes(first, store.Length, 0, "");
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            scan.Unread("its content credentials are broken; they were read as text");
            Claims.ReadRuns(store, scan);
        }
    }

    private sealed class Walk(byte[] store, AssetScan scan)
    {
        private int _boxes;
        private int _pictures;

        public void Boxes(int start, int end, int depth, string label)
        {
            for (int at = start; at + 8 <= end; )
            {
                scan.Cancellation.ThrowIfCancellationRequested();
                if (++_boxes > MaxBoxes || depth > MaxDepth)
                    throw new InvalidDataException(TooLarge);
                (int body, int next) = Extent(at, end);
                Box(store.AsSpan(at + 4, 4), body, next, depth, ref label);
                at = next;
            }
        }

        private (int Body, int Next) Extent(int at, int end)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(store.AsSpan(at));
            int body = at + 8;
            if (length == 1 && at + 16 <= end)
                (length, body) = (BinaryPrimitives.ReadInt64BigEndian(store.AsSpan(at + 8)), at + 16);
            if (length == 0)
                length = end - at;
            return length >= body - at && length <= end - at ? (body, at + (int)length) : throw new EndOfStreamException();
        }

        private void Box(ReadOnlySpan<byte> type, int body, int end, int depth, ref string label)
        {
            if (type.SequenceEqual("jumb"u8))
                Boxes(body, end, depth + 1, "");
            else if (type.SequenceEqual("jumd"u8))
                label = Label(store.AsSpan(body, end - body));
            else if (type.SequenceEqual("json"u8))
                Claims.ReadJson(store.AsMemory(body, end - body), scan);
            else if (type.SequenceEqual("cbor"u8))
                Claims.ReadCbor(store[body..end], scan);
            else if (type.SequenceEqual("bidb"u8))
                scan.Part($"picture {++_pictures} of the content credentials", store[body..end]);
            else if (type.SequenceEqual("xml "u8))
                Tags.Xmp.Read(store.AsSpan(body, end - body), scan);
            else if (!label.StartsWith("c2pa.hash", StringComparison.Ordinal))
                Claims.ReadRuns(store.AsSpan(body, end - body), scan);
        }

        private static string Label(ReadOnlySpan<byte> description) =>
            description.Length > IdLength + 1 && (description[IdLength] & HasLabel) != 0
                ? Encoding.UTF8.GetString(description[(IdLength + 1)..].TrimEnd((byte)0))
                : "";
    }
}
