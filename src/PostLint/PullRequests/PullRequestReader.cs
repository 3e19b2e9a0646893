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
            .. WithSizes(Changes("diff-tree", "-r", "-z", "--raw", "--no-renames", "--full-index", from, head))
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
        return new(from, head, changes, Commits(from, head))
        {
            Title = title,
            Body = body,
            Posts = posts,
            Post = named ?? posts.FirstOrDefault(),
        };
    }

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
    /// <exception cref="GitException">Git failed.</exception>
    public byte[] Content(string blob) => git.Run("cat-file", "blob", blob);

    private string MergeBase(string target, string head)
    {
        try
        {
            return git.Text("merge-base", target, head).Trim();
        }
        catch (GitException)
        {
            throw new GitException(
                "base and head have no common history in this checkout; fetch all of it (with actions/checkout: fetch-depth: 0)"
            );
        }
    }

    private RequestCommit[] Commits(string from, string head)
    {
        string log = git.Text(
            "log",
            "-z",
            "--reverse",
            $"--max-count={MostCommits}",
            "--no-show-signature",
            "--format=%H%x1f%an%x1f%ae%x1f%cn%x1f%ce%x1f%ad%x1f%B",
            "--date=format:%z",
            $"{from}..{head}"
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
                    "-m",
                    "--first-parent",
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
        // :100644 100644 <old> <new> M, then the path
        for (int i = 0; i + 1 < parts.Length; i += 2)
        {
            if (parts[i][0] != ':')
                continue;
            string[] fields = parts[i][1..].Split(' ');
            FileChange change = fields[4][0] switch
            {
                'A' => FileChange.Added,
                'D' => FileChange.Deleted,
                _ => FileChange.Modified,
            };
            yield return new(
                parts[i + 1],
                change,
                KindOf(change is FileChange.Deleted ? fields[0] : fields[1]),
                fields[3] == NoBlob ? "" : fields[3]
            );
        }
    }

    private List<ChangedFile> WithSizes(IEnumerable<ChangedFile> changes)
    {
        var sized = new List<ChangedFile>();
        foreach (ChangedFile change in changes)
        {
            bool isFile = change is { Kind: EntryKind.File, Blob.Length: > 0 };
            sized.Add(
                isFile ? change with { Bytes = long.Parse(git.Text("cat-file", "-s", change.Blob), CultureInfo.InvariantCulture) } : change
            );
        }
        return sized;
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
