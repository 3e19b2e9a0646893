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
        if (git.File(commit, ConfigurationReader.FileName) is not { } content) return null;
        string path = Path.Combine(folder, ConfigurationReader.FileName);
        File.WriteAllBytes(path, content);
        var open = new Queue<string>(PackList.Of(path).Append(ConfigurationReader.ProfileOf(path) ?? ""));
        while (open.TryDequeue(out string? named))
        {
            // Names of what ships, and what the base does not have, are told by whoever reads the configuration.
            string below = Path.IsPathRooted(named) ? Path.GetRelativePath(folder, named).Replace('\\', '/') : "";
            if (below.Length == 0 || below.StartsWith("..", StringComparison.Ordinal) || File.Exists(named) || git.File(commit, below) is not { } file) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(named)!);
            File.WriteAllBytes(named, file);
            if (Path.GetExtension(named) is ".yml" or ".yaml") foreach (string pack in PackList.Of(named)) open.Enqueue(pack);
        }
        return path;
    }
}
