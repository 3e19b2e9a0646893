using System.Buffers.Binary;
using System.Text;

namespace PostLint.Assets.Images;

/// <summary>A chunk of a PNG.</summary>
/// <param name="Type">Its four letters.</param>
/// <param name="Start">Offset of its data.</param>
/// <param name="Length">Length of its data in bytes.</param>
internal readonly record struct PngChunk(string Type, long Start, uint Length);

/// <summary>Walks the chunks of a PNG without reading them.</summary>
internal static class PngChunks
{
    /// <summary>What a PNG begins with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The chunks up to the one that ends the picture.</summary>
    /// <exception cref="EndOfStreamException">The file ends earlier.</exception>
    public static IEnumerable<PngChunk> Of(Stream content)
    {
        long at = Signature.Length;
        while (true)
        {
            content.Position = at;
            byte[] header = content.Take(8);
            uint length = BinaryPrimitives.ReadUInt32BigEndian(header);
            if (at + 12 + length > content.Length)
                throw new EndOfStreamException();
            string type = Encoding.Latin1.GetString(header, 4, 4);
            yield return new(type, at + 8, length);
            at += 12 + length;
            content.Position = at;
            if (type is "IEND")
                yield break;
        }
    }
}
