using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint;

/// <summary>What was found in one submission.</summary>
/// <param name="Submission">What was read.</param>
/// <param name="Profile">The profile it was judged by.</param>
/// <param name="Findings">In the order of places, then rules; suppressed ones are among them and say so.</param>
/// <param name="Faults">What went wrong in PostLint itself.</param>
public sealed record SubmissionResult(Submission Submission, Profile Profile, IReadOnlyList<Finding> Findings, IReadOnlyList<Fault> Faults)
{
    /// <summary>Rules that were stopped before they had tried everything: the submission is not fully checked.</summary>
    public IReadOnlyList<StoppedRule> Stops { get; init; } = [];

    /// <summary>Rules that look for what is absent and were not asked, because not all was read that they need, by id.</summary>
    public IReadOnlyList<RuleDescriptor> NotAsked { get; init; } = [];

    /// <summary>What told the profile; null where it was named for the whole run.</summary>
    public DetectedBy? DetectedBy { get; init; }

    /// <summary>Whether its post was read as a whole; of others nobody may say that nothing was found in them.</summary>
    public bool IsWhole => Submission.Files is [{ Role: FileRole.Post, Text: not null }, ..];

    /// <summary>
    /// The same for reports alone: of files that no finding speaks of the text is let go, so that a folder of many needs no more memory
    /// than what is told of them. Posts keep theirs: their words tell which names of files name nobody.
    /// </summary>
    public SubmissionResult ForReports()
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Fact>(ReferenceEqualityComparer.Instance);
        foreach (Finding finding in Findings)
        {
            IEnumerable<Place> places =
            [
                finding.Place,
                .. finding.OtherPlaces,
                .. finding.Fixes.Select(fix => fix.Place),
                .. finding.Suppression is { } suppression ? [suppression.Place] : Array.Empty<Place>(),
                .. finding.Weight?.Select(fact => fact.Place) ?? [],
            ];
            told.UnionWith(places.Select(place => place.File));
            Gather(finding.Derivations, told, seen);
        }
        told.UnionWith(Stops.Select(stop => stop.Place?.File ?? ""));
        SubmittedFile Lean(SubmittedFile file) =>
            file.Text is null || file.Role is FileRole.Post || told.Contains(file.Path)
                ? file
                : file with
                {
                    Text = new(file.Text.Path, ""),
                };
        return this with { Submission = Submission with { Files = [.. Submission.Files.Select(Lean)] } };
    }

    private static void Gather(IReadOnlyList<Derivation> derivations, HashSet<string> files, HashSet<Fact> seen)
    {
        var open = new Stack<Evidence>(derivations.SelectMany(derivation => derivation.Premises));
        while (open.TryPop(out Evidence evidence))
        {
            if (!seen.Add(evidence.Fact))
                continue;
            files.Add(evidence.Fact.Place.File);
            foreach (Evidence premise in evidence.Derivations.SelectMany(derivation => derivation.Premises))
                open.Push(premise);
        }
    }
}

/// <summary>All that a report tells.</summary>
/// <param name="Profile">The profile that was named for the run; the plain one where each submission tells its own.</param>
/// <param name="Rules">The cards of all rules that ran, by id.</param>
/// <param name="Results">By the order of the command line, then by name.</param>
/// <param name="ConfigurationPath">The configuration file that was used; null for none.</param>
/// <param name="Unread">What was asked for and belongs to no submission because it could not be read.</param>
public sealed record LintRun(
    Profile Profile,
    IReadOnlyList<RuleDescriptor> Rules,
    IReadOnlyList<SubmissionResult> Results,
    string? ConfigurationPath,
    IReadOnlyList<Unread> Unread
)
{
    /// <summary>What was asked for and left out by a pattern of the configuration or the command line.</summary>
    public IReadOnlyList<Excluded> Excluded { get; init; } = [];

    /// <summary>How many files and folders the <c>.gitignore</c> of the user's work tree hides; a hidden folder counts once.</summary>
    public int Ignored { get; init; }

    /// <summary>The profile that every submission was judged by; null where they differ.</summary>
    public Profile? CommonProfile
    {
        get
        {
            if (Results.Count == 0)
                return Profile;
            Profile first = Results[0].Profile;
            return Results.All(result => result.Profile.Name == first.Name) ? first : null;
        }
    }

    /// <summary>Whether something failed that is PostLint's own.</summary>
    public bool HasFaults => Results.Any(result => result.Faults.Count > 0 || result.Submission.Faults.Count > 0);

    /// <summary>Whether all that was asked for was read and fully checked.</summary>
    public bool IsComplete => Unread.Count == 0 && Results.All(result => result.Submission.IsComplete && result.Stops.Count == 0);

    /// <summary>The findings that count: those nobody suppressed.</summary>
    public IEnumerable<Finding> OpenFindings => Results.SelectMany(result => result.Findings).Where(finding => finding.Suppression is null);
}
