using System.IO.Compression;

namespace PostLint.Assets;

/// <summary>Unpacks Brotli streams of strangers.</summary>
internal static class Brotli
{
    /// <summary>What a stream unpacks to, as far as it is wanted.</summary>
    /// <param name="packed">The stream, and perhaps bytes behind it.</param>
    /// <param name="skipped">How many plain bytes stand before the wanted ones.</param>
    /// <param name="most">How many are wanted; where the stream ends earlier, there are fewer.</param>
    /// <exception cref="InvalidDataException">It is broken.</exception>
    /// <exception cref="EndOfStreamException">It ends before the wanted bytes.</exception>
    public static byte[] Unpack(byte[] packed, long skipped, int most)
    {
        using var plain = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        try
        {
            byte[] scratch = new byte[(int)Math.Min(skipped, 16_384)];
            while (skipped > 0)
            {
                int read = plain.Read(scratch, 0, (int)Math.Min(skipped, scratch.Length));
                if (read == 0)
                    throw new EndOfStreamException();
                skipped -= read;
            }
            byte[] wanted = new byte[most];
            return wanted[..plain.ReadAtLeast(wanted, most, throwOnEndOfStream: false)];
        }
        catch (InvalidOperationException broken)
        {
            // Other decoders say by InvalidDataException that their input is broken; this one as if it were misused.
            throw new InvalidDataException("its structure is broken", broken);
        }
    }
}
