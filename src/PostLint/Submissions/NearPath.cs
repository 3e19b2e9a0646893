using PostLint.Output;
using PostLint.Text;

namespace PostLint.Submissions;

/// <summary>Finds the file or folder that a mistyped path was meant to lead to.</summary>
public static class NearPath
{
    private const int MostEntries = 5_000; // of a folder; in larger ones nothing is looked for
    private static readonly string[] s_usual = ["_posts", "content/posts", "posts"];

    /// <summary>The end of the path as it should be, with forward slashes; null where nothing near is there.</summary>
    /// <param name="folder">Full path of the folder up to which the path leads somewhere.</param>
    /// <param name="missing">What was typed behind it.</param>
    public static string? Of(string folder, string missing)
    {
        foreach (string usual in s_usual)
        {
            if (missing.Length > 0 && Path.Exists(Path.Combine(folder, usual, missing)))
                return $"{usual}/{missing}";
        }
        string found = "";
        foreach (string part in missing.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (In(Path.Combine(folder, found), part) is not { } name)
                return null;
            found = found.Length == 0 ? name : $"{found}/{name}";
        }
        return found.Length == 0 ? null : found;
    }

    private static string? In(string folder, string part)
    {
        if (Path.Exists(Path.Combine(folder, part)))
            return part;
        try
        {
            string[] names = [.. Directory.EnumerateFileSystemEntries(folder).Take(MostEntries + 1).Select(path => Path.GetFileName(path))];
            if (names.Length > MostEntries)
                return null;
            return Array.Find(names, name => Path.GetFileNameWithoutExtension(name).Equals(part, StringComparison.OrdinalIgnoreCase))
                ?? Nearest.Of(part, names.Where(name => name[0] != '.' || part[0] == '.'));
        }
        catch (Exception failure) when (SafeFile.IsReadFailure(failure))
        {
            return null;
        }
    }
}
