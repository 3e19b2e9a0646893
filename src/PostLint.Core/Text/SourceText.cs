namespace PostLint.Text;

/// <summary>A place in a file as people count: line and column.</summary>
/// <param name="Line">1-based; lines end at LF or CRLF only.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>The text of a file and the way between offsets and lines. Immutable.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    /// <summary>Wraps a text.</summary>
    /// <param name="path">Path as reports print it, with forward slashes.</param>
    /// <param name="text">The decoded text, without byte-order mark.</param>
    public SourceText(string path, string text)
    {
        (Path, Text) = (path, text);
        _lineStarts = FindLines(text);
    }

    /// <summary>Path as reports print it, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>How its lines end: CRLF where one does, otherwise LF.</summary>
    public string NewLine => field ??= Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>How many lines there are; an empty text has one.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>Line and column of an offset between 0 and the text's length.</summary>
    public LinePosition PositionOf(int offset)
    {
        int line = LineOf(offset);
        return new(line, offset - _lineStarts[line - 1] + 1);
    }

    /// <summary>1-based line of an offset.</summary>
    public int LineOf(int offset)
    {
        int found = Array.BinarySearch(_lineStarts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The range of a 1-based line, without its line end.</summary>
    public TextSpan LineSpan(int line)
    {
        int start = _lineStarts[line - 1];
        int end = line < _lineStarts.Length ? _lineStarts[line] - 1 : Text.Length;
        if (end > start && line < _lineStarts.Length && Text[end - 1] == '\r')
            end--;
        return TextSpan.Between(start, end);
    }

    /// <summary>The text of a range.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    private static int[] FindLines(string text)
    {
        var starts = new List<int>(1 + (text.Length / 40)) { 0 };
        for (int at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
            starts.Add(at + 1);
        return [.. starts];
    }
}
