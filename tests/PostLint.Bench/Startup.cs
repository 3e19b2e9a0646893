using System.Diagnostics;

namespace PostLint.Bench;

/// <summary>Wall clock of two commands, run in turn.</summary>
internal static class Startup
{
    private const int Rounds = 41;

    /// <summary>Prints the medians of the commands before and after <c>--</c>.</summary>
    public static int Print(string[] commands)
    {
        int split = Array.IndexOf(commands, "--");
        if (split < 1 || split == commands.Length - 1)
        {
            Console.Error.WriteLine("usage: --startup COMMAND... -- COMMAND...");
            return 2;
        }
        (string[] first, string[] second) = (commands[..split], commands[(split + 1)..]);
        var times = (First: new List<double>(), Second: new List<double>());
        for (int i = 0; i < Rounds; i++)
        {
            times.First.Add(Run(first));
            times.Second.Add(Run(second));
        }
        (double one, double two) = (Median(times.First), Median(times.Second));
        Console.WriteLine(
            $"{Path.GetFileName(first[0])}: {one:f1} ms, {Path.GetFileName(second[0])}: {two:f1} ms, ratio {one / two:f1} "
                + $"(medians of {Rounds})"
        );
        return 0;
    }

    private static double Run(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
