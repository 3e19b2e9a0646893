using PostLint.Server.Protocol;

namespace PostLint.Server;

/// <summary>A text and its lines as the protocol counts them: they end at LF, CR LF or CR.</summary>
internal sealed class Lines
{
    private readonly List<int> _starts = [0];

    /// <summary>Finds the lines of a text.</summary>
    public Lines(string text)
    {
        Text = text;
        for (int at = text.AsSpan().IndexOfAny('\n', '\r'); at >= 0; )
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            _starts.Add(at);
            int next = text.AsSpan(at).IndexOfAny('\n', '\r');
            at = next < 0 ? -1 : at + next;
        }
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The offset of a position; one behind the end of a line means that end, one behind the text its end.</summary>
    public int OffsetOf(Position position)
    {
        if (position.Line < 0)
            return 0;
        if (position.Line >= _starts.Count)
            return Text.Length;
        int start = _starts[position.Line];
        int end = position.Line + 1 < _starts.Count ? _starts[position.Line + 1] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
            end--;
        return Math.Clamp(start + position.Character, start, end);
    }

    /// <summary>The position of an offset.</summary>
    public Position PositionOf(int offset)
    {
        int at = Math.Clamp(offset, 0, Text.Length);
        int line = _starts.BinarySearch(at);
        if (line < 0)
            line = ~line - 1;
        return new(line, at - _starts[line]);
    }

    /// <summary>The range of a slice.</summary>
    public Protocol.Range RangeOf(TextSpan span) => new(PositionOf(span.Start), PositionOf(span.End));

    /// <summary>The text after a change.</summary>
    public string After(ContentChange change)
    {
        if (change.Range is not { } range)
            return change.Text;
        int start = OffsetOf(range.Start),
            end = Math.Max(start, OffsetOf(range.End));
        return string.Concat(Text.AsSpan(0, start), change.Text, Text.AsSpan(end));
    }
}
