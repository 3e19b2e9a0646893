using System.IO.Enumeration;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using PostLint.Output;

namespace PostLint.Triage;

/// <summary>
/// Tells whether anything below a folder has changed without opening a file, as version control does: by the size, inode and times of all
/// that is there. The time of the last change of a
/// file's state, which no program can set back, is among them. Times of folders tell whether something has come or gone, so that folders
/// are searched once. Only Linux tells all of it in one
/// call; elsewhere there is no stamp, and contents are compared.
/// </summary>
/// <param name="State">A keyed hash of it.</param>
/// <param name="Paths">All that lies there, by its path from the folder in UTF-8, with a zero byte after each.</param>
internal sealed record FolderStamp(string State, ReadOnlyMemory<byte> Paths)
{
    // What was changed so shortly before may change again without a trace: file systems count time in steps, the coarsest of them two
    // seconds.
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(3);

    private static readonly EnumerationOptions s_everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        RecurseSubdirectories = true,
        ReturnSpecialDirectories = false,
    };

    /// <summary>The stamp of all that lies below a path, or of the file there.</summary>
    /// <param name="hash">What the state depends on beside the files.</param>
    /// <param name="path">Full path.</param>
    /// <param name="mostEntries">The most files and folders that are looked at.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null where the state cannot be told.</returns>
    internal static FolderStamp? Of(IncrementalHash hash, string path, int mostEntries, DateTimeOffset now)
    {
        try
        {
            return PathsIn(path, mostEntries) is { } paths && StateOf(hash, path, paths, now) is { } state ? new(state, paths) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether all is as it was.</summary>
    /// <param name="hash">As for <see cref="Of"/>.</param>
    /// <param name="path">As for <see cref="Of"/>.</param>
    /// <param name="now">The time.</param>
    internal bool Holds(IncrementalHash hash, string path, DateTimeOffset now) => StateOf(hash, path, Paths.Span, now) == State;

    private static byte[]? PathsIn(string path, int mostEntries)
    {
        if (!Directory.Exists(path))
            return [];
        var entries = new List<string>();
        foreach (string entry in new FileSystemEnumerable<string>(path, (ref FileSystemEntry entry) => entry.ToFullPath(), s_everything))
        {
            // Paths beyond the system's limit are listed without a name.
            if (entries.Count == mostEntries || entry.Length <= path.Length)
                return null;
            entries.Add(entry[(path.Length + 1)..]);
        }
        entries.Sort(StringComparer.Ordinal);
        return Encoding.UTF8.GetBytes(string.Concat(entries.Select(entry => entry + '\0')));
    }

    private static string? StateOf(IncrementalHash hash, string path, ReadOnlySpan<byte> paths, DateTimeOffset now)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        long settled = (now - s_settled).ToUnixTimeSeconds();
        byte[] full = new byte[Encoding.UTF8.GetMaxByteCount(path.Length) + 2 + paths.Length];
        int root = Encoding.UTF8.GetBytes(path, full);
        if (!Add(hash, full.AsSpan(0, root + 1), settled))
            return null;
        full[root] = (byte)'/';
        while (!paths.IsEmpty)
        {
            int end = paths.IndexOf((byte)0) + 1;
            paths[..end].CopyTo(full.AsSpan(root + 1));
            if (!Add(hash, full.AsSpan(0, root + 1 + end), settled))
                return null;
            paths = paths[end..];
        }
        return ContentKey.End(hash);
    }

    /// <summary>Adds the state of a file or folder; false where it cannot be told.</summary>
    private static bool Add(IncrementalHash hash, Span<byte> path, long settled)
    {
        if (!LinuxFile.TryGetStatus(path, out LinuxFile.Status status) || status.Changed >= settled)
            return false;
        hash.AppendData(path);
        hash.AppendData(
            MemoryMarshal.AsBytes([
                status.Mode,
                (long)status.Inode,
                (long)status.Size,
                status.Changed,
                status.ChangedNanoseconds,
                status.Modified,
                status.ModifiedNanoseconds,
                status.Device,
            ])
        );
        return true;
    }
}
