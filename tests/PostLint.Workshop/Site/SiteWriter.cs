namespace PostLint.Workshop.Site;

/// <summary>Writes the website into a folder, and tells what is wrong in it.</summary>
internal static class SiteWriter
{
    /// <summary>
    /// Writes the files; returns the exit code: 1 where something is wrong in them, 2 where the folder is no place for them.
    /// </summary>
    /// <param name="root">Full path of the repository.</param>
    /// <param name="folder">Where to; it must not exist, or be empty.</param>
    /// <param name="page">The published application, which is laid beside the pages; null for none.</param>
    /// <param name="output">Gets what was written.</param>
    /// <param name="error">Gets what is wrong.</param>
    public static int Write(string root, string folder, string? page, TextWriter output, TextWriter error)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            error.WriteLine($"{folder} is not empty; name a folder that does not exist.");
            return 2;
        }
        if (page is not null && !File.Exists(Path.Combine(page, "index.html")))
        {
            error.WriteLine($"{page} holds no page; publish src/PostLint.Web and name its wwwroot.");
            return 2;
        }
        IReadOnlyDictionary<string, string> files = SiteFiles.All(root);
        string[] faults = [.. SiteCheck.Faults(files)];
        foreach (string fault in faults)
            error.WriteLine(fault);
        foreach ((string path, string text) in files)
            WriteFile(Path.Combine(folder, path), target => File.WriteAllText(target, text));
        if (page is not null)
        {
            foreach (string file in Directory.EnumerateFiles(page, "*", SearchOption.AllDirectories))
                WriteFile(Path.Combine(folder, "check", Path.GetRelativePath(page, file)), target => File.Copy(file, target));
        }
        output.WriteLine(
            $"{files.Keys.Count(path => path.EndsWith(".html", StringComparison.Ordinal))} pages in {folder}, {faults.Length} faults"
        );
        return faults.Length == 0 ? 0 : 1;
    }

    private static void WriteFile(string path, Action<string> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        write(path);
    }
}
