using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PostLint.Reporting;

namespace PostLint.Triage;

/// <summary>
/// A worker that checks one submission at a time in a process of its own, started when it is first needed. One that hangs is stopped, one
/// that dies is replaced; either is the end of that
/// submission's check and of nothing else.
/// </summary>
/// <param name="options">What was asked.</param>
/// <param name="start">Says how it is started: as which program, with which arguments.</param>
internal sealed class WorkerProcess(TriageOptions options, Func<ProcessStartInfo> start) : IDisposable
{
    /// <summary>
    /// How many times the limit may pass on the clock: a busy machine is no submission's fault, and one that waits for ever has to end.
    /// </summary>
    public const int Patience = 20;

    /// <summary>What the process returns where a submission needs more memory than there is.</summary>
    public const int OutOfMemory = 5;

    private const int Attempts = 2; // a worker may be tired of what it read before
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250);

    // Reading rules and roster takes tenths of a second, and is no submission's fault on a busy machine.
    private static readonly TimeSpan s_startTimeout = TimeSpan.FromMinutes(2);

    private Process? _process;
    private LineReader _answers = new(Stream.Null);

    /// <summary>Checks a submission; what goes wrong is its record.</summary>
    /// <param name="item">Which one.</param>
    /// <param name="isAnswered">Whether a worker came to its end with it; time and memory may be enough another time.</param>
    public RecordLine Check(TriageItem item, out bool isAnswered)
    {
        string failure = "";
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            isAnswered = true;
            if (Ask(item, out failure, out bool isFinal) is { } record)
                return record;
            if (isFinal)
                break;
        }
        isAnswered = false;
        return RecordLine.Of(Assessment.Unreadable(item, failure));
    }

    /// <summary>Lets the worker end.</summary>
    public void Dispose()
    {
        if (_process is null)
            return;
        try
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(2_000))
                _process.Kill();
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            // It has ended itself.
        }
        _process.Dispose();
        _process = null;
    }

    private RecordLine? Ask(TriageItem item, out string failure, out bool isFinal)
    {
        Process process = _process ?? Start();
        ReadOnlyMemory<byte>? answer = AnswerTo(
            () =>
            {
                process.StandardInput.WriteLine(JsonSerializer.Serialize(item, TriageJson.Item));
                process.StandardInput.Flush();
            },
            Spent(process, options.Timeout),
            out bool isLate
        );
        (failure, isFinal) = ("", false);
        // What it says is used only when it has said all of it.
        if (answer is { } line && RecordLine.TryRead(line, out RecordLine record))
            return record;
        process.WaitForExit();
        failure =
            isLate ? $"checking it takes longer than {Duration(options.Timeout)}"
            : process.ExitCode == OutOfMemory ? $"checking it needs more memory than {options.Memory} MB"
            : $"checking it breaks the checker (exit code {process.ExitCode.ToString(CultureInfo.InvariantCulture)})";
        isFinal = isLate;
        process.Dispose();
        _process = null;
        return null;
    }

    /// <summary>The line with which the worker answers; null where it dies, or is stopped because it is late.</summary>
    private ReadOnlyMemory<byte>? AnswerTo(Action ask, Func<bool> isSpent, out bool isLate)
    {
        bool wasLate = false;
        ReadOnlyMemory<byte>? answer = null;
        using (
            new Timer(
                _ =>
                {
                    if (wasLate || !isSpent())
                        return;
                    wasLate = true;
                    Kill(_process!);
                },
                null,
                s_look,
                s_look
            )
        )
        {
            try
            {
                ask();
                answer = _answers.Next();
            }
            catch (IOException)
            {
                // It died; how, its exit code says.
            }
        }
        isLate = wasLate;
        return answer;
    }

    /// <summary>Whether from now on a worker has computed for so long, or has not come to an end in many times as long.</summary>
    private static Func<bool> Spent(Process process, TimeSpan limit)
    {
        TimeSpan before = ProcessorTime(process);
        var clock = Stopwatch.StartNew();
        return () => clock.Elapsed >= limit * Patience || ProcessorTime(process) - before >= limit;
    }

    private static Func<bool> Passed(TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        return () => clock.Elapsed >= limit;
    }

    private static TimeSpan ProcessorTime(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return TimeSpan.Zero; // it has ended in the meantime
        }
    }

    /// <summary>Starts a worker, and waits until it is ready.</summary>
    /// <exception cref="IOException">It ends, or does not become ready.</exception>
    private Process Start()
    {
        ProcessStartInfo info = start();
        info.WorkingDirectory = options.WorkingDirectory;
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
        info.UseShellExecute = false;
        info.StandardInputEncoding = new UTF8Encoding(false);
        info.Environment["DOTNET_GCHeapHardLimit"] = ((long)options.Memory << 20).ToString("x", CultureInfo.InvariantCulture);
        info.Environment["DOTNET_gcServer"] = "0";
        // A worker has a processor of its own, and nobody waits for it: rare collections, after 64 MB (hexadecimal), cost least.
        info.Environment["DOTNET_gcConcurrent"] = "0";
        info.Environment["DOTNET_GCgen0size"] = "4000000";
        info.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        Process process = _process = Process.Start(info)!;
        _answers = new(process.StandardOutput.BaseStream);
        // What it says of its death is read and dropped: it may quote the submission.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        if (AnswerTo(() => { }, Passed(s_startTimeout), out bool isLate) is not null)
            return process;
        process.WaitForExit();
        throw new IOException(
            isLate
                ? "a worker does not become ready"
                : $"a worker ends before it is ready (exit code {process.ExitCode.ToString(CultureInfo.InvariantCulture)}); it "
                    + $"may need more than the {options.Memory} MB that --memory gives it"
        );
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended in the meantime.
        }
    }

    private static string Duration(TimeSpan time) => Words.Count((int)time.TotalSeconds, "second");
}
