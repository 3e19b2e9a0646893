using System.Buffers.Binary;
using System.Text;
using PostLint.Output;

namespace PostLint.Submissions;

/// <summary>What git tracks in a work tree, read from its index (gitformat-index(5), versions 2 to 4).</summary>
/// <param name="Files">Paths below the work tree, with forward slashes.</param>
/// <param name="Folders">The folders that hold them.</param>
internal sealed record GitIndex(IReadOnlySet<string> Files, IReadOnlySet<string> Folders)
{
    private const int HeadBytes = 12;
    private const int FixedBytes = 62; // of an entry before its path: times, numbers, hash and flags
    private const int MaxBytes = 256 << 20;
    private const ushort Extended = 0x4000;

    private static GitIndex Nothing { get; } = new(new HashSet<string>(), new HashSet<string>());

    /// <summary>Reads the index of a work tree; empty where there is none that can be read.</summary>
    /// <param name="root">Full path of the work tree.</param>
    public static GitIndex Of(string root)
    {
        try
        {
            var file = new FileInfo(Path.Combine(FolderOf(Path.Combine(root, ".git")), "index"));
            return file.Exists && file.Length <= MaxBytes ? Read(BytesOf(file.FullName)) : Nothing;
        }
        catch (Exception failure) when (SafeFile.IsReadFailure(failure) || failure is ArgumentException)
        {
            return Nothing;
        }
    }

    /// <summary>Git's own folder; a linked work tree has a file that names it.</summary>
    private static string FolderOf(string git)
    {
        if (Directory.Exists(git) || new FileInfo(git).Length > 4096)
            return git;
        string text = Encoding.UTF8.GetString(BytesOf(git)).Trim();
        return text.StartsWith("gitdir:", StringComparison.Ordinal)
            ? Path.GetFullPath(text["gitdir:".Length..].Trim(), Path.GetDirectoryName(git)!)
            : git;
    }

    private static byte[] BytesOf(string path)
    {
        using Stream file = SafeFile.Open(path, bufferSize: 0);
        var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }

    private static GitIndex Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadBytes || !bytes.StartsWith("DIRC"u8))
            return Nothing;
        uint version = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
            count = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]);
        if (version is < 2 or > 4)
            return Nothing;
        var files = new HashSet<string>(StringComparer.Ordinal);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        byte[] path = [];
        int at = HeadBytes;
        for (uint i = 0; i < count; i++)
        {
            if (at + FixedBytes + 2 > bytes.Length)
                break;
            int start = at;
            bool isExtended = (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + FixedBytes - 2)..]) & Extended) != 0;
            at += FixedBytes + (isExtended ? 2 : 0);
            int kept = version == 4 ? Math.Max(0, path.Length - Stripped(bytes, ref at)) : 0;
            int length = at > bytes.Length ? -1 : bytes[at..].IndexOf((byte)0);
            if (length < 0)
                break;
            path = [.. path.AsSpan(0, kept), .. bytes.Slice(at, length)];
            at += length + 1;
            // Entries of the older versions begin at multiples of eight.
            if (version < 4)
                at = start + ((at - 1 - start + 8) & ~7);
            Add(Encoding.UTF8.GetString(path), files, folders);
        }
        return new(files, folders);
    }

    /// <summary>How many bytes of the path before are not part of this one.</summary>
    private static int Stripped(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at >= bytes.Length)
            return 0;
        byte next = bytes[at++];
        int number = next & 0x7F;
        while ((next & 0x80) != 0 && at < bytes.Length && number < 1 << 20)
        {
            next = bytes[at++];
            number = ((number + 1) << 7) | (next & 0x7F);
        }
        return number;
    }

    private static void Add(string path, HashSet<string> files, HashSet<string> folders)
    {
        files.Add(path);
        for (int slash = path.LastIndexOf('/'); slash > 0 && folders.Add(path[..slash]); slash = path.LastIndexOf('/', slash - 1)) { }
    }
}
