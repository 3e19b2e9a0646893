using PostLint.Facts;
using PostLint.Submissions;

namespace PostLint.Profiles;

/// <summary>A profile that was told.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="By">What told it.</param>
public sealed record DetectedEdition(Profile Profile, DetectedBy By);

/// <summary>
/// Tells of which edition a submission is, from its post's name, date and layout and from where its files lie. Two editions that fit
/// equally well are no answer.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class EditionDetector
{
    private readonly IReadOnlyList<Candidate> _candidates;

    /// <summary>Takes the profiles to choose from; those without an edition are passed over.</summary>
    public EditionDetector(IEnumerable<Profile> profiles)
    {
        Profile[] known = [.. profiles.Where(profile => profile.Edition is not null)];
        string[] shared =
        [
            .. known
                .SelectMany(profile => FoldersOf(profile.Edition!))
                .GroupBy(folder => folder)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key),
        ];
        _candidates =
        [
            .. known.Select(profile => new Candidate(profile, profile.Edition!, [.. FoldersOf(profile.Edition!).Except(shared)])),
        ];
    }

    /// <summary>The edition of a submission; null if none can be told.</summary>
    public DetectedEdition? Detect(Submission submission)
    {
        PostHead head = PostHead.Of(submission);
        // Who forgets to change the template's front matter still names the file, so that an odd file name outweighs a regular date inside.
        return Only(DetectedBy.FileDate, candidate => candidate.HasDate(head.FileDate))
            ?? Only(DetectedBy.Season, candidate => candidate.HasInSeason(head.FileDate) && candidate.AgreesWith(head.Layout, submission))
            ?? Only(DetectedBy.FrontMatterDate, candidate => candidate.HasDate(head.Date))
            ?? Only(DetectedBy.Season, candidate => candidate.HasInSeason(head.Date) && candidate.AgreesWith(head.Layout, submission))
            ?? Only(DetectedBy.Folders, candidate =>
                candidate.Edition.Layout.Length > 0 && candidate.Edition.Layout == head.Layout && candidate.HasOwnFolder(submission)
            );
    }

    private DetectedEdition? Only(DetectedBy source, Func<Candidate, bool> fits)
    {
        Profile? only = null;
        foreach (Candidate candidate in _candidates.Where(fits))
        {
            if (only is not null)
                return null;
            only = candidate.Profile;
        }
        return only is null ? null : new(only, source);
    }

    /// <summary>What stands in the allowed paths before the slug: <c>assets/img/</c>.</summary>
    private static IEnumerable<string> FoldersOf(Edition edition) =>
        edition
            .AllowedPaths.Select(path => path[..(path.IndexOf("{slug}", StringComparison.Ordinal) is >= 0 and var end ? end : 0)])
            .Where(folder => folder.Length > 0)
            .Distinct();

    /// <summary>An edition to choose, with the folders that no other edition has.</summary>
    private sealed record Candidate(Profile Profile, Edition Edition, IReadOnlyList<string> OwnFolders)
    {
        public bool HasDate(DateOnly? date) => date is { } day && Edition.Dates.Contains(PostHead.Written(day));

        public bool HasInSeason(DateOnly? date) => date >= Edition.ToldFrom && date <= Edition.ToldUntil;

        public bool AgreesWith(string layout, Submission submission) =>
            layout.Length == 0 || Edition.Layout.Length == 0 || layout == Edition.Layout || HasOwnFolder(submission);

        public bool HasOwnFolder(Submission submission) =>
            submission.Files.Any(file => OwnFolders.Any(folder => file.SitePath.StartsWith(folder, StringComparison.Ordinal)));
    }
}
