using System.Globalization;
using PostLint.Rules;

namespace PostLint.Findings;

/// <summary>
/// A hypothesis and how much each clue weighs for or against it, read from a list like this one:
/// <code>
/// # what follows a number sign is a comment
/// hypothesis = this account is the authors’
/// prior = -22                                  quarter bits before any clue
/// note = -4                                    the sum from which a finding is a note; warning and error likewise, or none
/// warning = 6
/// error = none
/// my-before | 12 | 171 | links | “my” stands before the link
/// </code>
/// Weights are quarter bits: four of them double the odds. Immutable.
/// </summary>
public sealed class WeightTable
{
    private readonly IReadOnlyDictionary<string, ClueWeight> _weights;
    private readonly int?[] _thresholds = new int?[3];

    private WeightTable(string hypothesis, int prior, IReadOnlyDictionary<string, ClueWeight> weights) =>
        (Hypothesis, Prior, _weights) = (hypothesis, prior, weights);

    /// <summary>A table of known parts.</summary>
    /// <param name="hypothesis">What the clues speak for or against, as a clause without a full stop.</param>
    /// <param name="prior">The sum before any clue, in quarter bits.</param>
    /// <param name="note">The sum from which a finding is a note.</param>
    /// <param name="warning">The sum from which it is a warning.</param>
    /// <param name="weights">The weights by clue.</param>
    public WeightTable(string hypothesis, int prior, int note, int warning, IReadOnlyDictionary<string, ClueWeight> weights)
        : this(hypothesis, prior, weights)
    {
        _thresholds[(int)Severity.Note] = note;
        _thresholds[(int)Severity.Warning] = warning;
    }

    /// <summary>What the clues speak for or against, as a clause without a full stop.</summary>
    public string Hypothesis { get; }

    /// <summary>The sum before any clue, in quarter bits.</summary>
    public int Prior { get; }

    /// <summary>The weights, in the order of the list.</summary>
    public IEnumerable<ClueWeight> Weights => _weights.Values;

    /// <summary>Reads a list.</summary>
    /// <param name="name">Its name, for errors.</param>
    /// <param name="list">Its text.</param>
    /// <exception cref="FormatException">
    /// A line cannot be read, a clue stands there twice or a setting is missing; the message names the list and, of a line, its number.
    /// </exception>
    public static WeightTable Read(string name, string list)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        var weights = new List<ClueWeight>();
        int number = 0;
        foreach (string raw in list.Split('\n'))
        {
            number++;
            string line = raw.Split('#')[0].Trim();
            if (line.Length == 0)
                continue;
            string[] parts = line.Split('|', StringSplitOptions.TrimEntries);
            string[] setting = line.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 5 && TryInt(parts[1], out int weight) && TryInt(parts[2], out int support))
                weights.Add(new(parts[0], weight, support, parts[3], parts[4]));
            else if (parts.Length == 1 && setting.Length == 2)
                settings[setting[0]] = setting[1];
            else
                throw new FormatException($"{name}:{number}: write “clue | quarter bits | support | source | words” or “setting = value”");
        }
        var byClue = new Dictionary<string, ClueWeight>(StringComparer.Ordinal);
        foreach (ClueWeight weight in weights)
            if (!byClue.TryAdd(weight.Clue, weight))
                throw new FormatException($"{name}: the clue {weight.Clue} has two weights");
        var table = new WeightTable(Setting(name, settings, "hypothesis"), Number(name, settings, "prior") ?? 0, byClue);
        table._thresholds[(int)Severity.Note] = Number(name, settings, "note");
        table._thresholds[(int)Severity.Warning] = Number(name, settings, "warning");
        table._thresholds[(int)Severity.Error] = Number(name, settings, "error");
        return table;
    }

    /// <summary>The weight of a clue; null where the table does not name it, so that it weighs nothing.</summary>
    public ClueWeight? Of(string clue) => _weights.GetValueOrDefault(clue);

    /// <summary>The sum in quarter bits from which a finding has a severity; null for never.</summary>
    public int? ThresholdOf(Severity severity) => _thresholds[(int)severity];

    /// <summary>The highest severity that a sum in quarter bits reaches; null for none.</summary>
    public Severity? SeverityOf(int sum)
    {
        for (Severity severity = Severity.Error; severity >= Severity.Note; severity--)
            if (_thresholds[(int)severity] is { } least && sum >= least)
                return severity;
        return null;
    }

    private static string Setting(string name, Dictionary<string, string> settings, string key) =>
        settings.TryGetValue(key, out string? value) ? value : throw new FormatException($"{name}: “{key} = …” is missing");

    private static int? Number(string name, Dictionary<string, string> settings, string key)
    {
        string value = Setting(name, settings, key);
        if (value is "none")
            return null;
        return TryInt(value, out int number)
            ? number
            : throw new FormatException($"{name}: {key} is a number of quarter bits or none, not {value}");
    }

    private static bool TryInt(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
