namespace PostLint.Hostile;

/// <summary>Folders for what is written and read thousands of times: in memory where the system has a file system there.</summary>
internal static class Scratch
{
    private const string Memory = "/dev/shm";

    public static string Folder()
    {
        string name = $"postlint-hostile-{Guid.NewGuid():N}";
        return Directory.CreateDirectory(Path.Combine(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), name)).FullName;
    }
}
