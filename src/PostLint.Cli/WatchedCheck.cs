using System.Collections.Concurrent;
using PostLint.Output;
using PostLint.Profiles;
using PostLint.Setup;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary><c>postlint check --watch</c>: checks, waits until a file changes, and checks again.</summary>
internal static class WatchedCheck
{
    /// <summary>An editor writes a file in several steps; what follows within this time belongs to the same change.</summary>
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(100);

    /// <summary>Checks again and again, until the host is stopped.</summary>
    /// <param name="options">What is checked.</param>
    /// <param name="check">Checks it once.</param>
    /// <param name="host">The surroundings.</param>
    /// <returns>The exit code of the last check.</returns>
    /// <exception cref="UserException">The system watches no more folders.</exception>
    public static int Run(CheckOptions options, Func<CheckOptions, Host, int> check, Host host)
    {
        using var changes = new BlockingCollection<string>();
        FileSystemWatcher[] watchers = [.. FoldersOf(options, host).Select(folder => Watch(folder.Path, folder.WithBelow, changes))];
        try
        {
            var own = options
                .Outputs.Select(target => target.Path)
                .OfType<string>()
                .Select(path => Path.GetFullPath(path, host.WorkingDirectory))
                .ToHashSet(StringComparer.Ordinal);
            while (true)
            {
                int code = Check(options, check, host);
                // What a check with --fix writes was checked by it already.
                while (options.Fix && changes.TryTake(out _, s_quiet)) { }
                if (!Wait(changes, own, host.Stopped))
                    return code;
            }
        }
        finally
        {
            foreach (FileSystemWatcher watcher in watchers)
                watcher.Dispose();
        }
    }

    /// <summary>One check; what goes wrong is told and may be right after the next change.</summary>
    private static int Check(CheckOptions options, Func<CheckOptions, Host, int> check, Host host)
    {
        if (host.IsTerminal)
        {
            // Clears the screen and what was scrolled off it.
            using StreamWriter output = host.OpenText();
            output.Write("\e[2J\e[3J\e[H");
        }
        int code = CommandLine.Guarded(() => check(options, host), host);
        if (!options.Quiet)
            host.Error.WriteLine("postlint: waiting for changes; Ctrl+C ends it");
        return code;
    }

    /// <summary>Waits for a change, and until nothing more of it follows.</summary>
    private static bool Wait(BlockingCollection<string> changes, HashSet<string> own, CancellationToken stopped)
    {
        try
        {
            string changed = changes.Take(stopped);
            while (IsOwn(changed, own))
                changed = changes.Take(stopped);
            while (changes.TryTake(out _, (int)s_quiet.TotalMilliseconds, stopped)) { }
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Whether PostLint itself, or git, wrote a file.</summary>
    private static bool IsOwn(string path, HashSet<string> own) =>
        own.Contains(path)
        || AtomicFile.IsTemporary(Path.GetFileName(path))
        || path.Contains($"{Path.DirectorySeparatorChar}.git{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    /// <summary>
    /// The folders to watch: those named, the sites of posts that are named, and the one of the configuration, which may lie above.
    /// </summary>
    private static IEnumerable<(string Path, bool WithBelow)> FoldersOf(CheckOptions options, Host host)
    {
        var folders = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (string path in options.Paths.Select(path => Path.GetFullPath(path, host.WorkingDirectory)))
        {
            string? site = SubmissionReader.SiteRootOf(path);
            string folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
            if (!Directory.Exists(site ?? folder))
                continue;
            folders[site ?? folder] = site is not null || Directory.Exists(path) || folders.GetValueOrDefault(site ?? folder);
        }
        string? configuration = LintSession.ConfigurationOf(options.SettingsIn(host.WorkingDirectory), options.Paths);
        if (configuration is not null)
            folders.TryAdd(Path.GetDirectoryName(configuration)!, false);
        return folders.Select(folder => (folder.Key, folder.Value));
    }

    private static FileSystemWatcher Watch(string folder, bool withBelow, BlockingCollection<string> changes)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = withBelow,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            void Tell(object sender, FileSystemEventArgs change) => Add(change.FullPath);
            watcher.Changed += Tell;
            watcher.Created += Tell;
            watcher.Deleted += Tell;
            watcher.Renamed += (_, change) => Add(change.FullPath);
            // Too much happened at once to be told: something changed.
            watcher.Error += (_, _) => Add(folder);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException refused)
        {
            throw new UserException([new(folder, 0, 0, $"it cannot be watched: {refused.Message}")]);
        }

        void Add(string path)
        {
            try
            {
                changes.Add(path);
            }
            catch (Exception ended) when (ended is ObjectDisposedException or InvalidOperationException)
            {
                // The watch has ended.
            }
        }
    }
}
