namespace PostLint.Triage;

/// <summary>Cuts a stream into whole lines of bytes; what follows the last line end is none.</summary>
/// <param name="input">The stream, which stays open.</param>
internal sealed class LineReader(Stream input)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _from,
        _to;

    /// <summary>Offset of the line that was read last.</summary>
    public long Start { get; private set; }

    /// <summary>Offset after its line end.</summary>
    public long End { get; private set; }

    /// <summary>The next line without its line end, valid until the next call; null after the last.</summary>
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
            if (!Fill(ref searched))
                return null;
        }
    }

    private bool Fill(ref int searched)
    {
        if (_from > 0)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            (searched, _to, _from) = (searched - _from, _to - _from, 0);
        }
        if (_to == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        int read = input.Read(_buffer, _to, _buffer.Length - _to);
        _to += read;
        return read > 0;
    }
}
