using System.Diagnostics;

namespace PostLint.Cli;

/// <summary>A line on a terminal that counts submissions while the work is long; nothing elsewhere.</summary>
internal sealed class Progress(Host host, int total, bool isQuiet) : IDisposable
{
    private const int Delay = 500;      // milliseconds before the first line, and between lines

    private readonly bool _isShown = host.IsErrorTerminal && !host.IsAutomatic && !isQuiet && total > 1;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private int _done;
    private long _next = Delay;

    public void Step()
    {
        int done = Interlocked.Increment(ref _done);
        if (!_isShown || _watch.ElapsedMilliseconds < Volatile.Read(ref _next)) return;
        lock (_lock)
        {
            if (_watch.ElapsedMilliseconds < _next) return;
            _next = _watch.ElapsedMilliseconds + Delay;
            host.Error.Write($"\r{done} of {total} submissions, {done * 1000L / Math.Max(1, _watch.ElapsedMilliseconds)} a second ");
        }
    }

    public void Dispose()
    {
        if (_isShown && _next > Delay) host.Error.Write("\r" + new string(' ', 60) + "\r");
    }
}
