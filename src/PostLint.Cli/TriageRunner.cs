using System.Globalization;
using System.Runtime.InteropServices;
using PostLint.Triage;

namespace PostLint.Cli;

/// <summary>Checks what a run folder does not hold yet: as many submissions at once as there are jobs, each by a worker, each finished record kept at once.</summary>
internal sealed class TriageRunner(RunFolder folder, TriageOptions options, IReadOnlyList<string> arguments, string settings, Host host)
{
    private readonly HashSet<string> _written = folder.Written();
    private int _next = -1;
    private volatile bool _isStopping;

    /// <summary>Checks the submissions whose records are missing or out of date.</summary>
    /// <exception cref="OperationCanceledException">Somebody stopped it; what was finished is kept.</exception>
    /// <exception cref="IOException">The run folder cannot be written, or no worker can be started.</exception>
    public void Check(IReadOnlyList<TriageItem> items)
    {
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), end = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var progress = new TriageProgress(host, items.Count, options.Check.Quiet);
        Exception? failure = null;
        Thread[] lanes = [.. Enumerable.Range(0, Math.Min(options.Check.Jobs, items.Count)).Select(_ => new Thread(() => Run(items, progress, ref failure)))];
        foreach (Thread lane in lanes) lane.Start();
        foreach (Thread lane in lanes) lane.Join();
        if (_isStopping) throw new OperationCanceledException("stopped; the same command goes on from here");
        if (failure is not null) throw new IOException(failure.Message, failure);
    }

    /// <summary>Lets what is being checked come to its end, and begins nothing more.</summary>
    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _isStopping = true;
    }

    private void Run(IReadOnlyList<TriageItem> items, TriageProgress progress, ref Exception? failure)
    {
        try
        {
            using var worker = new WorkerProcess(arguments, options, host.WorkingDirectory);
            for (int i = Interlocked.Increment(ref _next); i < items.Count && Volatile.Read(ref failure) is null && !_isStopping; i = Interlocked.Increment(ref _next)) progress.Step(Check(items[i], worker));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            Volatile.Write(ref failure, broken);
        }
    }

    /// <summary>Checks a submission; returns whether its record was there.</summary>
    private bool Check(TriageItem item, WorkerProcess worker)
    {
        ContentKey? key = KeyOf(item, out string unreadable);
        if (key is not null && folder.Journal.HeadOf(item.Id)?.Key == key.Key && _written.Contains(RunFolder.NameOf(item.Id))) return true;
        TriageRecord record = key is null ? Appraisal.Unreadable(item, unreadable) : worker.Check(item);
        record = record with { Traces = [.. record.Traces, .. key?.Images ?? []] };
        // A worker that died has left nothing, or what an earlier run knew.
        if (record.Verdict is Verdict.Unreadable) SubmissionFiles.Write(folder.Path, record, SubmissionFiles.Nothing(record), _ => null);
        folder.Journal.Add(new(item.Id, key?.Key ?? "", record.Verdict, record.Weight, record.Traces), record with { Traces = [] });
        return false;
    }

    private ContentKey? KeyOf(TriageItem item, out string unreadable)
    {
        unreadable = item.Head is not null || File.Exists(item.Path) || Directory.Exists(item.Path) ? "its files cannot be read" : "there is no such file or folder";
        if (item.Head is null && new FileInfo(item.Path).LinkTarget is not null)
        {
            unreadable = "it is a symbolic link";
            return null;
        }
        try
        {
            return ContentKey.Of(item, settings, folder.Salt, options.Check.Limits.Text, options.Check.Limits.Assets);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>Counts submissions with rate and time left on a terminal, and by a quiet line now and then elsewhere.</summary>
internal sealed class TriageProgress(Host host, int total, bool isQuiet) : IDisposable
{
    private const int OnTerminal = 500, Elsewhere = 30_000;       // milliseconds between lines

    private readonly bool _isTerminal = host.IsErrorTerminal && !host.IsAutomatic;
    private readonly long _start = Environment.TickCount64;
    private readonly Lock _lock = new();
    private int _done, _known;
    private long _last = Environment.TickCount64;

    /// <summary>Counts a submission.</summary>
    /// <param name="wasKnown">Whether its record was there.</param>
    public void Step(bool wasKnown)
    {
        lock (_lock)
        {
            _done++;
            if (wasKnown) _known++;
            long now = Environment.TickCount64;
            if (isQuiet || now - _last < (_isTerminal ? OnTerminal : Elsewhere)) return;
            _last = now;
            double rate = Math.Max(1, _done - _known) * 1000.0 / Math.Max(1, now - _start);
            string left = TimeSpan.FromSeconds((total - _done) / rate).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
            string line = string.Create(CultureInfo.InvariantCulture, $"{_done} of {total} submissions, {rate:0.#} a second, {left} left");
            host.Error.Write(_isTerminal ? $"\r{line}   " : $"{line}\n");
        }
    }

    public void Dispose()
    {
        if (!_isTerminal || isQuiet) return;
        host.Error.Write("\r" + new string(' ', 78) + "\r");
    }
}
