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
        using var progress = new Progress(host, items.Count, options.Check.Quiet) { SpeaksElsewhere = true };
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

    private void Run(IReadOnlyList<TriageItem> items, Progress progress, ref Exception? failure)
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
        bool isAnswered = false;
        TriageRecord record = key is null ? Appraisal.Unreadable(item, unreadable) : worker.Check(item, out isAnswered);
        record = record with { Traces = [.. record.Traces, .. key?.Images ?? []] };
        // A worker that died has left nothing, or what an earlier run knew.
        if (!isAnswered) SubmissionFiles.Write(folder.Path, record, SubmissionFiles.Nothing(record), _ => null);
        folder.Journal.Add(new(item.Id, isAnswered ? key!.Key : "", record.Verdict, record.Weight, record.Traces), record with { Traces = [] });
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
