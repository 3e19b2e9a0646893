using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace PostLint.Output;

/// <summary>Writes whole files: readers see the old content or the new, or for what can be made again none, never a part.</summary>
public static class AtomicFile
{
    // Every temporary file is called so, and nothing else is: nobody lints it, and the next run removes what a killed one left.
    private const string TemporaryStart = ".postlint-",
        TemporaryEnd = ".tmp";

    private static readonly SearchValues<char> s_hexadecimal = SearchValues.Create("0123456789abcdef");
    private static readonly TimeSpan s_young = TimeSpan.FromSeconds(10);

    /// <summary>Whether a file of this name is a temporary one of PostLint.</summary>
    public static bool IsTemporary(string name) =>
        name.Length == TemporaryStart.Length + 32 + TemporaryEnd.Length
        && name.StartsWith(TemporaryStart, StringComparison.Ordinal)
        && name.EndsWith(TemporaryEnd, StringComparison.Ordinal)
        && name.AsSpan(TemporaryStart.Length, 32).IndexOfAnyExcept(s_hexadecimal) < 0;

    /// <summary>
    /// Writes a file by way of a temporary one beside it. Owner, permissions and extended attributes of a file that is replaced are kept.
    /// </summary>
    /// <param name="path">The file; its folder must exist. Symbolic links, folders and devices are refused: what is written stays where it
    /// was asked for.</param>
    /// <param name="write">Writes the content; where it throws, the old file stays as it was.</param>
    /// <param name="isPrivate">Whether the file is readable by its owner alone, whatever it was before.</param>
    /// <param name="isDurable">Whether it is on the disk when this returns, and the old one is there until then; what can be made again
    /// need not be.</param>
    /// <exception cref="WriteException">The file cannot be written; the message says which and why.</exception>
    public static void Write(string path, Action<Stream> write, bool isPrivate = false, bool isDurable = true) =>
        Write(path, write, (temporary, full) => Move(temporary, full, isDurable), isPrivate, isDurable);

    /// <summary>
    /// Puts new content in the place of old, as <see cref="Write(string, Action{Stream}, bool, bool)"/> does, if the file still holds the
    /// old when all is ready.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="before">What it holds.</param>
    /// <param name="after">What it is to hold.</param>
    /// <exception cref="WriteException">It holds something else by now, or cannot be written.</exception>
    public static void Replace(string path, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        bool Holds(string file) => File.ReadAllBytes(file).AsSpan().SequenceEqual(before.Span);
        void Place(string temporary, string full)
        {
            if (!Holds(full))
                throw Refused(path, "it has changed meanwhile; run the command again");
            if (!LinuxFile.TryExchange(temporary, full))
            {
                Move(temporary, full, isDurable: true);
                return;
            }
            // What somebody saved until this moment has the temporary name now, and gets its own back.
            if (Holds(temporary))
                return;
            if (!LinuxFile.TryExchange(temporary, full))
                Move(temporary, full, isDurable: true);
            throw Refused(path, "it has changed meanwhile; run the command again");
        }
        Write(path, stream => stream.Write(after.Span), Place, isPrivate: false, isDurable: true);
    }

    /// <summary>Puts a temporary file in its place.</summary>
    private static void Move(string temporary, string full, bool isDurable)
    {
        // File systems write the new content to the disk before they let it take the place of an old one, and make everybody wait.
        if (!isDurable)
            File.Delete(full);
        File.Move(temporary, full, overwrite: true);
    }

    private static void Write(string path, Action<Stream> write, Action<string, string> place, bool isPrivate, bool isDurable)
    {
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full) ?? throw Refused(path, "it is a folder");
        string temporary = Path.Combine(folder, $"{TemporaryStart}{Guid.NewGuid():N}{TemporaryEnd}");
        try
        {
            Check(path, full, folder);
            // What need not be durable is one of many files of a folder, which its owner keeps clean.
            if (isDurable)
                Sweep(folder);
            WriteTemporary(temporary, path, write, isPrivate, isDurable);
            place(temporary, full);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException and not WriteException)
        {
            throw Refused(path, IoReason.Of(failure, "the system refuses it"), failure);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }

    private static void Check(string path, string full, string folder)
    {
        var target = new FileInfo(full);
        if (Directory.Exists(full) && target.LinkTarget is null)
            throw Refused(path, "it is a folder");
        if (target.LinkTarget is not null)
            throw Refused(path, "it is a symbolic link");
        if (full.StartsWith("/dev/", StringComparison.Ordinal))
            throw Refused(path, "it is a device");
        if (LinuxFile.StatusOf(full)?.Special is { } special)
            throw Refused(path, $"it is {special}");
        if (!Directory.Exists(folder))
            throw Refused(path, "its folder does not exist");
    }

    /// <summary>
    /// Removes what earlier runs left in a folder because they were killed. One that is still written is locked by its writer; between lock
    /// and move, it is young.
    /// </summary>
    private static void Sweep(string folder)
    {
        foreach (string left in Directory.EnumerateFiles(folder, $"{TemporaryStart}*{TemporaryEnd}"))
        {
            if (!IsTemporary(Path.GetFileName(left)) || File.GetLastWriteTimeUtc(left) >= DateTime.UtcNow - s_young)
                continue;
            try
            {
                using (new FileStream(left, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0))
                    File.Delete(left);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Somebody writes it, or somebody else has removed it.
            }
        }
    }

    private static void WriteTemporary(string temporary, string path, Action<Stream> write, bool isPrivate, bool isDurable)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 1 << 16,
        };
        // Until it has the permissions of the file that it replaces, nobody else reads it.
        if (!OperatingSystem.IsWindows() && (isPrivate || File.Exists(path)))
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(temporary, options);
        if (!isPrivate && !OperatingSystem.IsWindows() && File.Exists(path))
            Keep(path, temporary, stream.SafeFileHandle);
        write(stream);
        stream.Flush(isDurable);
    }

    /// <summary>Gives the new file what the old one has beside its content.</summary>
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Keep(string path, string temporary, SafeFileHandle file)
    {
        if (LinuxFile.StatusOf(path) is { } old && LinuxFile.StatusOf(temporary) is { } own)
        {
            bool isSame = (own.Owner, own.Group) == (old.Owner, old.Group);
            if (!isSame && !LinuxFile.TrySetOwner(file, old))
                throw Refused(path, "it belongs to somebody else, whom it would be taken from");
        }
        File.SetUnixFileMode(file, File.GetUnixFileMode(path));
        if (OperatingSystem.IsLinux() && LinuxFile.CopyAttributes(path, file) is { } lost)
            throw Refused(path, $"its extended attribute {lost} would be lost");
    }

    private static WriteException Refused(string path, string why, Exception? inner = null) => new(path, why, inner);
}
