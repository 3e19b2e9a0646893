namespace PostLint.Submissions;

/// <summary>What of a file tells that it has been written since.</summary>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Written">When it was written last.</param>
public readonly record struct FileStamp(long Length, DateTime Written)
{
    /// <summary>The stamp of an open file.</summary>
    internal static FileStamp Of(FileStream file) => new(file.Length, File.GetLastWriteTimeUtc(file.SafeFileHandle));

    /// <summary>The stamp of the file at a path.</summary>
    internal static FileStamp Of(string path) => new(new FileInfo(path).Length, File.GetLastWriteTimeUtc(path));
}
