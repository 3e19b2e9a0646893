using System.Globalization;

namespace PostLint.Hostile;

/// <summary>Adds up a campaign.</summary>
internal sealed class Tally
{
    private const int MostShown = 40,
        MostOfAKind = 8;
    private static readonly string[] s_kinds =
    [
        "crash",
        "fault",
        "hang",
        "memory",
        "span",
        "json",
        "sarif",
        "text",
        "unmasked",
        "threads",
        "fix loses",
        "fix twice",
        "fix leaves",
    ];
    private readonly SortedDictionary<string, Row> _rows = new(StringComparer.Ordinal);
    private readonly List<(int Index, Failure Failure)> _failures = [];

    public int Failures => _failures.Count;

    /// <summary>Takes note of an input that was tried.</summary>
    /// <param name="parts">What the worker said: did, format, whether it was a mutant, seconds, MB, whether it was fixed.</param>
    public void Did(string[] parts)
    {
        if (!_rows.TryGetValue(parts[1], out Row? row))
            _rows[parts[1]] = row = new();
        row.Inputs++;
        if (bool.Parse(parts[2]))
            row.Mutants++;
        row.Seconds = Math.Max(row.Seconds, double.Parse(parts[3], CultureInfo.InvariantCulture));
        row.Megabytes = Math.Max(row.Megabytes, int.Parse(parts[4], CultureInfo.InvariantCulture));
        if (bool.Parse(parts[5]))
            row.Fixed++;
    }

    public void Broke(int index, Failure failure) => _failures.Add((index, failure));

    /// <summary>Some of each kind.</summary>
    public IEnumerable<(int Index, Failure Failure)> Shown() =>
        _failures
            .GroupBy(entry => entry.Failure.Kind)
            .SelectMany(group => group.OrderBy(entry => entry.Index).Take(MostOfAKind))
            .Take(MostShown);

    public void Print(TextWriter output, TimeSpan time)
    {
        output.WriteLine($"{"format", -20} {"inputs", 7} {"mutants", 8} {"fixed", 7} {"slowest s", 10} {"peak MB", 8}");
        foreach ((string format, Row row) in _rows)
            output.WriteLine(Line(format, row));
        var all = new Row
        {
            Inputs = _rows.Values.Sum(row => row.Inputs),
            Mutants = _rows.Values.Sum(row => row.Mutants),
            Fixed = _rows.Values.Sum(row => row.Fixed),
            Seconds = _rows.Values.Select(row => row.Seconds).DefaultIfEmpty().Max(),
            Megabytes = _rows.Values.Select(row => row.Megabytes).DefaultIfEmpty().Max(),
        };
        output.WriteLine(Line($"all in {time.TotalSeconds:0} s", all));
        output.WriteLine(string.Join(" · ", s_kinds.Select(kind => $"{kind} {_failures.Count(entry => entry.Failure.Kind == kind)}")));
    }

    private static string Line(string name, Row row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name, -20} {row.Inputs, 7} {row.Mutants, 8} {row.Fixed, 7} {row.Seconds, 10:0.00} {row.Megabytes, 8}"
        );

    private sealed class Row
    {
        public int Inputs { get; set; }

        public int Mutants { get; set; }

        public int Fixed { get; set; }

        public double Seconds { get; set; }

        public int Megabytes { get; set; }
    }
}
