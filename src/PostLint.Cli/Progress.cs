using System.Diagnostics;
using System.Globalization;

namespace PostLint.Cli;

/// <summary>
/// A line on a terminal that counts submissions, with rate and time left, while the work is long; where it is asked for, a quiet line now
/// and then elsewhere.
/// </summary>
internal sealed class Progress(Host host, int total, bool isQuiet) : IDisposable
{
    private const int OnTerminal = 500,
        Elsewhere = 30_000; // milliseconds before the first line, and between lines

    private readonly bool _isTerminal = host.IsErrorTerminal && !host.IsAutomatic;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private int _done,
        _known;
    private long _last;

    /// <summary>Whether lines are printed where no terminal is, too.</summary>
    public bool SpeaksElsewhere { get; init; }

    /// <summary>Counts a submission.</summary>
    /// <param name="wasKnown">Whether nothing had to be done for it.</param>
    public void Step(bool wasKnown = false)
    {
        lock (_lock)
        {
            _done++;
            if (wasKnown)
                _known++;
            long now = _watch.ElapsedMilliseconds;
            if (isQuiet || total < 2 || !(_isTerminal || SpeaksElsewhere) || now - _last < (_isTerminal ? OnTerminal : Elsewhere))
                return;
            _last = now;
            double rate = Math.Max(1, _done - _known) * 1000.0 / now;
            string left = TimeSpan.FromSeconds((total - _done) / rate).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
            string line = string.Create(CultureInfo.InvariantCulture, $"{_done} of {total} submissions, {rate:0.#} a second, {left} left");
            host.Error.Write(_isTerminal ? $"\r{line}   " : $"{line}\n");
        }
    }

    public void Dispose()
    {
        if (_isTerminal && _last > 0)
            host.Error.Write("\r" + new string(' ', 78) + "\r");
    }
}
