using PostLint.Submissions;

namespace PostLint.Web;

/// <summary>
/// The folder of the browser's in-memory file system that a submission is put into, for the ordinary reader to find it there. It is gone
/// with the worker.
/// </summary>
internal static class Workspace
{
    /// <summary>Full path of the folder that the submission lies in.</summary>
    public const string Root = "/work";

    /// <summary>Full path of the folder that packs of rules are put into, which are no part of the submission.</summary>
    public const string Packs = "/packs";

    /// <summary>Throws away all that was put here.</summary>
    public static void Clear()
    {
        foreach (string folder in (string[])[Root, Packs])
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>Puts a file here.</summary>
    /// <param name="folder"><see cref="Root"/> or <see cref="Packs"/>.</param>
    /// <param name="path">Its path below the folder, with forward slashes.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="UserException">The path leads out of the folder, or is none.</exception>
    public static void Put(string folder, string path, byte[] content)
    {
        string full = FullPath(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
    }

    /// <summary>The full path of a file of the submission.</summary>
    /// <param name="path">Its path as reports print it.</param>
    /// <exception cref="UserException">The path leads out of the folder, or is none.</exception>
    public static string FullPath(string path) => FullPath(Root, path);

    /// <summary>The paths of all files of the submission, as reports print them, in ordinal order.</summary>
    public static IReadOnlyList<string> Files() =>
        [
            .. Directory
                .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
                .Select(file => file[(Root.Length + 1)..])
                .Order(StringComparer.Ordinal),
        ];

    private static string FullPath(string folder, string path)
    {
        string full = Path.GetFullPath(path, folder);
        if (path.Length == 0 || path.EndsWith('/') || path.Contains('\0') || !full.StartsWith($"{folder}/", StringComparison.Ordinal))
            throw new UserException([new(path, 0, 0, "this is no path of a file below the submission’s folder")]);
        return full;
    }
}
