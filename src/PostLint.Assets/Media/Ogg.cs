namespace PostLint.Assets.Media;

/// <summary>Ogg, RFC 3533, with Vorbis, Opus, FLAC, Speex or Theora: the second packet of each stream holds the comments.</summary>
internal sealed class Ogg : IAssetFormat
{
    private const int MaxPages = 400; // comments stand at the beginning; a long one with a picture takes many pages
    private const int MaxPacket = 8 << 20;

    // What stands before the comments in each codec's packet.
    private static readonly byte[][] s_marks =
    [
        "\x03vorbis"u8.ToArray(),
        "OpusTags"u8.ToArray(),
        [0x81, .. "theora"u8],
        "Speex   "u8.ToArray(),
    ];

    /// <inheritdoc/>
    public string Name => "Ogg";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("OggS"u8);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        var packets = new Dictionary<uint, MemoryStream>();
        for (int page = 0; page < MaxPages && content.Position < content.Length; page++)
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            byte[] header = content.Take(27);
            if (!header.AsSpan().StartsWith("OggS"u8))
                throw new InvalidDataException("its pages are broken");
            uint serial = BitConverter.ToUInt32(header, 14);
            byte[] lacing = content.Take(header[26]);
            foreach (byte length in lacing)
            {
                if (!packets.TryGetValue(serial, out MemoryStream? packet))
                    packets[serial] = packet = new();
                byte[] piece = content.Take(length);
                if (packet.Length < MaxPacket)
                    packet.Write(piece);
                if (length == 255)
                    continue;
                ReadPacket(packet.GetBuffer().AsSpan(0, (int)packet.Length), scan);
                packet.SetLength(0);
            }
        }
    }

    private static void ReadPacket(ReadOnlySpan<byte> packet, AssetScan scan)
    {
        foreach (byte[] mark in s_marks)
        {
            if (packet.StartsWith(mark))
                VorbisComment.Read(packet[mark.Length..], scan);
        }
    }
}
