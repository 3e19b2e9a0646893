namespace PostLint.Assets.Images;

/// <summary>A segment of a JPEG before its pixels.</summary>
/// <param name="Marker">The second byte of its marker.</param>
/// <param name="Start">Offset of its marker.</param>
/// <param name="Length">Length of its data in bytes, without marker and length.</param>
internal readonly record struct JpegSegment(int Marker, long Start, int Length);

/// <summary>Walks the segments of a JPEG up to the pixels.</summary>
internal static class JpegSegments
{
    /// <summary>The segments; the last is the one that begins the pixels (marker 0xDA), or the file's end (0xD9).</summary>
    /// <exception cref="EndOfStreamException">The file ends earlier.</exception>
    /// <exception cref="InvalidDataException">There is something else where a marker should stand.</exception>
    public static IEnumerable<JpegSegment> Of(Stream content)
    {
        long at = 2;
        while (true)
        {
            content.Position = at;
            byte[] marker = content.Take(2);
            if (marker[0] != 0xFF) throw new InvalidDataException("its segments are broken");
            if (marker[1] == 0xFF)
            {
                at++;       // filling
                continue;
            }
            if (marker[1] is 0xD9 or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                yield return new(marker[1], at, 0);
                if (marker[1] == 0xD9) yield break;
                at += 2;
                continue;
            }
            int length = (int)content.TakeBigEndian(2) - 2;
            if (length < 0 || length > content.Length - content.Position) throw new EndOfStreamException();
            yield return new(marker[1], at, length);
            if (marker[1] == 0xDA) yield break;
            at += 4 + length;
        }
    }

    /// <summary>The offset behind the end of the picture that begins at a marker of pixels: behind 0xFFD9, which pixels cannot hold; the file's end where it is missing.</summary>
    public static long EndOfPixels(Stream content, long start)
    {
        content.Position = start;
        byte[] buffer = new byte[65_536];
        bool isAfterMark = false;
        long at = start;
        while (content.Read(buffer) is > 0 and int read)
        {
            for (int i = 0; i < read; i++)
            {
                if (!isAfterMark)
                {
                    int mark = buffer.AsSpan(i, read - i).IndexOf((byte)0xFF);
                    if (mark < 0) break;
                    i += mark;
                    isAfterMark = true;
                    continue;
                }
                if (buffer[i] == 0xD9) return at + i + 1;
                isAfterMark = buffer[i] == 0xFF;
            }
            at += read;
        }
        return content.Length;
    }
}
