using System.Globalization;

namespace PostLint.Hostile;

/// <summary>Tries one input of a campaign again and keeps it, to be looked at.</summary>
internal static class Replay
{
    public static int Run(Options options)
    {
        Sample sample = Sample.Of(options.Seed, options.Replay, options.Formats());
        Console.WriteLine($"{sample.Format.Name}: {Keep(options, options.Replay)}");
        string folder = Scratch.Folder();
        var trial = new Trial(folder);
        trial.Run(new(sample.Format, sample.Format.Make(new Random(1)), IsMutant: false), withThreads: false);
        IReadOnlyList<Failure> failures = Worker.Try(trial, sample, withThreads: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trial.Cost.Seconds:0.000} s, {trial.Cost.Megabytes} MB"));
        foreach (Failure failure in failures)
            Console.WriteLine($"{failure.Kind}: {failure.Detail}");
        Directory.Delete(folder, recursive: true);
        return failures.Count == 0 ? 0 : 1;
    }

    /// <summary>Writes an input to the folder of those that are kept.</summary>
    /// <returns>Its path.</returns>
    public static string Keep(Options options, int index)
    {
        Sample sample = Sample.Of(options.Seed, index, options.Formats());
        Directory.CreateDirectory(options.Keep);
        string path = Path.Combine(options.Keep, $"{options.Seed}-{index}.{sample.Format.Extension}");
        File.WriteAllBytes(path, sample.Bytes);
        return path;
    }
}
