namespace PostLint.Reporting;

/// <summary>Where something stands.</summary>
/// <param name="File">Path for people.</param>
/// <param name="Address">Path for programs: of the file of the submission that it is, or lies in. Not masked.</param>
/// <param name="Inner">The way from that file to one inside it; null where there is none.</param>
/// <param name="Context">Where the words stand.</param>
internal sealed record RedactedPlace(string File, string Address, string? Inner, TextContext Context)
{
    /// <summary>The line and columns; null where it has none, such as the name of a file or a field of metadata.</summary>
    public Region? Region { get; init; }

    /// <summary>The same without the white space that ends the slice.</summary>
    public Region? TightRegion { get; init; }

    /// <summary>The region with columns that count bytes of UTF-8.</summary>
    public Region? Utf8Region => _utf8Region.Value;

    /// <summary>How the region in bytes is worked out, once it is asked for.</summary>
    public Func<Region?> Utf8RegionOf
    {
        init => _utf8Region = new(value);
    }

    private readonly Lazy<Region?> _utf8Region = new(() => null);

    /// <summary>Whether a character stands behind the end of the slice on its line.</summary>
    public bool HasCharacterBehind { get; init; }

    /// <summary>The field of metadata; null for places in text.</summary>
    public string? Field { get; init; }

    /// <summary>The slice; null where it is masked.</summary>
    public string? Text { get; init; }

    /// <summary>The whole line, and where in it the slice stands; null where it is masked.</summary>
    public RedactedLine? Line { get; init; }

    /// <summary>Which file it is in, to compare.</summary>
    public int FileNumber { get; init; }
}

/// <summary>A line of a file.</summary>
/// <param name="Source">The text that it is of.</param>
/// <param name="Span">The line.</param>
/// <param name="Start">Where in the line the slice begins.</param>
/// <param name="End">Where in the line it ends.</param>
/// <param name="Number">The number of the line; null for a field of metadata.</param>
/// <param name="LastNumber">The line that the slice ends in; null where it is the same.</param>
internal sealed record RedactedLine(SourceText Source, TextSpan Span, int Start, int End, int? Number, int? LastNumber);
