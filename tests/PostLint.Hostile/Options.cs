using System.Globalization;
using PostLint.Hostile.Seeds;

namespace PostLint.Hostile;

/// <summary>What is to be done.</summary>
internal sealed record Options
{
    /// <summary>What the inputs are made from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many inputs at most.</summary>
    public int Mutants { get; init; } = int.MaxValue - 64;

    /// <summary>How long at most, in seconds.</summary>
    public int Seconds { get; init; } = int.MaxValue / 1000;

    /// <summary>The only formats to be used, by the beginning of their names; empty for all.</summary>
    public string Only { get; init; } = "";

    /// <summary>Processes at once.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Where inputs that break something are kept.</summary>
    public string Keep { get; init; } = Path.Combine(Path.GetTempPath(), "postlint-hostile");

    /// <summary>The input to be tried alone; -1 for none.</summary>
    public int Replay { get; init; } = -1;

    /// <summary>How many files are fixed and judged by other programs.</summary>
    public int Judge { get; init; }

    /// <summary>How many times fix is disturbed.</summary>
    public int Kill { get; init; }

    /// <summary>Whether texts of growing size are timed.</summary>
    public bool Growth { get; init; }

    /// <summary>
    /// What a process of its own tries: the first input and the step to the next; null for the process that a person starts.
    /// </summary>
    public (int First, int Step)? Worker { get; init; }

    /// <summary>The formats that the inputs are made in.</summary>
    public IReadOnlyList<Format> Formats() => [.. Format.All.Where(format => format.Name.StartsWith(Only, StringComparison.Ordinal))];

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">There is no such option, or its value is wrong.</exception>
    public static Options Parse(string[] args)
    {
        var options = new Options();
        var rest = new Queue<string>(args);
        string Next() => rest.TryDequeue(out string? value) ? value : throw new FormatException("the last option lacks its value");
        int Number() => int.Parse(Next(), NumberStyles.None, CultureInfo.InvariantCulture);
        while (rest.TryDequeue(out string? name))
        {
            options = name switch
            {
                "--seed" => options with { Seed = Number() },
                "--mutants" => options with { Mutants = Number() },
                "--seconds" => options with { Seconds = Number() },
                "--only" => options with { Only = Next() },
                "--workers" => options with { Workers = Number() },
                "--keep" => options with { Keep = Path.GetFullPath(Next()) },
                "--replay" => options with { Replay = Number() },
                "--judge" => options with { Judge = Number() },
                "--kill" => options with { Kill = Number() },
                "--growth" => options with { Growth = true },
                "--worker" => options with { Worker = (Number(), Number()) },
                _ => throw new FormatException($"there is no option {name}"),
            };
        }
        if (options.Formats().Count == 0 && !options.Growth)
            throw new FormatException($"no format begins with “{options.Only}”");
        return options;
    }
}
