namespace PostLint.Hostile;

/// <summary>Folders for what is written and read thousands of times.</summary>
internal static class Scratch
{
    /// <summary>Not in memory below /dev, where fix writes nothing.</summary>
    public static string Folder() => Directory.CreateTempSubdirectory("postlint-hostile-").FullName;
}
