using System.Diagnostics;
using System.Globalization;

namespace PostLint.Hostile;

/// <summary>Starts workers, starts them again behind an input that they died of, and adds up what they say.</summary>
internal sealed class Campaign(Options options)
{
    /// <summary>
    /// The longest that a worker may say nothing: of processor time, which a busy machine does not lengthen, and of any time, for one
    /// that waits for ever.
    /// </summary>
    private static readonly TimeSpan s_longestWork = TimeSpan.FromSeconds(60),
        s_longestSilence = TimeSpan.FromMinutes(10);

    // Bytes, hexadecimal: what the native command has. By itself the runtime takes as much as the processor caches, most of the limit.
    private const string YoungObjects = "1000000";

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);
    private readonly Lock _adding = new();
    private readonly Tally _tally = new();

    /// <summary>Runs from when the first worker is ready, so that a slow start takes nothing from the time for inputs.</summary>
    private readonly Stopwatch _time = new();

    private bool IsOver => _time.Elapsed.TotalSeconds > options.Seconds;

    public int Run()
    {
        // Workers that are killed leave their folders: below this process's own, which is removed at its end.
        Scratch.Folder();
        Thread[] threads = [.. Enumerable.Range(0, options.Workers).Select(worker => new Thread(() => Follow(worker)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        _tally.Print(Console.Out, _time.Elapsed);
        foreach ((int index, Failure failure) in _tally.Shown())
        {
            Console.WriteLine($"\n{failure.Kind}: {failure.Detail}\n  {Replay.Keep(options, index)}");
            string only = options.Only.Length > 0 ? $" --only \"{options.Only}\"" : "";
            Console.WriteLine($"  again: --replay {index} --seed {options.Seed}{only}");
        }
        return _tally.Failures == 0 ? 0 : 1;
    }

    private void Follow(int worker)
    {
        int next = worker;
        while (!IsOver && next < options.Mutants)
        {
            int? died = RunWorker(next, out string reason);
            if (died is not { } index)
                return;
            Add(tally => tally.Broke(index, new("crash", reason)));
            Console.Error.WriteLine($"crash: {index}: {reason}");
            next = index + options.Workers;
        }
    }

    /// <summary>Runs a worker to its end; returns the input that it died of or hung at, null for none.</summary>
    private int? RunWorker(int first, out string reason)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCgen0size"] = YoungObjects;
        string[] program = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) is "dotnet"
            ? [typeof(Campaign).Assembly.Location]
            : [];
        string[] what =
        [
            "--worker",
            Text(first),
            Text(options.Workers),
            "--seed",
            Text(options.Seed),
            "--mutants",
            Text(options.Mutants),
            "--only",
            options.Only,
        ];
        foreach (string argument in program.Concat(what))
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        int index = first;
        bool isReady = false;
        reason = "";
        while (true)
        {
            Task<string?> line = process.StandardOutput.ReadLineAsync();
            if (!Comes(line, process, () => IsOver && !isReady))
            {
                process.Kill();
                if (IsOver && !isReady)
                    return null;
                reason = $"it says nothing{(isReady ? "" : " while it starts")}";
                return index;
            }
            if (line.Result is not { } text)
                break;
            string[] parts = text.Split('\t');
            if (parts[0] is "ready")
            {
                isReady = true;
                Add(_ => _time.Start());
            }
            if (parts[0] is "try")
                index = int.Parse(parts[1], CultureInfo.InvariantCulture);
            if (parts[0] is "did")
                Add(tally => tally.Did(parts));
            if (parts[0] is "broke")
            {
                Add(tally => tally.Broke(index, new(parts[1], parts[2])));
                Console.Error.WriteLine($"{parts[1]}: {index}: {parts[2]}");
            }
            if (!IsOver || parts[0] is not "did")
                continue;
            process.Kill();
            return null;
        }
        process.WaitForExit();
        if (process.ExitCode == 0)
            return null;
        string when = isReady ? "" : " while it started";
        reason = $"the process ended with {process.ExitCode}{when}: {errors.Result.ReplaceLineEndings(" ")}";
        return index;
    }

    /// <summary>Whether a worker says something before it has been silent too long, or is not needed any more.</summary>
    private static bool Comes(Task<string?> line, Process process, Func<bool> isNeedless)
    {
        TimeSpan before = Work(process);
        var silence = Stopwatch.StartNew();
        while (!line.Wait(s_look))
        {
            if (silence.Elapsed > s_longestSilence || Work(process) - before > s_longestWork || isNeedless())
                return false;
        }
        return true;
    }

    /// <summary>The processor time of a worker so far; none once it has ended.</summary>
    private static TimeSpan Work(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return TimeSpan.Zero;
        }
    }

    private void Add(Action<Tally> add)
    {
        lock (_adding)
            add(_tally);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
