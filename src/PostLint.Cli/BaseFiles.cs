using PostLint.Profiles;
using PostLint.PullRequests;

namespace PostLint.Cli;

/// <summary>The configuration of the base of a request, with the profile and packs that it names.</summary>
internal static class BaseFiles
{
    /// <summary>Writes them out; returns the full path of the configuration, null where the base has none.</summary>
    public static string? Write(Git git, string commit, string folder)
    {
        Directory.CreateDirectory(folder);
        if (git.File(commit, ConfigurationReader.FileName) is not { } content)
            return null;
        string path = Path.Combine(folder, ConfigurationReader.FileName);
        File.WriteAllBytes(path, content);
        WriteNamed(git, commit, folder, PackList.Of(path).Append(ConfigurationReader.ProfileOf(path) ?? ""));
        return path;
    }

    /// <summary>
    /// The path by which a profile or pack of the command line is read: what lies in the repository is taken from the base, since what is
    /// checked out may be the request's.
    /// </summary>
    /// <param name="git">The repository.</param>
    /// <param name="commit">The base.</param>
    /// <param name="folder">Where files of the base are written.</param>
    /// <param name="named">A name, or the full path of a file.</param>
    /// <exception cref="UserException">The base has no such file, or it is code.</exception>
    public static string Trusted(Git git, string commit, string folder, string named)
    {
        // A bare repository has nothing checked out: what lies in it is its owner's, and all else the base's.
        if (git.WorkTree is null && Path.Exists(named))
            return named;
        string root = git.WorkTree ?? git.Folder;
        bool isBelow = Path.IsPathRooted(named) && named.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        if (!isBelow || (!Path.Exists(named) && Path.GetExtension(named).Length == 0))
            return named;
        string below = Path.GetRelativePath(root, named).Replace('\\', '/'),
            copy = Path.Combine(folder, below);
        if (named.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            throw new UserException([
                new(below, 0, 0, "a class library of the repository may be the request’s, and is not loaded; keep it outside"),
            ]);
        WriteNamed(git, commit, folder, [copy]);
        return File.Exists(copy)
            ? copy
            : throw new UserException([
                new(below, 0, 0, "the base of the request has no such file; what a request brings configures nothing"),
            ]);
    }

    /// <summary>Writes files of the base, and the packs that they name.</summary>
    private static void WriteNamed(Git git, string commit, string folder, IEnumerable<string> paths)
    {
        var open = new Queue<string>(paths);
        while (open.TryDequeue(out string? named))
        {
            // Names of what ships, and what the base does not have, are told by whoever reads the configuration.
            string below = Path.IsPathRooted(named) ? Path.GetRelativePath(folder, named).Replace('\\', '/') : "";
            if (
                below.Length == 0
                || below.StartsWith("..", StringComparison.Ordinal)
                || File.Exists(named)
                || git.File(commit, below) is not { } file
            )
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(named)!);
            File.WriteAllBytes(named, file);
            if (ProfileReader.IsFile(named))
                foreach (string pack in PackList.Of(named))
                    open.Enqueue(pack);
        }
    }
}
