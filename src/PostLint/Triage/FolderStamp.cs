using System.IO.Enumeration;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace PostLint.Triage;

/// <summary>
/// Tells whether anything below a folder has changed without opening a file, as version control does: by the size, inode and times of all that is there. The time of the last change of a
/// file's state, which no program can set back, is among them. Only Linux tells all of it in one call; elsewhere there is no stamp, and contents are compared.
/// </summary>
internal static class FolderStamp
{
    // What was changed so shortly before may change again without a trace: file systems count time in steps, the coarsest of them two seconds.
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(3);

    private const int CurrentFolder = -100, NoFollow = 0x100;       // AT_FDCWD, AT_SYMLINK_NOFOLLOW of fcntl.h
    private const uint BasicStatus = 0x7FF;                         // STATX_BASIC_STATS of linux/stat.h
    private const int FileType = 0xF000, Folder = 0x4000;           // S_IFMT, S_IFDIR of sys/stat.h

    /// <summary>Adds what tells the state of all that lies below a path, or of the file there.</summary>
    /// <param name="hash">Where it is added.</param>
    /// <param name="path">Full path.</param>
    /// <param name="mostEntries">The most files and folders that are looked at.</param>
    /// <param name="now">The time.</param>
    /// <returns>False where the state cannot be told.</returns>
    public static bool AddTo(IncrementalHash hash, string path, int mostEntries, DateTimeOffset now)
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            DateTimeOffset settled = now - s_settled;
            if (!Add(hash, path, settled, out bool isFolder)) return false;
            if (!isFolder) return true;
            var entries = new List<string>();
            foreach (string entry in new FileSystemEnumerable<string>(path, (ref FileSystemEntry entry) => entry.ToFullPath(), s_everything))
            {
                if (entries.Count == mostEntries) return false;
                entries.Add(entry);
            }
            entries.Sort(StringComparer.Ordinal);
            return entries.TrueForAll(entry => Add(hash, entry, settled, out _));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = true, ReturnSpecialDirectories = false };

    private static bool Add(IncrementalHash hash, string path, DateTimeOffset settled, out bool isFolder)
    {
        int failure = GetStatus(CurrentFolder, path, NoFollow, BasicStatus, out Status status);
        isFolder = (status.Mode & FileType) == Folder;
        if (failure != 0 || status.Changed >= settled.ToUnixTimeSeconds()) return false;
        hash.AppendData(Encoding.UTF8.GetBytes(path));
        hash.AppendData(MemoryMarshal.AsBytes([0L, status.Mode, (long)status.Inode, (long)status.Size, status.Changed, status.ChangedNanoseconds, status.Modified, status.ModifiedNanoseconds, status.Device]));
        return true;
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetStatus(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, out Status status);

    /// <summary><c>struct statx</c> of linux/stat.h, which is the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(28)] public ushort Mode;
        [FieldOffset(32)] public ulong Inode;
        [FieldOffset(40)] public ulong Size;
        [FieldOffset(96)] public long Changed;                  // seconds since 1970
        [FieldOffset(104)] public uint ChangedNanoseconds;
        [FieldOffset(112)] public long Modified;
        [FieldOffset(120)] public uint ModifiedNanoseconds;
        [FieldOffset(136)] public long Device;                  // major and minor number
    }
}
