using PostLint.Reporting.Sarif;
using PostLint.Submissions;

namespace PostLint.Reporting;

/// <summary>Turns places of a run into what may be told of them.</summary>
internal sealed class RedactedPlaces
{
    private readonly Redactor _redactor;
    private readonly Dictionary<string, string> _sitePaths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _lineHashes = new(StringComparer.Ordinal);
    private readonly List<string> _roots = [];

    public RedactedPlaces(LintRun run, Redactor redactor)
    {
        (_redactor, Sources) = (redactor, new(run));
        foreach (SubmittedFile file in run.Results.SelectMany(result => result.Submission.Files).Where(file => file.Container is null))
        {
            _sitePaths.TryAdd(file.Path, file.SitePath);
            if (!OutsidePath.Is(file.Path) || !file.Path.EndsWith(file.SitePath, StringComparison.Ordinal))
                continue;
            _roots.Add(file.Path[..^file.SitePath.Length]);
        }
    }

    /// <summary>The texts.</summary>
    public Sources Sources { get; }

    /// <summary>What may be told of a place.</summary>
    public RedactedPlace Of(Place place)
    {
        string? container = Sources.ContainerOf(place.File),
            field = Sources.FieldOf(place);
        Region? region = Sources.RegionOf(place);
        string? inner = container is null ? null : _redactor.ShowPath(place.File[container.Length..]).TrimStart('!', '/');
        return new(PathOf(place.File), Below(container ?? place.File), inner, place.Context)
        {
            Region = region,
            TightRegion = Sources.TightRegionOf(place),
            Utf8RegionOf = () => Sources.Utf8RegionOf(place),
            HasCharacterBehind = region is { Column: > 0 } at && Sources.TextOf(place.File)?.LineSpan(at.Line).Length >= at.Column,
            Field = field is null ? null : _redactor.ShowField(field),
            Text = field is not null || region is { Column: > 0 } ? _redactor.ShowSlice(Sources.SliceOf(place)) : null,
            Line = _redactor.Reveals ? LineOf(place, field is not null) : null,
            FileNumber = NumberOf(place.File),
        };
    }

    /// <summary>What may be told of something that was not read.</summary>
    public RedactedGap GapOf(Unread unread) => new(PathOf(unread), ReasonOf(unread), Below(unread.Path));

    private string ReasonOf(Unread unread)
    {
        string reason = _redactor.ShowQuoted(unread.Reason);
        return unread.Meant.Length == 0 ? reason : $"{reason}; did you mean {PathOf(unread.Meant)}?";
    }

    /// <summary>A path for people, of which only what is there may identify somebody.</summary>
    public string PathOf(Unread unread)
    {
        string path = Below(unread.Path);
        int there = Math.Max(0, path.Length - unread.Missing.Length);
        return _redactor.ShowPath(path[..there]) + path[there..];
    }

    /// <summary>A path for people.</summary>
    public string PathOf(string path) => _redactor.ShowPath(Below(path));

    /// <summary>GitHub's hash of the line of a place; null where it has none.</summary>
    public string? LineHashOf(Place place)
    {
        if (Sources.ContainerOf(place.File) is not null || Sources.RegionOf(place) is not { } region)
            return null;
        if (Sources.TextOf(place.File) is not { } text)
            return null;
        if (!_lineHashes.TryGetValue(place.File, out IReadOnlyList<string>? hashes))
        {
            hashes = LineHashes.Of(text.Text);
            _lineHashes.Add(place.File, hashes);
        }
        return hashes[region.Line - 1];
    }

    /// <summary>
    /// A path below the folder that PostLint ran in, or else below that of the submission: the way to either tells the login of whoever ran
    /// PostLint. What is revealed stays as it is, so that its reader can open it.
    /// </summary>
    private string Below(string path)
    {
        if (_redactor.Reveals || !OutsidePath.Is(path))
            return path;
        int inside = path.IndexOf("!/", StringComparison.Ordinal);
        string outer = inside < 0 ? path : path[..inside],
            rest = inside < 0 ? "" : path[inside..];
        if (_sitePaths.TryGetValue(outer, out string? site))
            return site + rest;
        string? known = _roots.Find(root => outer.StartsWith(root, StringComparison.Ordinal) && outer.Length > root.Length);
        return (known is null ? OutsidePath.Of(outer) : outer[known.Length..]) + rest;
    }

    private int NumberOf(string file)
    {
        if (!_numbers.TryGetValue(file, out int number))
            _numbers[file] = number = _numbers.Count;
        return number;
    }

    private RedactedLine? LineOf(Place place, bool isField)
    {
        if (Sources.ShownTightRegionOf(place) is not { Column: > 0 } region || Sources.TextOf(place.File) is not { } text)
            return null;
        TextSpan whole = text.LineSpan(region.Line);
        bool isOneLine = region.EndLine == region.Line;
        int end = isOneLine ? region.EndColumn - 1 : whole.Length;
        return new(text, whole, region.Column - 1, end, isField ? null : region.Line, isOneLine ? null : region.EndLine);
    }
}
