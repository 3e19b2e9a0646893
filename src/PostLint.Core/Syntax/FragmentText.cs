using System.Text;

namespace PostLint.Syntax;

/// <summary>A slice of HTML within another language.</summary>
/// <param name="Span">The slice.</param>
/// <param name="HoldsText">Whether the text between its tags is text of the post; otherwise another parser reads it.</param>
internal readonly record struct HtmlFragment(TextSpan Span, bool HoldsText);

/// <summary>What lies between two tags within one slice.</summary>
/// <param name="Span">The slice of the source.</param>
/// <param name="HoldsText">Whether it is text of the post.</param>
/// <param name="IsCut">Whether the slice ends before the text between the tags does.</param>
/// <param name="Next">Offset, in the joined text, at which the next piece begins.</param>
internal readonly record struct HtmlPiece(TextSpan Span, bool HoldsText, bool IsCut, int Next);

/// <summary>Slices of HTML that lie apart, joined to one text, and the way back from its offsets to those of the source.</summary>
internal sealed class FragmentText
{
    private readonly IReadOnlyList<HtmlFragment> _fragments;
    private readonly int[] _starts;
    private int _last;

    /// <summary>Joins slices, given in order, with a line end after each.</summary>
    public FragmentText(SourceText source, IReadOnlyList<HtmlFragment> fragments)
    {
        (_fragments, _starts) = (fragments, new int[fragments.Count]);
        if (fragments.Count == 1)
        {
            Text = string.Concat(source.Slice(fragments[0].Span), "\n"); // a page of its own, perhaps of megabytes: copied once
            return;
        }
        var text = new StringBuilder(fragments.Sum(fragment => fragment.Span.Length + 1));
        for (int i = 0; i < fragments.Count; i++)
        {
            _starts[i] = text.Length;
            text.Append(source.Slice(fragments[i].Span)).Append('\n');
        }
        Text = text.ToString();
    }

    /// <summary>The joined text.</summary>
    public string Text { get; }

    /// <summary>The slice of the source that a range of the joined text stands for.</summary>
    public TextSpan Map(TextSpan range)
    {
        int start = Map(range.Start);
        return TextSpan.Between(start, range.IsEmpty ? start : EndOf(range.End - 1));
    }

    /// <summary>The piece at an offset of the joined text, no further than another.</summary>
    public HtmlPiece PieceAt(int from, int to)
    {
        int fragment = FragmentAt(from),
            end = Math.Min(to, _starts[fragment] + _fragments[fragment].Span.Length);
        TextSpan span = end > from ? TextSpan.Between(Map(from), EndOf(end - 1)) : new(Map(from), 0);
        int next = Math.Max(end, fragment + 1 < _starts.Length ? Math.Min(to, _starts[fragment + 1]) : to);
        return new(span, _fragments[fragment].HoldsText, end < to, next);
    }

    /// <summary>Offsets are asked for in order, so the fragment is the last one or near it.</summary>
    private int FragmentAt(int offset)
    {
        while (_last + 1 < _starts.Length && _starts[_last + 1] <= offset)
            _last++;
        while (_last > 0 && _starts[_last] > offset)
            _last--;
        return _last;
    }

    private int Map(int offset)
    {
        int fragment = FragmentAt(offset);
        return Math.Min(_fragments[fragment].Span.Start + offset - _starts[fragment], _fragments[fragment].Span.End);
    }

    private int EndOf(int last) => Math.Min(Map(last) + 1, _fragments[FragmentAt(last)].Span.End);
}
