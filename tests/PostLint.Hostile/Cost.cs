using System.Globalization;

namespace PostLint.Hostile;

/// <summary>
/// What one input takes: processor time of this process, and the most memory it had at once. On other systems than Linux memory is
/// not measured.
/// </summary>
internal sealed class Cost
{
    /// <summary>The most that an input may take, in seconds of processor time.</summary>
    public const double MostSeconds = 2;

    /// <summary>The most that the process may hold while it reads an input, in MB.</summary>
    public const int MostMegabytes = 300;

    private const string Reset = "/proc/self/clear_refs",
        Status = "/proc/self/status";
    private readonly TimeSpan _start;
    private readonly TimeSpan _paused;
    private readonly long _allocated;

    private Cost() =>
        (_start, _paused, _allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes());

    public double Seconds { get; private set; }

    /// <summary>Seconds without those in which garbage was collected, which come when the runtime likes.</summary>
    public double WorkingSeconds { get; private set; }

    /// <summary>Bytes that were allocated, in all.</summary>
    public long AllocatedBytes { get; private set; }

    public int Megabytes { get; private set; }

    /// <summary>Begins to measure.</summary>
    public static Cost Start()
    {
        if (File.Exists(Reset))
            File.WriteAllText(Reset, "5");
        return new();
    }

    /// <summary>Ends it.</summary>
    public void Stop()
    {
        Seconds = (Environment.CpuUsage.TotalTime - _start).TotalSeconds;
        WorkingSeconds = Math.Max(Seconds - (GC.GetTotalPauseDuration() - _paused).TotalSeconds, Seconds / 100);
        AllocatedBytes = GC.GetTotalAllocatedBytes() - _allocated;
        string? peak = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            : null;
        if (peak is not null)
            Megabytes = int.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>What is above the limits.</summary>
    public IEnumerable<Failure> Failures()
    {
        if (Seconds > MostSeconds)
            yield return new("hang", string.Create(CultureInfo.InvariantCulture, $"took {Seconds:0.0} s"));
        if (Megabytes > MostMegabytes)
            yield return new("memory", $"held {Megabytes} MB");
    }
}
