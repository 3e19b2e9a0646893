using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PostLint.Bench;

/// <summary>A command to be measured.</summary>
/// <param name="File">What is run.</param>
/// <param name="Arguments">With which words.</param>
internal sealed record Command(string File, params string[] Arguments)
{
    private const int OfChildren = -1; // RUSAGE_CHILDREN

    /// <summary>Variables of its surroundings.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Runs it to its end; its output is dropped.</summary>
    public Run Run()
    {
        var start = new ProcessStartInfo(File, Arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in Variables)
            start.Environment[name] = value;
        double before = ProcessorSeconds();
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
        return new(watch.Elapsed.TotalSeconds, ProcessorSeconds() - before);
    }

    /// <summary>The most memory that it holds at once, in MB, looked at every few milliseconds.</summary>
    public double PeakMegabytes()
    {
        double peak = 0;
        var start = new ProcessStartInfo(File, Arguments) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        Task reading = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        while (!process.WaitForExit(2))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64 / 1e6);
            }
            catch (InvalidOperationException)
            {
                break; // it has just ended
            }
        }
        process.WaitForExit();
        reading.Wait();
        return peak;
    }

    /// <summary>Processor time of all processes that this one started and that have ended, and of those that they started.</summary>
    private static double ProcessorSeconds()
    {
        var usage = new long[36];
        _ = GetUsage(OfChildren, usage);
        return usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, [Out] long[] usage);
}

/// <summary>What a run took.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="ProcessorSeconds">Of processors, with all processes that it started.</param>
internal readonly record struct Run(double Seconds, double ProcessorSeconds);
