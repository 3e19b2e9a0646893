using System.Text;
using PostLint.Rules;

namespace PostLint.Fixing;

/// <summary>Changes of one text, in order and none overlapping.</summary>
public sealed class TextEdits
{
    private TextEdits(IReadOnlyList<(TextSpan Span, string Replacement)> edits) => Edits = edits;

    /// <summary>The slices and what replaces them.</summary>
    public IReadOnlyList<(TextSpan Span, string Replacement)> Edits { get; }

    /// <summary>
    /// Orders fixes. Of two that overlap, one that removes all of the other wins; otherwise the first does, and the other waits for another
    /// round.
    /// </summary>
    public static TextEdits Of(IEnumerable<Fix> fixes)
    {
        var edits = new List<(TextSpan Span, string Replacement)>();
        foreach (Fix fix in fixes.OrderBy(fix => fix.Place.Start).ThenByDescending(fix => fix.Place.Length))
        {
            if (edits.Count > 0 && fix.Place.Start < edits[^1].Span.End)
                continue;
            if (edits.Count > 0 && fix.Place.Span == edits[^1].Span)
                continue;
            edits.Add((fix.Place.Span, fix.Replacement));
        }
        return new(edits);
    }

    /// <summary>The changed text.</summary>
    public string Apply(string text)
    {
        var changed = new StringBuilder(text.Length);
        int at = 0;
        foreach ((TextSpan span, string replacement) in Edits)
        {
            changed.Append(text, at, span.Start - at).Append(replacement);
            at = span.End;
        }
        return changed.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The changed file: what is not replaced stays byte for byte as it was, with byte-order mark and line ends.</summary>
    /// <param name="bytes">The file, of which the text was decoded without loss.</param>
    /// <param name="text">Its text.</param>
    public byte[] Apply(ReadOnlySpan<byte> bytes, string text)
    {
        (Encoding encoding, int mark) = bytes switch
        {
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            _ => (Encoding.UTF8, 0),
        };
        var changed = new MemoryStream(bytes.Length);
        int at = 0,
            byteAt = 0;
        changed.Write(bytes[..mark]);
        byteAt = mark;
        foreach ((TextSpan span, string replacement) in Edits)
        {
            int start = byteAt + encoding.GetByteCount(text.AsSpan(at, span.Start - at));
            changed.Write(bytes[byteAt..start]);
            changed.Write(encoding.GetBytes(replacement));
            byteAt = start + encoding.GetByteCount(text.AsSpan(span.Start, span.Length));
            at = span.End;
        }
        changed.Write(bytes[byteAt..]);
        return changed.ToArray();
    }
}
