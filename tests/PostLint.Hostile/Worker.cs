using System.Globalization;
using PostLint.Hostile.Seeds;

namespace PostLint.Hostile;

/// <summary>
/// Tries inputs one after the other in a process of its own, which may die of one. It says a line once it is ready, and lines of each
/// input: its number before it is tried, then what it took and what it broke. Worker <c>first</c> of <c>step</c> takes every step-th input.
/// </summary>
internal static class Worker
{
    private const int ThreadsOneIn = 24;

    public static int Run(Options options, int first, int step)
    {
        string folder = Scratch.Folder();
        IReadOnlyList<Format> formats = options.Formats();
        var trial = new Trial(folder);
        Warm(trial, formats);
        Console.WriteLine("ready");
        for (int index = first; index < options.Mutants; index += step)
        {
            Console.WriteLine($"try\t{index}");
            Sample sample = Sample.Of(options.Seed, index, formats);
            IReadOnlyList<Failure> failures = Try(trial, sample, index / step % ThreadsOneIn == 0);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"did\t{sample.Format.Name}\t{sample.IsMutant}\t{trial.Cost.Seconds:0.000}\t{trial.Cost.Megabytes}\t{trial.WasFixed}"
                )
            );
            foreach (Failure failure in failures)
                Console.WriteLine($"broke\t{failure.Kind}\t{OneLine(failure.Detail)}");
        }
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>
    /// Tries one input. What took too long or too much is tried again: compiling, or what an input before left behind, may have been
    /// the reason.
    /// </summary>
    public static IReadOnlyList<Failure> Try(Trial trial, Sample sample, bool withThreads)
    {
        IReadOnlyList<Failure> failures = trial.Run(sample, withThreads);
        if (!failures.Any(failure => failure.Kind is "hang" or "memory"))
            return failures;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return trial.Run(sample, withThreads);
    }

    /// <summary>Compiles what every input needs.</summary>
    private static void Warm(Trial trial, IReadOnlyList<Format> formats)
    {
        foreach (Format format in formats)
            trial.Run(new(format, format.Make(new Random(1)), IsMutant: false), withThreads: false);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
