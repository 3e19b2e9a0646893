using System.Diagnostics;
using System.Runtime.InteropServices;
using PostLint.Facts;
using PostLint.Output;

namespace PostLint.Triage;

/// <summary>
/// Checks what a run folder does not hold yet: as many submissions at once as there are jobs, each by a worker, each finished record kept
/// at once.
/// </summary>
/// <param name="folder">The run folder.</param>
/// <param name="options">What was asked.</param>
/// <param name="settings">What submissions are judged by, hashed.</param>
/// <param name="start">Says how a worker is started: as which program, with which arguments.</param>
/// <param name="done">Is told of each submission that is done, and whether nothing had to be done for it; by several threads at
/// once.</param>
internal sealed class TriageRunner(
    RunFolder folder,
    TriageOptions options,
    string settings,
    Func<ProcessStartInfo> start,
    Action<bool> done
)
{
    private readonly HashSet<string> _written = folder.Written();
    private int _next = -1;
    private volatile bool _isStopping;

    /// <summary>Those of some submissions whose files may have changed since their records were made, or that have none.</summary>
    public TriageItem[] Due(IReadOnlyList<TriageItem> items)
    {
        bool[] isDue = new bool[items.Count];
        Parallel.For(0, items.Count, new() { MaxDegreeOfParallelism = options.Jobs }, i =>
            isDue[i] = RecordOf(items[i]) is not { Stamp: { } stamp } || !ContentKey.Holds(stamp, items[i], settings, folder.Salt)
        );
        return [.. items.Where((_, i) => isDue[i])];
    }

    /// <summary>Checks the submissions whose records are missing or out of date.</summary>
    /// <exception cref="OperationCanceledException">Somebody stopped it; what was finished is kept.</exception>
    /// <exception cref="IOException">The run folder cannot be written, or no worker can be started.</exception>
    public void Check(IReadOnlyList<TriageItem> items)
    {
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
            end = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        Exception? failure = null;
        Thread[] lanes =
        [
            .. Enumerable.Range(0, Math.Min(options.Jobs, items.Count)).Select(_ => new Thread(() => Run(items, ref failure))),
        ];
        foreach (Thread lane in lanes)
            lane.Start();
        foreach (Thread lane in lanes)
            lane.Join();
        if (_isStopping)
            throw new OperationCanceledException("stopped; the same command goes on from here");
        if (failure is not null)
            throw new IOException(failure.Message, failure);
    }

    /// <summary>Lets what is being checked come to its end, and begins nothing more.</summary>
    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _isStopping = true;
    }

    private void Run(IReadOnlyList<TriageItem> items, ref Exception? failure)
    {
        try
        {
            using var worker = new WorkerProcess(options, start);
            for (
                int i = Interlocked.Increment(ref _next);
                i < items.Count && Volatile.Read(ref failure) is null && !_isStopping;
                i = Interlocked.Increment(ref _next)
            )
                done(Check(items[i], worker));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            Volatile.Write(ref failure, broken);
        }
    }

    /// <summary>Checks a submission; returns whether its record was there.</summary>
    private bool Check(TriageItem item, WorkerProcess worker)
    {
        // Told before the contents are read: what changes in between is read anew the next time.
        FolderStamp? stamp = StampOf(item);
        ContentKey? key = KeyOf(item, out string unreadable);
        if (key is not null && RecordOf(item) is { } known && known.Key == key.Key)
        {
            if (stamp is not null)
                folder.Journal.Add(folder.Journal.Read(item.Id).With(known with { Stamp = stamp }));
            return true;
        }
        bool isAnswered = false;
        RecordLine line = key is null ? RecordLine.Of(Assessment.Unreadable(item, unreadable)) : worker.Check(item, out isAnswered);
        // A worker that died has left nothing, or what an earlier run knew.
        if (!isAnswered)
            SubmissionFiles.Write(folder.Path, new(line.Record), SubmissionFiles.Nothing(line.Record), options.Version, _ => null);
        RecordHead head = line.Head;
        folder.Journal.Add(
            line.With(
                head with
                {
                    Key = isAnswered ? key!.Key : "",
                    Content = key?.Content ?? "",
                    Stamp = isAnswered ? stamp : null,
                    Traces = [.. head.Traces, .. key?.Images ?? []],
                }
            )
        );
        return false;
    }

    /// <summary>The record that an earlier run made, where all is there that it wrote.</summary>
    private RecordHead? RecordOf(TriageItem item) => _written.Contains(RunFolder.NameOf(item.Id)) ? folder.Journal.HeadOf(item.Id) : null;

    /// <summary>The stamp of a submission's files; null where it cannot be told, for whatever reason.</summary>
    private FolderStamp? StampOf(TriageItem item)
    {
        try
        {
            return ContentKey.StampOf(item, settings, folder.Salt, options.Settings.Limits.Text);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return null;
        }
    }

    private ContentKey? KeyOf(TriageItem item, out string unreadable)
    {
        unreadable =
            item.Head is not null || File.Exists(item.Path) || Directory.Exists(item.Path)
                ? "its files cannot be read"
                : "there is no such file or folder; where a row names none, one is looked for that is called by its id or number";
        if (item.Head is null && new FileInfo(item.Path).LinkTarget is not null)
        {
            unreadable = "it is a symbolic link";
            return null;
        }
        try
        {
            return ContentKey.Of(item, settings, folder.Salt, options.Settings.Limits.Text, options.Settings.Limits.Assets);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Whatever a submission does to its reader is the end of its own check.
            if (failure is IOException or UnauthorizedAccessException)
                unreadable = $"its files cannot be read: {IoReason.Of(failure, "reading them fails")}";
            return null;
        }
    }
}
