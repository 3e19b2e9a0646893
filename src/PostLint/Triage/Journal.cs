using System.Security.Cryptography;
using System.Text;

namespace PostLint.Triage;

/// <summary>
/// The finished records of a run, one a line, in a file that only grows: a run that is killed loses what it was writing and nothing else. A line is a checksum, a tab and a
/// <see cref="RecordLine"/>. It holds lines of submissions, and is readable by its owner alone. Safe to share between threads.
/// </summary>
public sealed class Journal : IDisposable
{
    private const int ChecksumLength = 8;       // hexadecimal digits
    private const int BytesPerSync = 4 << 20;

    private readonly Lock _writing = new();
    private FileStream _file;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _end;
    private long _unsynced;
    private int _superseded;

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
        lock (_writing) return _entries.GetValueOrDefault(id)?.Head;
    }

    /// <summary>The submissions that it has a record of.</summary>
    public IReadOnlyCollection<string> Ids
    {
        get
        {
            lock (_writing) return [.. _entries.Keys];
        }
    }

    /// <summary>Adds a record; it replaces an earlier one of the same submission.</summary>
    public void Add(RecordLine line)
    {
        byte[] bytes = BytesOf(line, out int body);
        lock (_writing)
        {
            _file.Position = _end;
            _file.Write(bytes);
            _file.Flush();
            Remember(new(line.Head, _end + body, line.Body.Length));
            _end += bytes.Length;
            _unsynced += bytes.Length;
            if (_unsynced > BytesPerSync) Sync();
        }
    }

    /// <summary>The record of a submission; only for those that have a head.</summary>
    public RecordLine Read(string id)
    {
        Entry entry;
        lock (_writing) entry = _entries[id];
        byte[] body = new byte[entry.Length];
        // Reads at an offset, so that threads do not move one another's place.
        for (int read = 0; read < body.Length;)
        {
            int count = RandomAccess.Read(_file.SafeFileHandle, body.AsSpan(read), entry.Offset + read);
            read += count > 0 ? count : throw new EndOfStreamException("the journal of the run was cut while it was read");
        }
        return new(entry.Head, body);
    }

    /// <summary>Writes it anew where it holds records of other submissions than some, or mostly records that are out of date.</summary>
    /// <param name="ids">The submissions to keep.</param>
    public void Keep(IReadOnlySet<string> ids)
    {
        lock (_writing)
        {
            if (_superseded <= _entries.Count && _entries.Keys.All(ids.Contains)) return;
            Entry[] kept = [.. _entries.Values.Where(entry => ids.Contains(entry.Head.Id)).OrderBy(entry => entry.Offset)];
            string path = _file.Name;
            Output.AtomicFile.Write(path, output => { foreach (Entry entry in kept) output.Write(BytesOf(Read(entry.Head.Id), out _)); }, isPrivate: true);
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
            if (Parse(line, lines.Start) is { } entry) Remember(entry);
            else if (_file.Length == lines.End) break;
            _end = lines.End;
        }
        _file.SetLength(_end);
    }

    private static byte[] BytesOf(RecordLine record, out int body)
    {
        using var line = new MemoryStream(record.Body.Length + 1_024);
        line.Write("00000000\t"u8);
        body = ChecksumLength + 1 + record.WriteTo(line);
        line.WriteByte((byte)'\n');
        byte[] bytes = line.ToArray();
        Encoding.ASCII.GetBytes(ChecksumOf(bytes.AsSpan()[(ChecksumLength + 1)..^1]), bytes);
        return bytes;
    }

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }

    private void Remember(Entry entry)
    {
        if (_entries.ContainsKey(entry.Head.Id)) _superseded++;
        _entries[entry.Head.Id] = entry;
    }

    /// <summary>Null for a line that is damaged.</summary>
    private static Entry? Parse(ReadOnlyMemory<byte> line, long start)
    {
        if (line.Length <= ChecksumLength || line.Span[ChecksumLength] != '\t') return null;
        ReadOnlyMemory<byte> rest = line[(ChecksumLength + 1)..];
        if (!line.Span[..ChecksumLength].SequenceEqual(Encoding.ASCII.GetBytes(ChecksumOf(rest.Span))) || !RecordLine.TryRead(rest, out RecordLine read)) return null;
        return new(read.Head, start + line.Length - read.Body.Length, read.Body.Length);
    }

    private static string ChecksumOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, ChecksumLength / 2));

    private sealed record Entry(RecordHead Head, long Offset, int Length);
}
