using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Reporting;

/// <summary>
/// All that a report may tell of a run. It is made once, before any reporter sees anything, so that none can tell more: texts of the
/// submission are masked, or left out, unless the options reveal them. The one exception is <see cref="RedactedPlace.Address"/>, by
/// which programs find files.
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
        Excluded = [.. run.Excluded.Select(excluded => new RedactedExcluded(places.PathOf(excluded.Path), LineOf(excluded.By, places)))];
    }

    /// <summary>What to show, and how.</summary>
    public ReportOptions Options { get; }

    /// <summary>The profile that was named; the plain one where each submission tells its own.</summary>
    public Profile Profile { get; }

    /// <summary>The profile that every submission was judged by; null where they differ.</summary>
    public Profile? CommonProfile { get; }

    /// <summary>The cards of all rules that ran, by id.</summary>
    public IReadOnlyList<RuleDescriptor> Rules { get; }

    /// <summary>The configuration file that was used; null for none.</summary>
    public string? Configuration { get; }

    /// <summary>By the order of the command line, then by name.</summary>
    public IReadOnlyList<RedactedSubmission> Submissions { get; }

    /// <summary>What was asked for and belongs to no submission because it could not be read.</summary>
    public IReadOnlyList<RedactedGap> Unread { get; }

    /// <summary>What was asked for and left out by a pattern.</summary>
    public IReadOnlyList<RedactedExcluded> Excluded { get; }

    /// <summary>The counts.</summary>
    public Tally Tally { get; }

    /// <summary>Whether anything was masked so far; texts are masked when they are first asked for.</summary>
    public bool HasMasked => _redactor.HasMasked;

    /// <summary>The findings that nobody suppressed.</summary>
    public IEnumerable<RedactedFinding> OpenFindings => Submissions.SelectMany(submission => submission.OpenFindings);

    /// <summary>What could not be read: of each submission, then what belongs to none.</summary>
    public IEnumerable<RedactedGap> AllUnread => Submissions.SelectMany(submission => submission.Unread).Concat(Unread);

    /// <summary>What went wrong in PostLint itself.</summary>
    public IEnumerable<RedactedFault> Faults => Submissions.SelectMany(submission => submission.Faults);

    /// <summary>What was not fully checked.</summary>
    public IEnumerable<RedactedStop> Stops => Submissions.SelectMany(submission => submission.Stops);

    /// <summary>A line of a file; options have none.</summary>
    private static string LineOf(string by, RedactedPlaces places)
    {
        int colon = by.LastIndexOf(':');
        return colon < 0 ? by : places.PathOf(by[..colon]) + by[colon..];
    }
}

/// <summary>What a pattern leaves out.</summary>
/// <param name="Path">Its path.</param>
/// <param name="By">Who says so: a line of the configuration, or the option of the command line.</param>
internal sealed record RedactedExcluded(string Path, string By);
