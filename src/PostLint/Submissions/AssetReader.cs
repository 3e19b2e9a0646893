using System.Buffers;
using System.Text.RegularExpressions;
using PostLint.Assets;
using PostLint.Assets.Archives;
using PostLint.Output;
using PostLint.Syntax;

namespace PostLint.Submissions;

/// <summary>
/// Looks into what is no text: finds the format by the first bytes, reads the metadata, and goes on with the files inside. Serves one
/// submission and one
/// thread. Never throws for what a file holds: what is broken, locked, too deep or too large is named as unread.
/// </summary>
/// <param name="limits">How much is unpacked.</param>
/// <param name="textLimits">How much text is read.</param>
/// <param name="cancellation">Stops the reading.</param>
public sealed class AssetReader(AssetLimits limits, Limits textLimits, CancellationToken cancellation) : IAssetHost
{
    private const int FirstBuffer = 1 << 20;

    /// <summary>So many times the largest text may all texts inside others take.</summary>
    private const int MostTexts = 4;

    private readonly List<SubmittedFile> _files = [];
    private readonly List<Unread> _unread = [];
    private readonly HashSet<Unread> _gaps = [];
    private readonly List<ReadingFault> _faults = [];
    private readonly List<byte[]> _buffers = []; // by depth: what is unpacked at one is read before the next at the same
    private long _unpacked;
    private long _texts;
    private int _parts;

    CancellationToken IAssetHost.Cancellation => cancellation;

    AssetLimits IAssetHost.Limits => limits;

    /// <summary>Files that could not be opened so far, and why.</summary>
    public IReadOnlyList<Unread> Unread => _unread;

    /// <summary>What of the opened files was not read so far, and why.</summary>
    public IReadOnlyCollection<Unread> Gaps => _gaps;

    /// <summary>Where PostLint itself failed so far.</summary>
    public IReadOnlyList<ReadingFault> Faults => _faults;

    /// <summary>Reads a file of the submission; returns it with what it says about itself, then the files inside it.</summary>
    /// <param name="target">Its full path on disk.</param>
    /// <param name="path">Its path as reports print it.</param>
    public IReadOnlyList<SubmittedFile> Read(string target, string path)
    {
        _files.Clear();
        try
        {
            using Stream stream = SafeFile.Open(target, bufferSize: 16_384);
            ReadBinary(stream, path, depth: 0, container: null);
            if (stream is FileStream file)
                _files[0] = _files[0] with { Stamp = FileStamp.Of(file) };
        }
        catch (Exception failure) when (SafeFile.IsReadFailure(failure))
        {
            _unread.Add(new(path, SafeFile.Explain(failure, target)));
            _files.Insert(0, new(path, FileRole.BinaryAsset, null, []));
        }
        return [.. _files];
    }

    /// <summary>Reads a file from memory, as <see cref="Read(string, string)"/> does from disk.</summary>
    internal IReadOnlyList<SubmittedFile> Read(Stream content, string path)
    {
        _files.Clear();
        ReadBinary(content, path, depth: 0, container: null);
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

    void IAssetHost.AddGap(string path, string reason, bool isBeyondLimit) => AddGap(path, reason, isBeyondLimit);

    private void AddGap(string path, string reason, bool isBeyondLimit = false) =>
        _gaps.Add(new(path, reason) { IsBeyondLimit = isBeyondLimit });

    void IAssetHost.ReadPart(AssetScan outer, string name, long length, Func<Stream> open)
    {
        cancellation.ThrowIfCancellationRequested();
        string path = $"{outer.Path}!/{EntryNames.Shown(name)}";
        if (Refusal(outer, length) is { } reason)
        {
            AddGap(reason.OfPart ? path : outer.Path, reason.Text, isBeyondLimit: true);
            return;
        }
        _parts++;
        Guarded(path, () =>
        {
            FileRole? role = FileKinds.AssetRoleOf(path);
            bool isText = role is not (null or FileRole.BinaryAsset);
            if (isText && length > textLimits.TextBytes)
            {
                _files.Add(new(path, role!.Value, null, []) { Container = OnDisk(outer.Path) });
                AddGap(path, $"it is larger than {textLimits.TextBytes >> 20} MB, the limit for text", isBeyondLimit: true);
                return;
            }
            using Stream packed = open();
            int most = isText ? Math.Min(limits.PartBytes, textLimits.TextBytes + 1) : limits.PartBytes;
            using Stream content = Unpack(packed, path, outer.Depth, most);
            ReadInner(content, path, outer.Depth + 1, OnDisk(outer.Path));
        });
    }

    private static string OnDisk(string path) => path.IndexOf("!/", StringComparison.Ordinal) is > 0 and int end ? path[..end] : path;

    /// <summary>Counts what a format unpacked by itself; false, and said, once the submission has unpacked as much as it may.</summary>
    bool IAssetHost.Spend(string path, long bytes)
    {
        _unpacked += bytes;
        if (_unpacked <= limits.UnpackedBytes)
            return true;
        AddGap(path, "unpacking takes more than the limit; the rest was left out", isBeyondLimit: true);
        return false;
    }

    private (string Text, bool OfPart)? Refusal(AssetScan outer, long length)
    {
        if (outer.Depth >= limits.Depth)
            return ($"files inside it lie more than {limits.Depth} files deep", false);
        if (_parts >= limits.Parts)
            return ($"the files inside others are more than {limits.Parts}; the rest was left out", false);
        if (length > limits.PartBytes)
            return ($"it is larger than {limits.PartBytes >> 20} MB, the limit for files inside others", true);
        if (_unpacked + Math.Max(length, 0) > limits.UnpackedBytes)
            return ($"unpacking takes more than {limits.UnpackedBytes >> 20} MB; the rest was left out", false);
        return null;
    }

    /// <summary>The bytes in memory, seekable; cut at the limit, which is named. Valid until the next part of that depth is read.</summary>
    private MemoryStream Unpack(Stream packed, string path, int depth, int most)
    {
        if (packed is MemoryStream memory)
            return memory;
        while (_buffers.Count <= depth)
            _buffers.Add([]);
        int length = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (length == _buffers[depth].Length)
                Grow(depth, most);
            int read = packed.Read(_buffers[depth], length, Math.Min(_buffers[depth].Length, most + 1) - length);
            if (read == 0)
                break;
            _unpacked += read;
            length += read;
            if (length <= most && _unpacked <= limits.UnpackedBytes)
                continue;
            AddGap(path, "it unpacks to more than the limit; the rest was left out", isBeyondLimit: true);
            length = Math.Min(length, most);
            break;
        }
        return new(_buffers[depth], 0, length, writable: false);
    }

    private void Grow(int depth, int most)
    {
        byte[] larger = new byte[(int)Math.Min(Math.Max(FirstBuffer, _buffers[depth].Length * 2L), most + 1L)];
        _buffers[depth].CopyTo(larger, 0);
        _buffers[depth] = larger;
    }

    /// <summary>A file inside another: text where its name or its bytes say so.</summary>
    private void ReadInner(Stream content, string path, int depth, string container)
    {
        FileRole? role = FileKinds.AssetRoleOf(path);
        if (role is FileRole.BinaryAsset || !ReadText(content, path, role, depth, container))
            ReadBinary(content, path, depth, container);
    }

    /// <summary>Reads a text and the files inside it; false where it is none.</summary>
    private bool ReadText(Stream content, string path, FileRole? role, int depth, string? container)
    {
        (SubmittedFile file, string? failure) = FileReader.ReadToEnd(content, path, role, textLimits);
        if (failure is not null)
            AddGap(path, failure);
        content.Position = 0;
        if (file is { Role: FileRole.BinaryAsset, Text: null })
            return false;
        _texts += file.Bytes;
        if (_texts > (long)MostTexts * textLimits.TextBytes)
        {
            int most = MostTexts * (textLimits.TextBytes >> 20);
            AddGap(path, $"the texts inside other files are larger than {most} MB together; the rest was left out", isBeyondLimit: true);
            file = file with { Text = null };
        }
        _files.Add(file with { Container = container });
        var scan = new AssetScan(this, path, depth);
        if (file.Text is { } text)
            EmbeddedFiles.Open(text.Text, scan);
        if (file.IsSeveral)
            ReadAsOthers(content, scan, FileSignature.FormatsOfText(content));
        return true;
    }

    /// <summary>Reads a text of the submission as what it is beside; returns the files inside it.</summary>
    /// <param name="target">Its full path on disk.</param>
    /// <param name="path">Its path as reports print it.</param>
    internal IReadOnlyList<SubmittedFile> ReadAsOthers(string target, string path) => ReadWithin(path, scan => Guarded(path, () =>
            {
                using Stream content = SafeFile.Open(target, bufferSize: 16_384);
                ReadAsOthers(content, scan, FileSignature.FormatsOfText(content));
            }));

    private void ReadAsOthers(Stream content, AssetScan scan, IEnumerable<IAssetFormat> formats)
    {
        foreach (IAssetFormat format in formats)
        {
            content.Position = 0;
            Guarded(scan.Path, () => format.Read(content, scan));
        }
    }

    private void ReadBinary(Stream content, string path, int depth, string? container)
    {
        IReadOnlyList<IAssetFormat> formats = FileSignature.FormatsOf(content);
        bool mayBeText = formats.Count == 0 && FileSignature.IsText(content, textLimits.TextBytes);
        if (mayBeText && ReadText(content, path, FileRole.BinaryAsset, depth, container))
            return;
        int place = _files.Count;
        var file = new SubmittedFile(path, FileRole.BinaryAsset, null, [])
        {
            Container = container,
            Bytes = content.Length,
            Formats = [.. formats.Select(format => format.Name)],
        };
        _files.Add(file);
        if (formats.Count == 0)
            return;
        var scan = new AssetScan(this, path, depth);
        Guarded(path, () => formats[0].Read(content, scan));
        // What stands behind a picture was read with it.
        bool isReadBehind = _files.Exists(inner => inner.Path.StartsWith($"{path}!/{AssetScan.AfterPicture}", StringComparison.Ordinal));
        ReadAsOthers(content, scan, formats.Skip(1).Where(format => !isReadBehind || format != AssetFormats.Zip));
        MetadataSheet sheet = scan.Sheet();
        _files[place] = file with { Text = sheet.Source, Sheet = sheet, Pixels = PictureSize.Of(content), Pages = scan.Pages };
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
        catch (PlatformNotSupportedException)
        {
            AddGap(path, "it is packed or encrypted in a way that cannot be opened in a browser; the postlint command can read it");
        }
        catch (Exception failure) when (IsFormatError(failure))
        {
            AddGap(path, failure is InvalidDataException { Message.Length: > 0 } broken ? broken.Message : "its structure is broken");
        }
#pragma warning disable CA1031 // What is no error of a format is one of PostLint; it costs this file only, and is told as a fault.
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            _faults.Add(new(path, failure));
        }
    }

    /// <summary>Whether an exception says that a file breaks its format, and nothing about PostLint.</summary>
    private static bool IsFormatError(Exception failure) =>
        failure
            is InvalidDataException
                or IOException
                or FormatException
                or NotSupportedException
                or System.Xml.XmlException
                or System.Text.Json.JsonException
                or RegexMatchTimeoutException;
}
