namespace PostLint.Assets.Images;

/// <summary>A piece of a JPEG: a segment with its marker, or the coded pixels behind the segment that begins a scan.</summary>
/// <param name="Marker">The second byte of its marker; 0 for pixels.</param>
/// <param name="Start">Offset of its marker, or of the pixels.</param>
/// <param name="Length">Length of its data in bytes, without marker and length.</param>
internal readonly record struct JpegSegment(int Marker, long Start, long Length)
{
    /// <summary>Whether it stands for itself, without a length and data.</summary>
    public bool IsBare => Marker is 0xD9 or 0x01 or (>= 0xD0 and <= 0xD7);

    /// <summary>Whether it belongs to a program, or is a remark.</summary>
    public bool IsApplication => Marker is 0xFE or (>= 0xE0 and <= 0xEF);

    /// <summary>Offset behind it.</summary>
    public long End =>
        Marker == 0 ? Start + Length
        : IsBare ? Start + 2
        : Start + 4 + Length;
}

/// <summary>Walks the segments of a JPEG.</summary>
internal static class JpegSegments
{
    /// <summary>The segments and pixels up to the picture's end (0xD9), which a cut file lacks.</summary>
    /// <exception cref="EndOfStreamException">The file ends before its pixels.</exception>
    /// <exception cref="InvalidDataException">There is something else where a marker should stand.</exception>
    public static IEnumerable<JpegSegment> Of(Stream content)
    {
        long at = 2;
        bool isInPixels = false;
        while (true)
        {
            if (isInPixels && at + 2 > content.Length)
                yield break;
            content.Position = at;
            byte[] marker = content.Take(2);
            // A zero behind 0xFF is a byte of pixels, and no segment.
            if (marker is not [0xFF, not 0])
                throw new InvalidDataException("its segments are broken");
            if (marker[1] == 0xFF)
            {
                at++; // filling
                continue;
            }
            JpegSegment segment = new(marker[1], at, 0);
            if (!segment.IsBare)
                segment = segment with { Length = content.TakeBigEndian(2) - 2 };
            if (segment.Length < 0 || segment.End > content.Length)
                throw new EndOfStreamException();
            yield return segment;
            if (segment.Marker == 0xD9)
                yield break;
            at = segment.End;
            if (segment.Marker != 0xDA)
                continue;
            isInPixels = true;
            JpegSegment pixels = new(0, at, EndOfPixels(content, at) - at);
            yield return pixels;
            at = pixels.End;
        }
    }

    /// <summary>The offset of the first marker behind coded pixels that is none of theirs; the file's end where there is none.</summary>
    private static long EndOfPixels(Stream content, long start)
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
                    if (mark < 0)
                        break;
                    i += mark;
                    isAfterMark = true;
                    continue;
                }
                if (buffer[i] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
                    return at + i - 1;
                isAfterMark = buffer[i] == 0xFF;
            }
            at += read;
        }
        return content.Length;
    }
}
