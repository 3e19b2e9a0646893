namespace PostLint.Output;

/// <summary>Writes whole files: readers see the old content or the new, or for what can be made again none, never a part.</summary>
public static class AtomicFile
{
    private static readonly TimeSpan s_young = TimeSpan.FromSeconds(10);

    /// <summary>Writes a file by way of a temporary one beside it. Permissions of a file that is replaced are kept.</summary>
    /// <param name="path">The file; its folder must exist. Symbolic links, folders and devices are refused: what is written stays where it was asked for.</param>
    /// <param name="write">Writes the content; where it throws, the old file stays as it was.</param>
    /// <param name="isPrivate">Whether the file is readable by its owner alone, whatever it was before.</param>
    /// <param name="isDurable">Whether it is on the disk when this returns, and the old one is there until then; what can be made again need not be.</param>
    /// <exception cref="IOException">The file cannot be written; the message says which and why.</exception>
    public static void Write(string path, Action<Stream> write, bool isPrivate = false, bool isDurable = true)
    {
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full) ?? throw Refused(path, "it is a folder");
        string temporary = Path.Combine(folder, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
        try
        {
            Check(path, full, folder);
            // What need not be durable is one of many files of a folder, which its owner keeps clean.
            if (isDurable) Sweep(folder, Path.GetFileName(full));
            WriteTemporary(temporary, full, write, isPrivate, isDurable);
            // File systems write the new content to the disk before they let it take the place of an old one, and make everybody wait.
            if (!isDurable) File.Delete(full);
            File.Move(temporary, full, overwrite: true);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw Refused(path, "permission denied", exception);
        }
        finally
        {
            if (File.Exists(temporary)) File.Delete(temporary);
        }
    }

    private static void Check(string path, string full, string folder)
    {
        var target = new FileInfo(full);
        if (Directory.Exists(full) && target.LinkTarget is null) throw Refused(path, "it is a folder");
        if (target.LinkTarget is not null) throw Refused(path, "it is a symbolic link");
        if (full.StartsWith("/dev/", StringComparison.Ordinal)) throw Refused(path, "it is a device");
        if (!Directory.Exists(folder)) throw Refused(path, "its folder does not exist");
    }

    /// <summary>Removes what earlier runs left beside the file because they were killed; one that is still written by somebody is younger.</summary>
    private static void Sweep(string folder, string name)
    {
        foreach (string left in Directory.EnumerateFiles(folder, $".{name}.*.tmp"))
        {
            string id = Path.GetFileName(left)[(name.Length + 2)..^".tmp".Length];
            if (id.Length == 32 && id.All(char.IsAsciiHexDigitLower) && File.GetLastWriteTimeUtc(left) < DateTime.UtcNow - s_young) File.Delete(left);
        }
    }

    private static void WriteTemporary(string temporary, string full, Action<Stream> write, bool isPrivate, bool isDurable)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 16 };
        if (isPrivate && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(temporary, options);
        if (!isPrivate && !OperatingSystem.IsWindows() && File.Exists(full)) File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(full));
        write(stream);
        stream.Flush(isDurable);
    }

    private static IOException Refused(string path, string why, Exception? inner = null) => new($"cannot write {path}: {why}", inner);
}
