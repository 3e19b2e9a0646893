using System.Diagnostics;
using System.Globalization;

namespace PostLint.Hostile;

/// <summary>Starts workers, starts them again behind an input that they died of, and adds up what they say.</summary>
internal sealed class Campaign(Options options)
{
    private static readonly TimeSpan s_longestSilence = TimeSpan.FromSeconds(90);
    private readonly Lock _adding = new();
    private readonly Tally _tally = new();
    private readonly Stopwatch _time = Stopwatch.StartNew();

    private bool IsOver => _time.Elapsed.TotalSeconds > options.Seconds;

    public int Run()
    {
        Thread[] threads = [.. Enumerable.Range(0, options.Workers).Select(worker => new Thread(() => Follow(worker)))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
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
            if (died is not { } index) return;
            Add(tally => tally.Broke(index, new("crash", reason)));
            next = index + options.Workers;
        }
    }

    /// <summary>Runs a worker to its end; returns the input that it died of or hung at, null for none.</summary>
    private int? RunWorker(int first, out string reason)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] program = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) is "dotnet" ? [typeof(Campaign).Assembly.Location]
            : [];
        string[] what =
            ["--worker", Text(first), Text(options.Workers), "--seed", Text(options.Seed), "--mutants", Text(options.Mutants), "--only",
            options.Only];
        foreach (string argument in program.Concat(what)) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        int index = first;
        reason = "";
        while (true)
        {
            Task<string?> line = process.StandardOutput.ReadLineAsync();
            if (!line.Wait(s_longestSilence))
            {
                reason = $"it says nothing for {s_longestSilence.TotalSeconds} s";
                process.Kill();
                return index;
            }
            if (line.Result is not { } text) break;
            string[] parts = text.Split('\t');
            if (parts[0] is "try") index = int.Parse(parts[1], CultureInfo.InvariantCulture);
            if (parts[0] is "did") Add(tally => tally.Did(parts));
            if (parts[0] is "broke")
            {
                Add(tally => tally.Broke(index, new(parts[1], parts[2])));
                Console.Error.WriteLine($"{parts[1]}: {index}");
            }
            if (!IsOver || parts[0] is not "did") continue;
            process.Kill();
            return null;
        }
        process.WaitForExit();
        if (process.ExitCode == 0) return null;
        reason = $"the process ended with {process.ExitCode}: {errors.Result.ReplaceLineEndings(" ")}";
        return index;
    }

    private void Add(Action<Tally> add)
    {
        lock (_adding) add(_tally);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
