using PostLint.Submissions;

namespace PostLint.Reporting;

/// <summary>
/// A slice as people count: 1-based, in UTF-16 units, the end column after the last unit. Columns are 0 where they are not known.
/// </summary>
internal readonly record struct Region(int Line, int Column, int EndLine, int EndColumn);

/// <summary>The texts of a run by path, and where places stand in them.</summary>
internal sealed class Sources
{
    private readonly Dictionary<string, SubmittedFile> _files = new(StringComparer.Ordinal);

    public Sources(LintRun run)
    {
        foreach (SubmittedFile file in run.Results.SelectMany(result => result.Submission.Files))
        {
            if (file.Text is not null)
                _files.TryAdd(file.Path, file);
        }
    }

    /// <summary>The text of a file; null for binary files and for what belongs to no submission.</summary>
    public SourceText? TextOf(string path) => _files.GetValueOrDefault(path)?.Text;

    /// <summary>The field of metadata that a place stands in; null for places in text.</summary>
    public string? FieldOf(Place place) => _files.GetValueOrDefault(place.File)?.Sheet?.FieldAt(place.Line)?.FullName;

    /// <summary>The file of the submission that a path lies inside of, such as an archive; null for files of their own.</summary>
    public string? ContainerOf(string path) => _files.TryGetValue(path, out SubmittedFile? file) ? file.Container : OuterOf(path);

    /// <summary>Where a place stands; null where it has no line, such as the name of a file or a field of metadata.</summary>
    public Region? RegionOf(Place place) => _files.GetValueOrDefault(place.File)?.Sheet is null ? ShownRegionOf(place) : null;

    /// <summary>Where a place stands in the text that is shown of its file, which for metadata is one field a line.</summary>
    public Region? ShownRegionOf(Place place)
    {
        if (place.Line < 1)
            return null;
        if (TextOf(place.File) is not { } text)
            return new(place.Line, 0, place.Line, 0);
        TextSpan span = Clamp(place.Span, text.Text.Length);
        LinePosition start = text.PositionOf(span.Start);
        LinePosition end = text.PositionOf(span.End);
        return new(start.Line, start.Column, end.Line, end.Column);
    }

    /// <summary>
    /// Where the words of a place stand: the region without the white space that ends it, so that no line is shown that holds nothing
    /// of it.
    /// </summary>
    public Region? TightRegionOf(Place place) => RegionOf(Tight(place));

    /// <summary>The same in the text that is shown.</summary>
    public Region? ShownTightRegionOf(Place place) => ShownRegionOf(Tight(place));

    /// <summary>Where a place stands, with columns that count bytes of UTF-8.</summary>
    public Region? Utf8RegionOf(Place place)
    {
        if (RegionOf(place) is not { } region || region.Column == 0 || TextOf(place.File) is not { } text)
            return RegionOf(place);
        int Bytes(int line, int column) =>
            System.Text.Encoding.UTF8.GetByteCount(text.Slice(text.LineSpan(line) with { Length = column - 1 })) + 1;
        return region with { Column = Bytes(region.Line, region.Column), EndColumn = Bytes(region.EndLine, region.EndColumn) };
    }

    private Place Tight(Place place) => SliceOf(place).TrimEnd().Length is > 0 and int length ? place with { Length = length } : place;

    /// <summary>The slice itself; empty where there is none.</summary>
    public ReadOnlySpan<char> SliceOf(Place place) =>
        place.Line > 0 && TextOf(place.File) is { } text ? text.Slice(Clamp(place.Span, text.Text.Length)) : [];

    /// <summary>What was refused inside an archive is no file of the submission, but its path tells the archive.</summary>
    private static string? OuterOf(string path) => path.IndexOf("!/", StringComparison.Ordinal) is > 0 and int end ? path[..end] : null;

    private static TextSpan Clamp(TextSpan span, int length)
    {
        int start = Math.Clamp(span.Start, 0, length);
        return TextSpan.Between(start, (int)Math.Clamp((long)span.Start + span.Length, start, length));
    }
}
