using System.Buffers;
using PostLint.Submissions;

namespace PostLint.Assets;

/// <summary>
/// Looks into what is no text: finds the format by the first bytes, reads the metadata, and goes on with the files inside. Serves one submission and one
/// thread. Never throws for what a file holds: what is broken, locked, too deep or too large is named as unread.
/// </summary>
/// <param name="limits">How much is unpacked.</param>
/// <param name="textLimits">How much text is read.</param>
/// <param name="cancellation">Stops the reading.</param>
public sealed class AssetReader(AssetLimits limits, Limits textLimits, CancellationToken cancellation)
{
    /// <summary>How many bytes formats are told by: a tar header has its mark at 257, an ISO image none.</summary>
    internal const int HeadBytes = 1024;

    private const int CopyBytes = 81_920;

    private readonly List<SubmittedFile> _files = [];
    private readonly List<Unread> _unread = [];
    private readonly HashSet<Unread> _gaps = [];
    private long _unpacked;
    private int _parts;

    internal CancellationToken Cancellation => cancellation;

    internal AssetLimits Limits => limits;

    /// <summary>Files that could not be opened so far, and why.</summary>
    public IReadOnlyList<Unread> Unread => _unread;

    /// <summary>What of the opened files was not read so far, and why.</summary>
    public IReadOnlyCollection<Unread> Gaps => _gaps;

    /// <summary>Reads a file of the submission; returns it with what it says about itself, then the files inside it.</summary>
    /// <param name="target">Its full path on disk.</param>
    /// <param name="path">Its path as reports print it.</param>
    public IReadOnlyList<SubmittedFile> Read(string target, string path)
    {
        _files.Clear();
        try
        {
            using var stream = new FileStream(target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 16_384);
            ReadBinary(stream, path, depth: 0, container: null);
        }
        catch (Exception failure) when (FileReader.IsReadFailure(failure))
        {
            _unread.Add(new(path, FileReader.Explain(failure)));
            _files.Insert(0, new(path, FileRole.BinaryAsset, null, []));
        }
        return [.. _files];
    }

    /// <summary>Looks at the files inside a text, such as images that its addresses hold.</summary>
    /// <param name="path">Path of the text as reports print it.</param>
    /// <param name="find">Finds them and opens each as a part.</param>
    internal IReadOnlyList<SubmittedFile> ReadWithin(string path, Action<AssetScan> find)
    {
        _files.Clear();
        find(new(this, path, depth: 0));
        return [.. _files];
    }

    internal void AddGap(string path, string reason) => _gaps.Add(new(path, reason));

    internal void ReadPart(AssetScan outer, string name, long length, Func<Stream> open)
    {
        cancellation.ThrowIfCancellationRequested();
        string path = $"{outer.Path}!/{Shown(name)}";
        if (Refusal(outer, length) is { } reason)
        {
            AddGap(reason.OfPart ? path : outer.Path, reason.Text);
            return;
        }
        _parts++;
        Guarded(path, () =>
        {
            using Stream packed = open();
            using Stream content = Unpack(packed, path);
            ReadInner(content, path, outer.Depth + 1, OnDisk(outer.Path));
        });
    }

    private static string OnDisk(string path) => path.IndexOf("!/", StringComparison.Ordinal) is > 0 and int end ? path[..end] : path;

    private (string Text, bool OfPart)? Refusal(AssetScan outer, long length)
    {
        if (outer.Depth >= limits.Depth) return ($"files inside it lie more than {limits.Depth} files deep", false);
        if (_parts >= limits.Parts) return ($"the files inside others are more than {limits.Parts}; the rest was left out", false);
        if (length > limits.PartBytes) return ($"it is larger than {limits.PartBytes >> 20} MB, the limit for files inside others", true);
        if (_unpacked + Math.Max(length, 0) > limits.UnpackedBytes) return ($"unpacking takes more than {limits.UnpackedBytes >> 20} MB; the rest was left out", false);
        return null;
    }

    /// <summary>The bytes in memory, seekable; cut at the limit, which is named.</summary>
    private MemoryStream Unpack(Stream packed, string path)
    {
        if (packed is MemoryStream memory) return memory;
        var content = new MemoryStream();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(CopyBytes);
        try
        {
            while (packed.Read(buffer) is > 0 and int read)
            {
                cancellation.ThrowIfCancellationRequested();
                _unpacked += read;
                if (content.Length + read > limits.PartBytes || _unpacked > limits.UnpackedBytes)
                {
                    AddGap(path, "it unpacks to more than the limit; the rest was left out");
                    break;
                }
                content.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        content.Position = 0;
        return content;
    }

    /// <summary>A file inside another: text where its name or its bytes say so.</summary>
    private void ReadInner(Stream content, string path, int depth, string container)
    {
        FileRole? role = FileKinds.AssetRoleOf(path);
        if (role is not FileRole.BinaryAsset)
        {
            (SubmittedFile file, string? failure) = FileReader.ReadToEnd(content, path, role, textLimits);
            if (failure is not null) AddGap(path, failure);
            if (file.Role is not FileRole.BinaryAsset)
            {
                _files.Add(file with { Container = container });
                if (file.Text is { } text) DataAddresses.Open(text.Text, new(this, path, depth));
                return;
            }
            content.Position = 0;
        }
        ReadBinary(content, path, depth, container);
    }

    private void ReadBinary(Stream content, string path, int depth, string? container)
    {
        int place = _files.Count;
        var file = new SubmittedFile(path, FileRole.BinaryAsset, null, []) { Container = container, Bytes = content.Length };
        _files.Add(file);
        if (FormatOf(content) is not { } format) return;
        var scan = new AssetScan(this, path, depth);
        Guarded(path, () => format.Read(content, scan));
        MetadataSheet sheet = scan.Sheet();
        _files[place] = file with { Text = sheet.Source, Sheet = sheet };
    }

    /// <summary>The format of a file, told by its first bytes; null for one that is not read.</summary>
    internal static IAssetFormat? FormatOf(Stream content)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        head = head[..content.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
        content.Position = 0;
        foreach (IAssetFormat format in AssetFormats.All)
        {
            if (format.Recognises(head)) return format;
        }
        return null;
    }

    /// <summary>A stranger's file may break a format, or a library that reads it, in any way: it costs that file, and is said.</summary>
    private void Guarded(string path, Action read)
    {
        try
        {
            read();
        }
        catch (EndOfStreamException)
        {
            AddGap(path, "it is cut off: it ends earlier than it says");
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
        {
            AddGap(path, failure is InvalidDataException { Message.Length: > 0 } broken ? broken.Message : "its structure is broken");
        }
    }

    /// <summary>A name inside an archive as a path: forward slashes, and no control characters.</summary>
    internal static string Shown(string name) => string.Concat(name.Replace('\\', '/').Select(c => char.IsControl(c) ? '�' : c)).TrimStart('/');
}
