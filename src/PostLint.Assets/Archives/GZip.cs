using System.IO.Compression;
using PostLint.Engine;

namespace PostLint.Assets.Archives;

/// <summary>gzip (RFC 1952): the name and comment in its header, then the file; a tar archive in it is read as if it stood alone.</summary>
internal sealed class GZip : IAssetFormat, IRepackable
{
    private const int LongestName = 4_096;

    /// <inheritdoc/>
    public string Name => "gzip";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, 8, ..];

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        string name = ReadHeader(content, scan);
        if (!PacksTar(content))
        {
            scan.Part(name.Length > 0 ? name : Path.GetFileNameWithoutExtension(scan.Path), -1, () => Open(content));
            return;
        }
        using GZipStream archive = Open(content);
        Tar.ReadEntries(archive, scan);
    }

    /// <inheritdoc/>
    public IEnumerable<ArchiveMember> Members(Stream content) => Tar.MembersOf(Open(content));

    /// <inheritdoc/>
    public void Repack(Stream content, Stream output, Func<string, Func<byte[], byte[]?>?> changeOf)
    {
        if (!PacksTar(content))
            throw new InvalidDataException("what it packs is no archive; unpack it, fix it and pack it again");
        using GZipStream archive = Open(content);
        using var packed = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        new TarPacker(archive, packed).Pack(changeOf);
    }

    private static bool PacksTar(Stream content)
    {
        byte[] head = new byte[512];
        using GZipStream peek = Open(content);
        return Tar.IsTar(head.AsSpan(0, peek.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }

    private static GZipStream Open(Stream content)
    {
        content.Position = 0;
        return new(content, CompressionMode.Decompress, leaveOpen: true);
    }

    private static string ReadHeader(Stream content, AssetScan scan)
    {
        byte[] header = content.Take(10);
        int flags = header[3];
        if ((flags & 4) != 0)
        {
            byte[] extra = content.Take(2);
            content.Position += extra[0] | (extra[1] << 8);
        }
        string name = (flags & 8) != 0 ? Text(content) : "";
        scan.Field("GZIP", "ArchivedFileName", name);
        if ((flags & 16) != 0)
            scan.Field("GZIP", "Comment", Text(content));
        return name;
    }

    private static string Text(Stream content)
    {
        var text = new List<byte>();
        while (text.Count < LongestName && content.ReadByte() is > 0 and int b)
            text.Add((byte)b);
        return Bytes.Text([.. text]);
    }
}
