using System.Text;

namespace PostLint.Reporting.Terminal;

/// <summary>A source line as a terminal shows it, and what to print below it.</summary>
/// <param name="Line">The line, or the window of it that holds the part, with … where it is cut.</param>
/// <param name="Underline">Blanks and carets that stand below the part.</param>
internal sealed record Excerpt(string Line, string Underline)
{
    private const int TabStop = 4;
    private const string Cut = "…";

    /// <summary>Shows a part of a line.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="part">Offsets in the line; an empty part gets one caret.</param>
    /// <param name="width">How many columns the line may take, at least 10.</param>
    public static Excerpt Of(ReadOnlySpan<char> line, (int Start, int End) part, int width)
    {
        bool fits = ColumnsFrom(line, 0, width + 1) <= width;
        int start = fits ? 0 : WindowStart(line, part, width);
        var builder = new Builder(start > 0, part.Start, Math.Max(part.End, part.Start + 1));
        int at = start;
        while (at < line.Length)
        {
            int next = at;
            string cell = CellAt(line, ref next, builder.Columns);
            int limit = fits || next == line.Length ? width : width - 1;
            if (builder.Columns + DisplayWidth.Of(cell) > limit)
                break;
            builder.Add(cell, at);
            at = next;
        }
        return builder.Build(at < line.Length, at);
    }

    /// <summary>
    /// Leaves a third of the window to what stands before the part, and more where the part and what follows it need less.
    /// </summary>
    private static int WindowStart(ReadOnlySpan<char> line, (int Start, int End) part, int width)
    {
        int from = Math.Min(part.Start, line.Length);
        int before = Math.Max(width / 3, width - 2 - ColumnsFrom(line, from, width));
        int start = from;
        while (start > 0)
        {
            Rune.DecodeLastFromUtf16(line[..start], out _, out int length);
            int at = start - length;
            before -= DisplayWidth.Of(CellAt(line, ref at, 0));
            if (before < 0)
                break;
            start -= length;
        }
        return start;
    }

    /// <summary>The columns from an offset to the line's end, counted up to a limit: a line may be a whole book.</summary>
    private static int ColumnsFrom(ReadOnlySpan<char> line, int at, int limit)
    {
        int columns = 0;
        while (at < line.Length && columns < limit)
            columns += DisplayWidth.Of(CellAt(line, ref at, columns));
        return columns;
    }

    private static string CellAt(ReadOnlySpan<char> line, ref int at, int column)
    {
        if (line[at] != '\t')
            return Printable.Next(line, ref at);
        at++;
        return new(' ', TabStop - (column % TabStop));
    }

    private sealed class Builder(bool isCutBefore, int markFrom, int markTo)
    {
        private readonly StringBuilder _line = new(isCutBefore ? Cut : "");
        private readonly StringBuilder _marks = new(isCutBefore ? " " : "");

        public int Columns { get; private set; } = isCutBefore ? 1 : 0;

        public void Add(string cell, int offset)
        {
            int columns = DisplayWidth.Of(cell);
            bool isMarked = offset >= markFrom && offset < markTo;
            _line.Append(cell);
            _marks.Append(isMarked ? '^' : ' ', columns);
            if (isMarked && columns == 0 && _marks.Length > 0)
                _marks[^1] = '^';
            Columns += columns;
        }

        public Excerpt Build(bool isCutAfter, int end)
        {
            if (markFrom >= end)
                _marks.Append('^');
            return new(isCutAfter ? _line + Cut : _line.ToString(), _marks.ToString().TrimEnd());
        }
    }
}
