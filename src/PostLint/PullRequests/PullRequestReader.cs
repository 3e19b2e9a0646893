using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PostLint.Facts;

namespace PostLint.PullRequests;

/// <summary>Reads a pull request from the object store of a repository; nothing is checked out.</summary>
/// <param name="git">The repository.</param>
public sealed partial class PullRequestReader(Git git)
{
    private const int MostCommits = 250;
    private const string NoBlob = "0000000000000000000000000000000000000000";

    /// <summary>Reads a request.</summary>
    /// <param name="baseRevision">The branch that it goes to, or where it branched off.</param>
    /// <param name="headRevision">Its last commit.</param>
    /// <param name="title">Its title; null where nobody knows.</param>
    /// <param name="body">Its description; null where nobody knows.</param>
    /// <exception cref="GitException">A revision is not there, the two have no common history, or git failed.</exception>
    public PullRequest Read(string baseRevision, string headRevision, string? title, string? body)
    {
        string head = git.Commit(headRevision),
            target = git.Commit(baseRevision);
        string from = MergeBase(target, head);
        ChangedFile[] changes =
        [
            .. WithSizes(Changes("diff-tree", "-r", "-z", "--raw", "--no-renames", "--full-index", from, head), head)
                .OrderBy(change => change.Path, StringComparer.Ordinal),
        ];
        string[] posts =
        [
            .. changes
                .Where(change => change.Change is not FileChange.Deleted && change.Kind is EntryKind.File && change.IsPost)
                .OrderBy(change => change.Change)
                .ThenBy(change => change.Path, StringComparer.Ordinal)
                .Select(change => change.Path),
        ];
        string? named = title is null
            ? null
            : posts.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path).Equals(title.Trim(), StringComparison.OrdinalIgnoreCase));
        return new(from, head, changes, Commits(target, head))
        {
            Target = target,
            Title = title,
            Body = body,
            Posts = posts,
            Post = named ?? posts.FirstOrDefault(),
        };
    }

    /// <summary>Paths of what a request adds, changes or deletes, what it adds first.</summary>
    /// <param name="target">Id of the last commit of the branch that it goes to.</param>
    /// <param name="head">Id of its last commit.</param>
    /// <exception cref="GitException">The two have no common history, or git failed.</exception>
    public IEnumerable<string> ChangedPaths(string target, string head) =>
        Changes("diff-tree", "-r", "-z", "--raw", "--no-renames", "--full-index", MergeBase(target, head), head)
            .OrderBy(change => change.Change)
            .Select(change => change.Path);

    /// <summary>All ordinary files of a commit, with their sizes.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public IEnumerable<ChangedFile> Tree(string commit)
    {
        foreach (
            string entry in git.Text("ls-tree", "-r", "-z", "-l", "--full-tree", commit).Split('\0', StringSplitOptions.RemoveEmptyEntries)
        )
        {
            // 100644 blob <id> <size>\t<path>
            int tab = entry.IndexOf('\t', StringComparison.Ordinal);
            string[] parts = entry[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (KindOf(parts[0]) is EntryKind.File)
                yield return new(entry[(tab + 1)..], FileChange.Modified, EntryKind.File, parts[2])
                {
                    Bytes = long.TryParse(parts[3], CultureInfo.InvariantCulture, out long size) ? size : 0,
                };
        }
    }

    /// <summary>The content of a file.</summary>
    /// <exception cref="GitException">It is not in this repository, or git failed.</exception>
    public byte[] Content(string blob) => git.Run("cat-file", "blob", blob);

    /// <summary>The content of a file in a commit; null where it has none of that path.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public byte[]? Content(string commit, string path) => git.File(commit, path);

    /// <summary>Ids of all contents that a commit or one before it has; only to be asked where something depends on it.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public IReadOnlySet<string> ContentsUpTo(string commit) =>
        new HashSet<string>(
            git.Text("rev-list", "--objects", "--no-object-names", commit).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            StringComparer.Ordinal
        );

    private string MergeBase(string target, string head)
    {
        try
        {
            return git.Text("merge-base", target, head).Trim();
        }
        catch (GitException none)
        {
            throw new GitException(
                "base and head have no common history in this checkout; fetch all of it (with actions/checkout: fetch-depth: 0)",
                none
            );
        }
    }

    private RequestCommit[] Commits(string target, string head)
    {
        string log = git.Text(
            "log",
            "-z",
            "--reverse",
            $"--max-count={MostCommits}",
            "--no-show-signature",
            "--format=%H%x1f%an%x1f%ae%x1f%cn%x1f%ce%x1f%ad%x1f%B",
            "--date=format:%z",
            $"{target}..{head}"
        );
        return [.. log.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(Commit)];
    }

    private RequestCommit Commit(string entry)
    {
        string[] parts = entry.Split('\x1f');
        IEnumerable<string> trailers = Trailer().Matches(parts[^1]).Select(match => match.Groups["who"].Value.Trim());
        string[] names = [.. parts[1..5].Concat(trailers).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        return new(
            parts[0],
            names,
            parts[5],
            [
                .. Changes(
                    "diff-tree",
                    "-r",
                    "-z",
                    "--raw",
                    "--no-renames",
                    "--full-index",
                    "--no-commit-id",
                    "--root",
                    "-c", // of a merge what differs from all its parents: the rest is others' work
                    parts[0]
                ),
            ]
        )
        {
            Message = parts[^1],
        };
    }

    private IEnumerable<ChangedFile> Changes(params string[] command)
    {
        string[] parts = git.Text(command).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        // A colon and a mode and id for each parent, then those of the result and what was done, and the path:
        // :100644 100644 <old> <new> M, or ::100644 100644 100644 <one> <other> <new> MM
        for (int i = 0; i + 1 < parts.Length; i += 2)
        {
            int parents = parts[i].TakeWhile(c => c == ':').Count();
            if (parents == 0)
                continue;
            string[] fields = parts[i][parents..].Split(' ');
            string blob = fields[(2 * parents) + 1],
                done = fields[(2 * parents) + 2];
            string[] before = [.. fields[(parents + 1)..((2 * parents) + 1)].Where(id => id != NoBlob).Distinct()];
            FileChange change =
                done.Contains('D', StringComparison.Ordinal) ? FileChange.Deleted
                : before.Length == 0 ? FileChange.Added
                : FileChange.Modified;
            yield return new(
                parts[i + 1],
                change,
                KindOf(change is FileChange.Deleted ? fields[0] : fields[parents]),
                change is FileChange.Deleted ? "" : blob
            )
            {
                Before = before,
            };
        }
    }

    private IEnumerable<ChangedFile> WithSizes(IEnumerable<ChangedFile> changes, string head)
    {
        Dictionary<string, long> sizes = Tree(head).ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);
        return changes.Select(change => change with { Bytes = sizes.GetValueOrDefault(change.Path) });
    }

    private static EntryKind KindOf(string mode) =>
        mode switch
        {
            "120000" => EntryKind.Link,
            "160000" => EntryKind.Submodule,
            _ => EntryKind.File,
        };

    [GeneratedRegex(
        @"^(?:co-authored-by|signed-off-by|reviewed-by|acked-by|on-behalf-of):[ \t]*(?<who>\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Trailer();
}
