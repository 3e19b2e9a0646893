using PostLint.Engine;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Reporting;

/// <summary>What was found in one submission.</summary>
internal sealed class RedactedSubmission
{
    public RedactedSubmission(SubmissionResult result, Redactor redactor, RedactedPlaces places, ContentFingerprints fingerprints)
    {
        Submission submission = result.Submission;
        Name = redactor.ShowPath(submission.Name);
        (Profile, DetectedBy) = (result.Profile, result.DetectedBy);
        Files = [.. submission.Files.Select(file => new RedactedFile(places.PathOf(file.Path), IsOpaque(file)))];
        Findings = [.. result.Findings.Select(finding => new RedactedFinding(finding, redactor, places, fingerprints.Of(finding)))];
        Unread = [.. submission.Unread.Select(places.GapOf)];
        NotAsked = [.. result.NotAsked.Select(rule => rule.Id)];
        Faults =
        [
            .. result.Faults.Select(fault => new RedactedFault(fault.Rule, fault.Rule.Id, fault.Count, TextOf(fault.Exception, redactor))),
            .. submission.Faults.Select(fault => new RedactedFault(
                null,
                $"reading {places.PathOf(fault.Path)}",
                1,
                TextOf(fault.Exception, redactor)
            )),
        ];
        Stops = [.. result.Stops.Select(stop => new RedactedStop(stop.Rule, stop.Tries, stop.Place is { } at ? places.Of(at) : null))];
    }

    /// <summary>The post's slug.</summary>
    public string Name { get; }

    /// <summary>The profile it was judged by.</summary>
    public Profile Profile { get; }

    /// <summary>What told the profile; null where it was named for the whole run.</summary>
    public DetectedBy? DetectedBy { get; }

    /// <summary>The post first.</summary>
    public IReadOnlyList<RedactedFile> Files { get; }

    /// <summary>By place, then rule; suppressed ones are among them and say so.</summary>
    public IReadOnlyList<RedactedFinding> Findings { get; }

    /// <summary>Those that nobody suppressed, by place.</summary>
    public IEnumerable<RedactedFinding> OpenFindings => Findings.Where(finding => finding.Suppression is null);

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<RedactedGap> Unread { get; }

    /// <summary>Ids of the rules about what is absent that were not asked, because not all was read.</summary>
    public IReadOnlyList<string> NotAsked { get; }

    /// <summary>What went wrong in PostLint itself.</summary>
    public IReadOnlyList<RedactedFault> Faults { get; }

    /// <summary>What was not fully checked.</summary>
    public IReadOnlyList<RedactedStop> Stops { get; }

    private static bool IsOpaque(SubmittedFile file) => file is { Role: FileRole.BinaryAsset, Text: null };

    /// <summary>The kind of exception; its message only when all is revealed, because it may quote the submission.</summary>
    private static string TextOf(Exception exception, Redactor redactor)
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
internal sealed record RedactedFault(RuleDescriptor? Rule, string What, int Count, string Exception);

/// <summary>A rule that was stopped before it had tried everything.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Tries">After how many tries.</param>
/// <param name="Place">Where it was; null where it was nowhere.</param>
internal sealed record RedactedStop(RuleDescriptor Rule, int Tries, RedactedPlace? Place);
