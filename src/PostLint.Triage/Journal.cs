using System.Security.Cryptography;
using System.Text;
using PostLint.Facts;

namespace PostLint.Triage;

/// <summary>
/// The finished records of a run, one a line, in a file that only grows: a run that is killed loses what it was writing and nothing else. A
/// line is a checksum, a tab and a
/// <see cref="RecordLine"/>. It holds lines of submissions, and is readable by its owner alone. Safe to share between threads.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const int ChecksumLength = 8; // hexadecimal digits
    private const int Prefix = ChecksumLength + 1;
    private const int BytesPerSync = 4 << 20;

    private readonly Lock _writing = new();
    private FileStream _file;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _end;
    private long _unsynced;
    private int _superseded;

    /// <summary>Whether it holds whole records of another version, which are not read.</summary>
    public bool HoldsOtherVersions { get; private set; }

    /// <summary>Opens a journal, or begins one. A line that a killed run left half written is cut off.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="IOException">It is in use by another run, or cannot be read or written.</exception>
    public Journal(string path)
    {
        _file = Open(path);
        Load();
    }

    /// <summary>The head of a submission's last record; null where there is none.</summary>
    public RecordHead? HeadOf(string id)
    {
        Entry entry;
        lock (_writing)
        {
            if (!_entries.TryGetValue(id, out entry))
                return null;
        }
        return new RecordLine(ReadAt(entry.Offset, entry.HeadLength)).Head;
    }

    /// <summary>The submissions that it has a record of.</summary>
    public IReadOnlyCollection<string> Ids
    {
        get
        {
            lock (_writing)
                return [.. _entries.Keys];
        }
    }

    /// <summary>Adds a record; it replaces an earlier one of the same submission.</summary>
    public void Add(RecordLine line)
    {
        byte[] bytes = BytesOf(line.Bytes.Span);
        lock (_writing)
        {
            _file.Position = _end;
            _file.Write(bytes);
            _file.Flush();
            Remember(line, _end + Prefix);
            _end += bytes.Length;
            _unsynced += bytes.Length;
            if (_unsynced > BytesPerSync)
                Sync();
        }
    }

    /// <summary>The record of a submission; only for those that have a head.</summary>
    public RecordLine Read(string id)
    {
        Entry entry;
        lock (_writing)
            entry = _entries[id];
        return new(ReadAt(entry.Offset, entry.Length));
    }

    /// <summary>Writes it anew where it holds records of other submissions than some, or mostly records that are out of date.</summary>
    /// <param name="ids">The submissions to keep.</param>
    public void Keep(IReadOnlySet<string> ids)
    {
        lock (_writing)
        {
            if (_superseded <= _entries.Count && _entries.Keys.All(ids.Contains))
                return;
            string[] kept =
            [
                .. _entries.Where(entry => ids.Contains(entry.Key)).OrderBy(entry => entry.Value.Offset).Select(entry => entry.Key),
            ];
            string path = _file.Name;
            Output.AtomicFile.Write(
                path,
                output =>
                {
                    foreach (string id in kept)
                        output.Write(BytesOf(Read(id).Bytes.Span));
                },
                isPrivate: true
            );
            _file.Dispose();
            _file = Open(path);
            (_end, _superseded) = (0, 0);
            _entries.Clear();
            Load();
        }
    }

    /// <summary>Writes to the disk what is not there yet.</summary>
    public void Sync()
    {
        lock (_writing)
        {
            if (_unsynced == 0)
                return;
            _file.Flush(flushToDisk: true);
            _unsynced = 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Sync();
        _file.Dispose();
    }

    private void Load()
    {
        var lines = new LineReader(_file);
        while (lines.Next() is { } line)
        {
            if (IsWhole(line.Span))
            {
                if (RecordLine.TryRead(line[Prefix..], out RecordLine read))
                    Remember(read, lines.Start + Prefix);
                else
                    HoldsOtherVersions = true;
            }
            else if (_file.Length == lines.End)
                break;
            _end = lines.End;
        }
        _file.SetLength(_end);
    }

    private static byte[] BytesOf(ReadOnlySpan<byte> line) =>
        [.. Encoding.ASCII.GetBytes(ChecksumOf(line)), (byte)'\t', .. line, (byte)'\n'];

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            BufferSize = 1 << 16,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }

    private byte[] ReadAt(long offset, int length)
    {
        byte[] bytes = new byte[length];
        // Reads at an offset, so that threads do not move one another's place.
        for (int read = 0; read < length; )
        {
            int count = RandomAccess.Read(_file.SafeFileHandle, bytes.AsSpan(read), offset + read);
            read += count > 0 ? count : throw new EndOfStreamException("the journal of the run was cut while it was read");
        }
        return bytes;
    }

    private void Remember(RecordLine line, long offset)
    {
        string id = line.Id!;
        if (_entries.ContainsKey(id))
            _superseded++;
        _entries[id] = new(offset, line.HeadLength, line.Bytes.Length);
    }

    /// <summary>Whether a line has its checksum.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> line) =>
        line.Length > Prefix
        && line[ChecksumLength] == '\t'
        && line[..ChecksumLength].SequenceEqual(Encoding.ASCII.GetBytes(ChecksumOf(line[Prefix..])));

    private static string ChecksumOf(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, ChecksumLength / 2));

    private readonly record struct Entry(long Offset, int HeadLength, int Length);
}
