using PostLint.Assets;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.PullRequests;
using PostLint.Rules;
using PostLint.Setup;
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

    /// <summary>Those leaks, one for each rule and file, and what could not be read of them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="last">What its last state holds.</param>
    public (IReadOnlyList<PastLeak> Leaks, IReadOnlyList<Unread> Unread) Of(PullRequest request, IEnumerable<Finding> last)
    {
        if (request.IsOfSite)
            return ([], []);
        HashSet<string> kept = [.. request.Changes.Select(change => change.Blob)];
        HashSet<string> known = [.. last.Select(KeyOf)];
        var theirs = new Lazy<IReadOnlySet<string>>(() => reader.ContentsUpTo(request.Target));
        (RequestCommit Commit, ChangedFile Version)[] versions =
        [
            .. request
                .Commits.SelectMany(commit => commit.Changes.Select(version => (Commit: commit, Version: version)))
                .Where(past => past.Version is { Kind: EntryKind.File, Blob.Length: > 0 } && !kept.Contains(past.Version.Blob))
                .DistinctBy(past => past.Version.Blob),
        ];
        var leaks = new List<PastLeak>();
        var unread = new List<Unread>();
        if (versions.Length > MostVersions)
            unread.Add(
                new("commits", $"the request has {versions.Length} earlier versions of files; {MostVersions} are read")
                {
                    IsBeyondLimit = true,
                }
            );
        foreach ((RequestCommit commit, ChangedFile version) in versions.Take(MostVersions))
        {
            try
            {
                Finding[] added = [.. Errors(request, version).Where(finding => !known.Contains(KeyOf(finding)))];
                if (added.Length > 0 && !theirs.Value.Contains(version.Blob))
                    leaks.AddRange(added.Select(finding => new PastLeak(commit, finding.Rule.Id, version.Path)));
            }
            catch (GitException)
            {
                unread.Add(new(version.Path, $"its version in commit {commit.ShortId} is not in this repository"));
            }
        }
        return ([.. leaks.DistinctBy(leak => (leak.Rule, leak.Path))], unread);
    }

    private static string KeyOf(Finding finding) => $"{finding.Rule.Id} {finding.Message.Reveal()}";

    /// <summary>Errors in the lines that a commit adds; what stood in the file before, or stands there by now, is others' work.</summary>
    private IEnumerable<Finding> Errors(PullRequest request, ChangedFile version)
    {
        byte[] content = reader.Content(version.Blob);
        if (content.LongLength > MostBytes)
            return [];
        IReadOnlyList<SubmittedFile> files = Read(version, content);
        Finding[] errors =
        [
            .. linters
                .Lint(new Submission(Path.GetFileNameWithoutExtension(version.Path), files, []))
                .Findings.Where(finding =>
                    finding is { Severity: Severity.Error, Suppression: null } && finding.Rule.Family is "identity" or "acknowledgment"
                ),
        ];
        if (errors.Length == 0 || files is not [{ Text: { } text, Sheet: null }, ..])
            return errors;
        byte[][] others = [.. version.Before.Select(reader.Content).Append(reader.Content(request.Target, version.Path)).OfType<byte[]>()];
        if (others.Length == 0)
            return errors;
        HashSet<string> theirs = [.. others.SelectMany(other => LinesOf(TextDecoder.Decode(other).Text))];
        return errors.Where(finding =>
            finding.Place.Line > 0 && !theirs.Contains(text.Slice(text.LineSpan(finding.Place.Line)).ToString().Trim())
        );
    }

    private static IEnumerable<string> LinesOf(string text) => text.Split('\n').Select(line => line.Trim());

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
