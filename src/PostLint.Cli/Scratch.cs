namespace PostLint.Cli;

/// <summary>A temporary folder, readable by its owner alone, that goes with its user.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("postlint-").FullName;

    /// <summary>The full path of a file or folder below it.</summary>
    public string In(string path) => Path.Combine(_folder, path);

    /// <summary>Writes a file below a folder of it; paths that lead out are refused.</summary>
    /// <returns>Its full path; null for one that leads out.</returns>
    public string? Write(string folder, string path, byte[] content)
    {
        string root = In(folder),
            full = Path.GetFullPath(Path.Combine(root, path));
        if (!full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return null;
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
        return full;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
