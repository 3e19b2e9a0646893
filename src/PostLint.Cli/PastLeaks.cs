using PostLint.Assets;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.PullRequests;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Cli;

/// <summary>
/// Finds what commits of a request hold and its last state does not: errors about identity in versions of files that were changed again.
/// </summary>
/// <param name="reader">The repository.</param>
/// <param name="linters">What lints.</param>
/// <param name="scratch">Where files are put to be read.</param>
internal sealed class PastLeaks(PullRequestReader reader, Linters linters, Scratch scratch)
{
    private const int MostVersions = 300;
    private const long MostBytes = 8 << 20; // of one version

    /// <summary>Those leaks, one for each rule and file.</summary>
    /// <param name="request">The request.</param>
    /// <param name="last">What its last state holds.</param>
    public IReadOnlyList<PastLeak> Of(PullRequest request, SubmissionResult last)
    {
        HashSet<string> kept = [.. request.Changes.Select(change => change.Blob)];
        HashSet<string> known = [.. last.Findings.Select(KeyOf)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var leaks = new List<PastLeak>();
        foreach (RequestCommit commit in request.Commits)
        {
            foreach (ChangedFile version in commit.Changes)
            {
                if (
                    version is not { Kind: EntryKind.File, Blob.Length: > 0 }
                    || kept.Contains(version.Blob)
                    || seen.Count >= MostVersions
                    || !seen.Add(version.Blob)
                )
                    continue;
                leaks.AddRange(
                    Errors(version)
                        .Where(finding => !known.Contains(KeyOf(finding)))
                        .Select(finding => new PastLeak(commit, finding.Rule.Id, version.Path))
                );
            }
        }
        return [.. leaks.DistinctBy(leak => (leak.Rule, leak.Path))];
    }

    private static string KeyOf(Finding finding) => $"{finding.Rule.Id} {finding.Message.Reveal()}";

    private IEnumerable<Finding> Errors(ChangedFile version)
    {
        byte[] content = reader.Content(version.Blob);
        if (content.LongLength > MostBytes)
            return [];
        IReadOnlyList<SubmittedFile> files = Read(version, content);
        return linters
            .Lint(new Submission(Path.GetFileNameWithoutExtension(version.Path), files, []))
            .Findings.Where(finding =>
                finding is { Severity: Severity.Error, Suppression: null } && finding.Rule.Family is "identity" or "acknowledgment"
            );
    }

    private IReadOnlyList<SubmittedFile> Read(ChangedFile version, byte[] content)
    {
        FileRole? role = version.IsPost ? FileRole.Post : FileKinds.AssetRoleOf(version.Path);
        if (role is not FileRole.BinaryAsset && !(role is null && TextDecoder.LooksBinary(content)))
        {
            (string text, IReadOnlyList<SyntaxProblem> problems) = TextDecoder.Decode(content);
            return [new(version.Path, role ?? FileRole.TextAsset, new(version.Path, text), problems)];
        }
        string target = scratch.Write("past", version.Blob, content)!;
        return new AssetReader(AssetLimits.Default, Limits.Default, CancellationToken.None).Read(target, version.Path);
    }
}
