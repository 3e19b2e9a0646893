using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PostLint.Output;

/// <summary>
/// What Linux tells of a file and keeps beside its content, for which .NET has no call. On other systems nothing is told, and callers do
/// without.
/// </summary>
internal static class LinuxFile
{
    private const int CurrentFolder = -100,
        NoFollow = 0x100; // AT_FDCWD, AT_SYMLINK_NOFOLLOW of fcntl.h
    private const uint BasicStatus = 0x7FF; // STATX_BASIC_STATS of linux/stat.h
    private const int MayWrite = 2; // W_OK of unistd.h
    private const uint Exchange = 2; // RENAME_EXCHANGE of linux/fs.h

    /// <summary>What is at a path, or where a symbolic link leads; null where nothing is, or on another system.</summary>
    public static Status? StatusOf(string path, bool followsLinks = false) =>
        OperatingSystem.IsLinux() && TryGetStatus(Encoded(path), out Status status, followsLinks) ? status : null;

    /// <summary>What is at a path in the system's encoding, which ends with a zero byte.</summary>
    public static bool TryGetStatus(Span<byte> path, out Status status, bool followsLinks = false) =>
        GetStatus(CurrentFolder, ref MemoryMarshal.GetReference(path), followsLinks ? 0 : NoFollow, BasicStatus, out status) == 0;

    /// <summary>Whether the process may write a file; on other systems, what .NET says of it.</summary>
    public static bool IsWritable(string path) =>
        OperatingSystem.IsLinux() ? Access(Encoded(path), MayWrite) == 0 : !File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly);

    /// <summary>Gives an open file the owner and group of another.</summary>
    /// <returns>False where the process may not.</returns>
    public static bool TrySetOwner(SafeFileHandle file, Status of) => ChangeOwner(file, of.Owner, of.Group) == 0;

    /// <summary>Gives an open file the extended attributes of another, access control lists among them.</summary>
    /// <returns>
    /// The name of one that cannot be set; null where all are. Labels that the system itself gives, such as those of SELinux, need not be
    /// set.
    /// </returns>
    public static string? CopyAttributes(string from, SafeFileHandle to)
    {
        byte[] path = Encoded(from),
            names = new byte[1 << 16];
        nint length = ListAttributes(path, names, (nuint)names.Length);
        for (int at = 0, end; at < length; at = end + 1)
        {
            end = Array.IndexOf(names, (byte)0, at);
            byte[] name = names[at..(end + 1)],
                value = new byte[1 << 16];
            nint size = GetAttribute(path, name, value, (nuint)value.Length);
            string text = Encoding.UTF8.GetString(name, 0, name.Length - 1);
            bool isSet = size >= 0 && SetAttribute(to, name, value, (nuint)size, 0) == 0;
            if (!isSet && !text.StartsWith("security.", StringComparison.Ordinal))
                return text;
        }
        return null;
    }

    /// <summary>Lets two files change names in one step.</summary>
    /// <returns>False where system or file system cannot; both are then as they were.</returns>
    public static bool TryExchange(string first, string second)
    {
        try
        {
            return OperatingSystem.IsLinux() && Rename(CurrentFolder, Encoded(first), CurrentFolder, Encoded(second), Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    private static byte[] Encoded(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetStatus(int folder, ref byte path, int flags, uint mask, out Status status);

    [DllImport("libc", EntryPoint = "renameat2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Rename(int firstFolder, byte[] first, int secondFolder, byte[] second, uint flags);

    [DllImport("libc", EntryPoint = "access")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Access(byte[] path, int mode);

    [DllImport("libc", EntryPoint = "fchown")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner(SafeFileHandle file, uint owner, uint group);

    [DllImport("libc", EntryPoint = "llistxattr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint ListAttributes(byte[] path, byte[] names, nuint size);

    [DllImport("libc", EntryPoint = "lgetxattr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint GetAttribute(byte[] path, byte[] name, byte[] value, nuint size);

    [DllImport("libc", EntryPoint = "fsetxattr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetAttribute(SafeFileHandle file, byte[] name, byte[] value, nuint size, int flags);

    /// <summary><c>struct statx</c> of linux/stat.h, which is the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    internal struct Status
    {
        /// <summary>How many names the file has.</summary>
        [FieldOffset(16)]
        public uint Links;

        [FieldOffset(20)]
        public uint Owner;

        [FieldOffset(24)]
        public uint Group;

        /// <summary>What it is, and who may do what with it.</summary>
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public long Changed; // seconds since 1970

        [FieldOffset(104)]
        public uint ChangedNanoseconds;

        [FieldOffset(112)]
        public long Modified;

        [FieldOffset(120)]
        public uint ModifiedNanoseconds;

        [FieldOffset(136)]
        public long Device; // major and minor number

        /// <summary>
        /// What is never opened: <c>a pipe (FIFO)</c>, <c>a socket</c>, <c>a device</c>; null for files, folders and links.
        /// </summary>
        public readonly string? Special =>
            (Mode & 0xF000) switch
            {
                0x1000 => "a pipe (FIFO)",
                0xC000 => "a socket",
                0x2000 or 0x6000 => "a device",
                _ => null,
            };

        /// <summary>Whether nobody may write it.</summary>
        public readonly bool IsProtected => (Mode & 0x92) == 0;
    }
}
