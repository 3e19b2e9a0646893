using PostLint.Facts;
using PostLint.Findings;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Reporting;

/// <summary>A slice as people count: 1-based, in UTF-16 units, the end column after the last unit. Columns are 0 where they are not known.</summary>
internal readonly record struct Region(int Line, int Column, int EndLine, int EndColumn);

/// <summary>The texts of a run by path, and where places stand in them.</summary>
internal sealed class Sources
{
    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);

    public Sources(LintRun run)
    {
        foreach (SubmittedFile file in run.Results.SelectMany(result => result.Submission.Files))
        {
            if (file.Text is not null) _texts.TryAdd(file.Path, file.Text);
        }
    }

    /// <summary>The text of a file; null for binary files and for what belongs to no submission.</summary>
    public SourceText? TextOf(string path) => _texts.GetValueOrDefault(path);

    /// <summary>Where a place stands; null where it has no line, such as the name of a file.</summary>
    public Region? RegionOf(Place place)
    {
        if (place.Line < 1) return null;
        if (TextOf(place.File) is not { } text) return new(place.Line, 0, place.Line, 0);
        TextSpan span = Clamp(place.Span, text.Text.Length);
        LinePosition start = text.PositionOf(span.Start);
        LinePosition end = text.PositionOf(span.End);
        return new(start.Line, start.Column, end.Line, end.Column);
    }

    /// <summary>Where the words of a place stand: the region without the white space that ends it, so that no line is shown that holds nothing of it.</summary>
    public Region? TightRegionOf(Place place)
    {
        int length = SliceOf(place).TrimEnd().Length;
        return RegionOf(length > 0 ? place with { Length = length } : place);
    }

    /// <summary>The slice itself; empty where there is none.</summary>
    public string SliceOf(Place place) =>
        place.Line > 0 && TextOf(place.File) is { } text ? text.Slice(Clamp(place.Span, text.Text.Length)).ToString() : "";

    private static TextSpan Clamp(TextSpan span, int length)
    {
        int start = Math.Clamp(span.Start, 0, length);
        return TextSpan.Between(start, (int)Math.Clamp((long)span.Start + span.Length, start, length));
    }
}
