using System.Globalization;
using PostLint.Assets;

namespace PostLint.Submissions;

/// <summary>How much is read, as <c>--limit NAME=N</c> sets it.</summary>
/// <param name="Text">Of files and texts.</param>
/// <param name="Assets">Of what is inside other files.</param>
public sealed record ReadLimits(Limits Text, AssetLimits Assets)
{
    /// <summary>What each limit is, by its name.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["text-mb"] = "the largest text file (32)",
            ["files"] = "the most files of a folder (200000)",
            ["part-mb"] = "the largest file inside another one (64)",
            ["unpacked-mb"] = "the most that is unpacked for a submission (2048)",
            ["parts"] = "the most files inside others (20000)",
            ["depth"] = "how deep files may lie inside others (4)",
        };

    /// <summary>Reads the settings; what is wrong with one is told.</summary>
    public static (ReadLimits? Limits, string? Error) Parse(IEnumerable<string> settings)
    {
        var limits = new ReadLimits(Limits.Default, AssetLimits.Default);
        foreach (string setting in settings)
        {
            string[] parts = setting.Split('=', 2);
            if (!Names.ContainsKey(parts[0]))
                return (null, $"--limit knows no {parts[0]}; there are {string.Join(", ", Names.Keys)}");
            if (
                parts.Length < 2
                || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                || number is < 1 or > 1_000_000
            )
            {
                return (null, $"--limit {parts[0]} takes a number from 1 to 1000000, as in {parts[0]}=100");
            }
            limits = limits.With(parts[0], number);
        }
        return (limits, null);
    }

    private ReadLimits With(string name, int number) =>
        name switch
        {
            "text-mb" => this with { Text = Text with { TextBytes = Math.Min(number, 1_000) << 20 } },
            "files" => this with { Text = Text with { Files = number } },
            "part-mb" => this with { Assets = Assets with { PartBytes = Math.Min(number, 1_000) << 20 } },
            "unpacked-mb" => this with { Assets = Assets with { UnpackedBytes = (long)number << 20 } },
            "parts" => this with { Assets = Assets with { Parts = number } },
            _ => this with { Assets = Assets with { Depth = Math.Min(number, 32) } },
        };
}
