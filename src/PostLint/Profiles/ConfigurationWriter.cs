namespace PostLint.Profiles;

/// <summary>A value to suppress by the configuration.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="File">The file, as reports print it.</param>
/// <param name="Sha256">The hash of the value, so that no name is written down.</param>
public sealed record PlannedEntry(string Rule, string File, string Sha256);

/// <summary>Adds to a <c>.postlint.yml</c> as a person would: what stands there stays, line by line.</summary>
public static class ConfigurationWriter
{
    private const string Key = "suppressions:";

    /// <summary>The text with further suppressions.</summary>
    /// <param name="text">The configuration; empty for a new one.</param>
    /// <param name="entries">The suppressions; their files relative to the folder of the configuration.</param>
    /// <param name="reason">Why, for all of them; on one line.</param>
    /// <returns>The new text; null where the suppressions that stand there are written in a way that only a person can add to.</returns>
    public static string? Add(string text, IReadOnlyList<PlannedEntry> entries, string reason)
    {
        string newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        List<string> lines = [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        int at = lines.FindIndex(line => line.StartsWith(Key, StringComparison.Ordinal));
        string indent = "  ";
        if (at < 0)
        {
            lines.Add(Key);
            at = lines.Count - 1;
        }
        else
        {
            string behind = lines[at][Key.Length..].Trim();
            if (behind.Length > 0 && behind[0] is not '#')
                return null;
            string? first = lines.Skip(at + 1).FirstOrDefault(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal));
            indent = first is null ? indent : first[..^first.TrimStart().Length];
        }
        lines.InsertRange(at + 1, entries.SelectMany(entry => LinesOf(entry, indent, reason)));
        return string.Join(newLine, lines) + newLine;
    }

    private static IEnumerable<string> LinesOf(PlannedEntry entry, string indent, string reason)
    {
        yield return $"{indent}- rule: {entry.Rule}";
        yield return $"{indent}  path: {Quoted("/" + Literal(entry.File))}";
        yield return $"{indent}  hash: sha256:{entry.Sha256}";
        yield return $"{indent}  reason: {Quoted(reason)}";
    }

    /// <summary>A path as a pattern that matches it alone.</summary>
    private static string Literal(string path) =>
        string.Concat(path.Select(c => c is '*' or '?' or '[' or ']' or '\\' ? $"\\{c}" : $"{c}"));

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
