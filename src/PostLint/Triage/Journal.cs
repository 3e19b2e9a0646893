using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PostLint.Triage;

/// <summary>
/// The finished records of a run, one a line, in a file that only grows: a run that is killed loses what it was writing and nothing else. A line is a checksum, the head and the record, with
/// tabs between. It holds lines of submissions, and is readable by its owner alone. Safe to share between threads.
/// </summary>
public sealed class Journal : IDisposable
{
    private const int ChecksumLength = 8;
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
    public void Add(RecordHead head, TriageRecord record)
    {
        byte[] bytes = LineOf(head, record, out int body);
        lock (_writing)
        {
            _file.Position = _end;
            _file.Write(bytes);
            _file.Flush();
            Remember(new(head, _end + body, bytes.Length - body - 1));
            _end += bytes.Length;
            _unsynced += bytes.Length;
            if (_unsynced > BytesPerSync) Sync();
        }
    }

    /// <summary>The record of a submission; only for those that have a head.</summary>
    public TriageRecord Read(string id)
    {
        lock (_writing)
        {
            Entry entry = _entries[id];
            byte[] buffer = ArrayPool<byte>.Shared.Rent(entry.Length);
            try
            {
                _file.Position = entry.Offset;
                _file.ReadExactly(buffer, 0, entry.Length);
                return JsonSerializer.Deserialize(buffer.AsSpan(0, entry.Length), TriageContext.Default.TriageRecord)!;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
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
            Output.AtomicFile.Write(path, output => { foreach (Entry entry in kept) Copy(entry, output); }, isPrivate: true);
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
        var lines = new LineSplitter(_file);
        while (lines.Next() is { } line)
        {
            if (Parse(line.Span, lines.Start) is { } entry) Remember(entry);
            else if (_file.Length == lines.End) break;
            _end = lines.End;
        }
        _file.SetLength(_end);
    }

    private static byte[] LineOf(RecordHead head, TriageRecord record, out int body)
    {
        using var line = new MemoryStream();
        line.Write("00000000\t"u8);
        JsonSerializer.Serialize(line, head, TriageContext.Default.RecordHead);
        line.WriteByte((byte)'\t');
        body = (int)line.Length;
        JsonSerializer.Serialize(line, record, TriageContext.Default.TriageRecord);
        line.WriteByte((byte)'\n');
        byte[] bytes = line.ToArray();
        Encoding.ASCII.GetBytes(ChecksumOf(bytes.AsSpan()[(ChecksumLength + 1)..^1]), bytes);
        return bytes;
    }

    private void Copy(Entry entry, Stream output)
    {
        byte[] body = new byte[entry.Length];
        _file.Position = entry.Offset;
        _file.ReadExactly(body);
        output.Write(LineOf(entry.Head, JsonSerializer.Deserialize(body, TriageContext.Default.TriageRecord)!, out _));
    }

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }

    private void Remember(Entry entry)
    {
        if (!_entries.TryAdd(entry.Head.Id, entry)) _superseded++;
        _entries[entry.Head.Id] = entry;
    }

    private static Entry? Parse(ReadOnlySpan<byte> line, long start)
    {
        if (line.Length < ChecksumLength + 3 || line[ChecksumLength] != '\t') return null;
        ReadOnlySpan<byte> rest = line[(ChecksumLength + 1)..];
        int tab = rest.IndexOf((byte)'\t');
        if (tab < 0 || !line[..ChecksumLength].SequenceEqual(Encoding.ASCII.GetBytes(ChecksumOf(rest)))) return null;
        RecordHead head = JsonSerializer.Deserialize(rest[..tab], TriageContext.Default.RecordHead)!;
        return new(head, start + ChecksumLength + 1 + tab + 1, rest.Length - tab - 1);
    }

    private static string ChecksumOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, ChecksumLength / 2));

    private sealed record Entry(RecordHead Head, long Offset, int Length);

    /// <summary>Cuts a file into whole lines; what follows the last line end is none.</summary>
    private sealed class LineSplitter(Stream file)
    {
        private byte[] _buffer = new byte[1 << 16];
        private int _from, _to;

        /// <summary>Offset of the line that was read last.</summary>
        public long Start { get; private set; }

        /// <summary>Offset after its line end.</summary>
        public long End { get; private set; }

        public ReadOnlyMemory<byte>? Next()
        {
            int searched = _from;
            while (true)
            {
                int at = _buffer.AsSpan(searched, _to - searched).IndexOf((byte)'\n');
                if (at >= 0)
                {
                    var line = _buffer.AsMemory(_from, searched + at - _from);
                    (Start, End, _from) = (End, End + line.Length + 1, searched + at + 1);
                    return line;
                }
                searched = _to;
                if (!Fill(ref searched)) return null;
            }
        }

        private bool Fill(ref int searched)
        {
            if (_from > 0)
            {
                _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
                (searched, _to, _from) = (searched - _from, _to - _from, 0);
            }
            if (_to == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
            int read = file.Read(_buffer, _to, _buffer.Length - _to);
            _to += read;
            return read > 0;
        }
    }
}
