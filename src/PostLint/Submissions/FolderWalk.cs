using PostLint.Baselines;
using PostLint.Output;
using PostLint.Profiles;

namespace PostLint.Submissions;

/// <summary>Lists the files below a folder, links, depth and number kept within bounds. Opens none.</summary>
/// <param name="root">Full path of the folder that nothing may lead out of.</param>
/// <param name="limits">How much is listed.</param>
/// <param name="excluding">The pattern that leaves out a full path; null for none.</param>
/// <param name="ignored">What the <c>.gitignore</c> of the user's work tree hides; null where it is not asked.</param>
internal sealed class FolderWalk(string root, Limits limits, Func<string, PathPattern?> excluding, GitIgnore? ignored = null)
{
    private static readonly EnumerationOptions s_everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false,
    };
    private const string PreCommit = ".pre-commit-config.yaml";

    private const int MaxUnread = 1000;
    private readonly List<SiteFile> _files = [];
    private readonly List<Unread> _unread = [];
    private readonly Stack<(string Folder, int Depth, bool OnlyTracked)> _open = [];
    private readonly List<Excluded> _excluded = [];
    private int _ignored;

    /// <summary>All files below the root, by ordinal path.</summary>
    /// <param name="inFull">Whether it was given as a full path.</param>
    /// <param name="enters">Which of the root's own folders are entered; null for all.</param>
    public Site Run(bool inFull, Func<string, bool>? enters = null)
    {
        _open.Push((root, 0, false));
        while (_open.TryPop(out (string Folder, int Depth, bool OnlyTracked) next))
            List(next.Folder, next.Depth, next.OnlyTracked, next.Depth == 0 ? enters : null);
        _files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        _unread.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new(root, _files, _unread)
        {
            IsGivenInFull = inFull,
            Excluded = _excluded,
            Ignored = _ignored,
        };
    }

    private void List(string folder, int depth, bool onlyTracked, Func<string, bool>? enters)
    {
        if (depth > limits.Depth)
        {
            _unread.Add(new(folder, $"it lies more than {limits.Depth} folders deep"));
            return;
        }
        try
        {
            foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", s_everything))
            {
                if (!Visit(entry, folder, depth, onlyTracked, enters))
                    return;
            }
        }
        catch (Exception failure) when (SafeFile.IsReadFailure(failure))
        {
            _unread.Add(new(folder, SafeFile.Explain(failure, folder)));
        }
    }

    /// <summary>False once there are too many files.</summary>
    private bool Visit(FileSystemInfo entry, string folder, int depth, bool onlyTracked, Func<string, bool>? enters)
    {
        // Paths beyond the system's limit are listed without a name.
        if (!SymbolicLink.IsBelow(folder, entry.FullName))
            return Pass(folder, "what it holds has paths longer than the system allows");
        if (AtomicFile.IsTemporary(entry.Name))
            return true;
        try
        {
            return Add(entry, depth, onlyTracked, enters);
        }
        catch (Exception failure) when (SafeFile.IsReadFailure(failure))
        {
            return Pass(entry.FullName, SafeFile.Explain(failure, entry.FullName));
        }
    }

    private bool Add(FileSystemInfo entry, int depth, bool onlyTracked, Func<string, bool>? enters)
    {
        // What cannot be found by its own name has all attributes at once.
        if ((int)entry.Attributes == -1)
            return Pass(entry.FullName, SafeFile.Explain(new FileNotFoundException(), entry.FullName));
        bool isFolder = entry.Attributes.HasFlag(FileAttributes.Directory);
        if (isFolder && (IsSkipped(entry.Name) || enters?.Invoke(entry.Name) == false))
            return true;
        if (entry.Name is ConfigurationReader.FileName or Baseline.FileName)
            return true;
        // Of a repository, not of a post in it.
        if (depth == 0 && entry.Name is PreCommit && IsRepository())
            return true;
        if (excluding(entry.FullName) is { } pattern)
        {
            _excluded.Add(new(entry.FullName, pattern.Origin));
            return true;
        }
        bool isHidden = ignored is not null && (onlyTracked || ignored.Matches(entry.FullName, isFolder));
        if (isHidden && !ignored!.IsTracked(entry.FullName, isFolder))
        {
            _ignored++;
            return true;
        }
        if (isFolder && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            _open.Push((entry.FullName, depth + 1, isHidden));
            return true;
        }
        if (isFolder)
            return Pass(entry.FullName, "it is a symbolic link to a folder, which is not followed");
        if (SafeFile.SpecialKindOf(entry.FullName) is { } special)
            return Pass(entry.FullName, SafeFile.SpecialReason(special));
        if (SymbolicLink.Resolve(root, entry) is not { } target)
            return Pass(entry.FullName, SymbolicLink.LeadsOut);
        if (_files.Count >= limits.Files)
            return Stop();
        _files.Add(new(entry.FullName, target));
        return true;
    }

    private bool IsRepository() => Path.Exists(Path.Combine(root, ".git")) || Path.Exists(Path.Combine(root, ConfigurationReader.FileName));

    /// <summary>Names what is not read; false once there is too much of it.</summary>
    private bool Pass(string path, string reason)
    {
        if (_unread.Count >= MaxUnread)
            return Stop();
        if (!_unread.Contains(new(path, reason)))
            _unread.Add(new(path, reason));
        return true;
    }

    private bool Stop()
    {
        _open.Clear();
        _unread.Add(new(root, $"it holds more than {limits.Files} files, or {MaxUnread} that cannot be read; the rest was left out"));
        return false;
    }

    /// <summary>Folders of tools and of what is built: nothing in them was written for the post.</summary>
    private static bool IsSkipped(string name) => name.StartsWith('.') || name is "node_modules" or "_site";
}
