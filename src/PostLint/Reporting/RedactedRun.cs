using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Reporting.Sarif;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Reporting;

/// <summary>
/// All that a report may tell of a run. It is made once, before any reporter sees anything, so that none can tell more: texts of the submission are masked,
/// or left out, unless the options reveal them. The one exception are <see cref="RedactedPlace.Address"/>es, by which programs find files.
/// </summary>
internal sealed class RedactedRun
{
    private readonly Redactor _redactor;

    /// <summary>Redacts a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="options">What to show.</param>
    /// <param name="record">Takes each text that is masked; null for nobody who looks.</param>
    public RedactedRun(LintRun run, ReportOptions options, ICollection<string>? record = null)
    {
        Options = options;
        _redactor = new(run, options.Reveal, record);
        var places = new RedactedPlaces(run, _redactor);
        var fingerprints = new ContentFingerprints(places.Sources);
        (Profile, CommonProfile, Rules, Tally) = (run.Profile, run.CommonProfile, run.Rules, Tally.Of(run));
        Configuration = run.ConfigurationPath is { } path ? places.PathOf(path) : null;
        Submissions = [.. run.Results.Select(result => new RedactedSubmission(result, _redactor, places, fingerprints))];
        Unread = [.. run.Unread.Select(places.GapOf)];
    }

    /// <summary>What to show, and how.</summary>
    public ReportOptions Options { get; }

    /// <summary>The profile that was named; the plain one where each submission tells its own.</summary>
    public Profile Profile { get; }

    /// <summary>The profile that every submission was judged by; null where they differ.</summary>
    public Profile? CommonProfile { get; }

    /// <summary>The cards of all rules that ran, by id.</summary>
    public IReadOnlyList<RuleInfo> Rules { get; }

    /// <summary>The configuration file that was used; null for none.</summary>
    public string? Configuration { get; }

    /// <summary>By the order of the command line, then by name.</summary>
    public IReadOnlyList<RedactedSubmission> Submissions { get; }

    /// <summary>What was asked for and belongs to no submission because it could not be read.</summary>
    public IReadOnlyList<RedactedGap> Unread { get; }

    /// <summary>The counts.</summary>
    public Tally Tally { get; }

    /// <summary>Whether anything was masked so far; texts are masked when they are first asked for.</summary>
    public bool HasMasked => _redactor.HasMasked;

    /// <summary>The findings that nobody waived.</summary>
    public IEnumerable<RedactedFinding> OpenFindings =>
        Submissions.SelectMany(submission => submission.Findings).Where(finding => finding.Suppression is null);

    /// <summary>What could not be read: of each submission, then what belongs to none.</summary>
    public IEnumerable<RedactedGap> AllUnread => Submissions.SelectMany(submission => submission.Unread).Concat(Unread);

    /// <summary>What went wrong in PostLint itself.</summary>
    public IEnumerable<RedactedFault> Faults => Submissions.SelectMany(submission => submission.Faults);

    /// <summary>What was not fully checked.</summary>
    public IEnumerable<RedactedStop> Stops => Submissions.SelectMany(submission => submission.Stops);
}

/// <summary>What was found in one submission.</summary>
internal sealed class RedactedSubmission
{
    public RedactedSubmission(SubmissionResult result, Redactor redactor, RedactedPlaces places, ContentFingerprints fingerprints)
    {
        Submission submission = result.Submission;
        Name = redactor.ShowPath(submission.Name);
        (Profile, ToldBy) = (result.Profile, result.ToldBy);
        Files = [.. submission.Files.Select(file => new RedactedFile(places.PathOf(file.Path), IsOpaque: file is { Role: FileRole.BinaryAsset, Text: null }))];
        Findings = [.. result.Findings.Select(finding => new RedactedFinding(finding, redactor, places, fingerprints.Of(finding)))];
        Unread = [.. submission.Unread.Select(places.GapOf)];
        Faults =
        [
            .. result.Faults.Select(fault => new RedactedFault(fault.Rule, fault.Rule.Id, fault.Count, FaultText(fault.Exception, redactor))),
            .. submission.Faults.Select(fault => new RedactedFault(null, $"reading {places.PathOf(fault.Path)}", 1, FaultText(fault.Exception, redactor))),
        ];
        Stops = [.. result.Stops.Select(stop => new RedactedStop(stop.Rule, stop.Tries, stop.Place is { } place ? places.Of(place) : null))];
    }

    /// <summary>The post's slug.</summary>
    public string Name { get; }

    /// <summary>The profile it was judged by.</summary>
    public Profile Profile { get; }

    /// <summary>What told the profile; null where it was named for the whole run.</summary>
    public ToldBy? ToldBy { get; }

    /// <summary>The post first.</summary>
    public IReadOnlyList<RedactedFile> Files { get; }

    /// <summary>By place, then rule; suppressed ones are among them and say so.</summary>
    public IReadOnlyList<RedactedFinding> Findings { get; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<RedactedGap> Unread { get; }

    /// <summary>What went wrong in PostLint itself.</summary>
    public IReadOnlyList<RedactedFault> Faults { get; }

    /// <summary>What was not fully checked.</summary>
    public IReadOnlyList<RedactedStop> Stops { get; }

    /// <summary>The kind of exception; its message only when all is revealed, because it may quote the submission.</summary>
    private static string FaultText(Exception exception, Redactor redactor)
    {
        string kind = exception.GetType().Name;
        return redactor.Reveals ? $"{kind}: {exception.Message}" : kind;
    }
}

/// <summary>A file.</summary>
/// <param name="Path">Its path.</param>
/// <param name="IsOpaque">Whether it is of a format that is not read.</param>
internal sealed record RedactedFile(string Path, bool IsOpaque);

/// <summary>What was not read.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Reason">Why, in words that end a sentence.</param>
/// <param name="Address">Its path for programs.</param>
internal sealed record RedactedGap(string Path, string Reason, string Address);

/// <summary>A fault of PostLint.</summary>
/// <param name="Rule">The rule that failed; null for what is none.</param>
/// <param name="What">What failed.</param>
/// <param name="Count">How often.</param>
/// <param name="Exception">What was thrown first.</param>
internal sealed record RedactedFault(RuleInfo? Rule, string What, int Count, string Exception);

/// <summary>A rule that was stopped before it had tried everything.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Tries">After how many tries.</param>
/// <param name="Place">Where it was; null where it was nowhere.</param>
internal sealed record RedactedStop(RuleInfo Rule, int Tries, RedactedPlace? Place);

/// <summary>That a finding was waived.</summary>
/// <param name="Kind">Whether a comment or the configuration waives it.</param>
/// <param name="Reason">The reason given.</param>
/// <param name="Place">Where the waiver stands.</param>
internal sealed record RedactedSuppression(SuppressionKind Kind, string Reason, RedactedPlace Place);

/// <summary>What would mend a finding.</summary>
/// <param name="Kind">What is done to the file.</param>
/// <param name="Description">In one sentence.</param>
/// <param name="Place">The slice to replace.</param>
/// <param name="Replacement">What replaces it; null where it may not be shown.</param>
/// <param name="IsSafe">Whether a reader would miss nothing.</param>
internal sealed record RedactedFix(FixKind Kind, string Description, RedactedPlace Place, string? Replacement, bool IsSafe);

/// <summary>A fact behind a finding.</summary>
/// <param name="Depth">0 for what the finding's own rule matched.</param>
/// <param name="Kind">Its kind for programs, such as <c>account-link</c>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="HasFile">Whether it stands in a file at all.</param>
/// <param name="ConcludedBy">The ids of the rules that concluded it.</param>
internal sealed record RedactedEvidence(int Depth, string Kind, RedactedPlace Place, bool HasFile, IReadOnlyList<string> ConcludedBy);

/// <summary>What clues say of a hypothesis together.</summary>
/// <param name="Hypothesis">In plain words.</param>
/// <param name="Sum">In quarter bits, as all weights.</param>
/// <param name="Prior">Before any clue.</param>
/// <param name="Chance">Above 0 and below 1.</param>
/// <param name="For">The heaviest clues for it.</param>
/// <param name="Against">The heaviest clues against it.</param>
internal sealed record RedactedWeight(
    string Hypothesis, int Sum, int Prior, double Chance, IReadOnlyList<RedactedClue> For, IReadOnlyList<RedactedClue> Against);

/// <summary>A clue that weighs.</summary>
/// <param name="Weight">How much, and what it is in plain words.</param>
/// <param name="Place">Where it shows first.</param>
internal sealed record RedactedClue(ClueWeight Weight, RedactedPlace Place);

/// <summary>One cause, one finding.</summary>
internal sealed class RedactedFinding
{
    private readonly Lazy<IReadOnlyList<RedactedEvidence>> _evidence;
    private readonly Lazy<string?> _lineHash;

    public RedactedFinding(Finding finding, Redactor redactor, RedactedPlaces places, string fingerprint)
    {
        (Rule, Severity, Requirement, Fingerprint) = (finding.Rule, finding.Severity, finding.Requirement, fingerprint);
        Message = redactor.Show(finding.Message);
        Place = places.Of(finding.Place);
        OtherPlaces = [.. finding.OtherPlaces.Select(places.Of)];
        Suppression = finding.Suppression is { } waiver ? new(waiver.Kind, redactor.Show(waiver.Reason), places.Of(waiver.Place)) : null;
        Fixes = [.. finding.Fixes.Select(fix => new RedactedFix(fix.Kind, redactor.Show(fix.Description), places.Of(fix.Place), Replacement(fix, redactor), fix.IsSafe))];
        Weight = finding.Weight is { } weight
            ? new(weight.Table.Hypothesis, weight.Sum, weight.Table.Prior, weight.Chance, Clues(weight, isFor: true, places), Clues(weight, isFor: false, places))
            : null;
        _evidence = new(() => [.. EvidenceLine.Of(finding).Select(line => new RedactedEvidence(
            line.Depth, Words.NameOf(line.Fact), places.Of(line.Fact.Place), line.Fact.Place.File.Length > 0, [.. line.ConcludedBy.Select(rule => rule.Id)]))]);
        _lineHash = new(() => places.LineHashOf(finding.Place));
    }

    /// <summary>The rule's card.</summary>
    public RuleInfo Rule { get; }

    /// <summary>How much it weighs.</summary>
    public Severity Severity { get; }

    /// <summary>What stands there and why it matters.</summary>
    public string Message { get; }

    /// <summary>The first slice where the cause shows.</summary>
    public RedactedPlace Place { get; }

    /// <summary>The other slices, in order.</summary>
    public IReadOnlyList<RedactedPlace> OtherPlaces { get; }

    /// <summary>What the venue's call asks.</summary>
    public Requirement? Requirement { get; }

    /// <summary>Why it is not to be acted on; null for an open one.</summary>
    public RedactedSuppression? Suppression { get; }

    /// <summary>What would mend it.</summary>
    public IReadOnlyList<RedactedFix> Fixes { get; }

    /// <summary>A hash that stays when lines move; see <see cref="ContentFingerprints"/>.</summary>
    public string Fingerprint { get; }

    /// <summary>GitHub's hash of its line; null where there is none.</summary>
    public string? LineHash => _lineHash.Value;

    /// <summary>What its clues say together; null where the rule weighs none.</summary>
    public RedactedWeight? Weight { get; }

    /// <summary>The facts behind it.</summary>
    public IReadOnlyList<RedactedEvidence> Evidence => _evidence.Value;

    private static IReadOnlyList<RedactedClue> Clues(WeightOfEvidence weight, bool isFor, RedactedPlaces places) =>
        [.. weight.Heaviest(isFor).Select(clue => new RedactedClue(clue.Weight, places.Of(clue.Fact.Place)))];

    /// <summary>A replacement is PostLint's text as a rule; one that quotes a name is not shown.</summary>
    private static string? Replacement(Fix fix, Redactor redactor) => redactor.ShowQuoted(fix.Replacement) == fix.Replacement ? fix.Replacement : null;
}

/// <summary>Where something stands.</summary>
/// <param name="File">Path for people.</param>
/// <param name="Address">Path for programs: of the file of the submission that it is, or lies in. Not masked.</param>
/// <param name="Inner">The way from that file to one inside it; null where there is none.</param>
/// <param name="Channel">Where the words stand.</param>
internal sealed record RedactedPlace(string File, string Address, string? Inner, Channel Channel)
{
    /// <summary>The line and columns; null where it has none, such as the name of a file or a field of metadata.</summary>
    public Region? Region { get; init; }

    /// <summary>The same without the white space that ends the slice.</summary>
    public Region? TightRegion { get; init; }

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
            if (IsOutside(file.Path) && file.Path.EndsWith(file.SitePath, StringComparison.Ordinal)) _roots.Add(file.Path[..^file.SitePath.Length]);
        }
    }

    /// <summary>The texts.</summary>
    public Sources Sources { get; }

    /// <summary>What may be told of a place.</summary>
    public RedactedPlace Of(Place place)
    {
        string? container = Sources.ContainerOf(place.File), field = Sources.FieldOf(place);
        Region? region = Sources.RegionOf(place);
        string? inner = container is null ? null : _redactor.ShowPath(place.File[container.Length..]).TrimStart('!', '/');
        return new(PathOf(place.File), Below(container ?? place.File), inner, place.Channel)
        {
            Region = region,
            TightRegion = Sources.TightRegionOf(place),
            HasCharacterBehind = region is { Column: > 0 } && Sources.TextOf(place.File) is { } text && region.Value.Column <= text.LineSpan(region.Value.Line).Length,
            Field = field is null ? null : _redactor.ShowField(field),
            Text = field is not null || region is { Column: > 0 } ? _redactor.ShowSlice(Sources.SliceOf(place)) : null,
            Line = _redactor.Reveals ? LineOf(place, field is not null) : null,
            FileNumber = NumberOf(place.File),
        };
    }

    /// <summary>What may be told of something that was not read.</summary>
    public RedactedGap GapOf(Unread unread) => new(PathOf(unread.Path), _redactor.ShowQuoted(unread.Reason), Below(unread.Path));

    /// <summary>A path for people.</summary>
    public string PathOf(string path) => _redactor.ShowPath(Below(path));

    /// <summary>GitHub's hash of the line of a place; null where it has none.</summary>
    public string? LineHashOf(Place place)
    {
        if (Sources.ContainerOf(place.File) is not null || Sources.RegionOf(place) is not { } region || Sources.TextOf(place.File) is not { } text) return null;
        if (!_lineHashes.TryGetValue(place.File, out IReadOnlyList<string>? hashes)) _lineHashes.Add(place.File, hashes = LineHashes.Of(text.Text));
        return hashes[region.Line - 1];
    }

    /// <summary>
    /// A path below the folder that PostLint ran in, or else below that of the submission: the way to either tells the login of whoever ran PostLint.
    /// What is revealed stays as it is, so that its reader can open it.
    /// </summary>
    private string Below(string path)
    {
        if (_redactor.Reveals || !IsOutside(path)) return path;
        int inside = path.IndexOf("!/", StringComparison.Ordinal);
        string outer = inside < 0 ? path : path[..inside], rest = inside < 0 ? "" : path[inside..];
        if (_sitePaths.TryGetValue(outer, out string? site)) return site + rest;
        if (_roots.Find(root => outer.StartsWith(root, StringComparison.Ordinal) && outer.Length > root.Length) is { } known) return outer[known.Length..] + rest;
        return OutsidePath.Of(outer) + rest;
    }

    private static bool IsOutside(string path) => OutsidePath.Is(path);

    private int NumberOf(string file)
    {
        if (!_numbers.TryGetValue(file, out int number)) _numbers[file] = number = _numbers.Count;
        return number;
    }

    private RedactedLine? LineOf(Place place, bool isField)
    {
        if (Sources.ShownTightRegionOf(place) is not { Column: > 0 } region || Sources.TextOf(place.File) is not { } text) return null;
        TextSpan whole = text.LineSpan(region.Line);
        bool isOneLine = region.EndLine == region.Line;
        return new(text, whole, region.Column - 1, isOneLine ? region.EndColumn - 1 : whole.Length, isField ? null : region.Line, isOneLine ? null : region.EndLine);
    }
}
