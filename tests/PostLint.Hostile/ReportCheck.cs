using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using PostLint.Reporting;

namespace PostLint.Hostile;

/// <summary>Reads reports as the programs that take them do.</summary>
internal static class ReportCheck
{
    private static readonly string[] s_levels = ["none", "note", "warning", "error"];

    /// <summary>JSON is JSON.</summary>
    public static IEnumerable<Failure> Json(byte[] report)
    {
        (JsonDocument? document, string? error) = Parse(report);
        document?.Dispose();
        if (error is not null)
            yield return new("json", error);
    }

    /// <summary>Levels and rules are known ones, and regions lie in their files.</summary>
    public static IEnumerable<Failure> Sarif(byte[] report, LintRun run)
    {
        (JsonDocument? document, string? error) = Parse(report);
        if (document is null)
            return [new("sarif", error!)];
        using (document)
        {
            var texts = run
                .Results.SelectMany(result => result.Submission.Files)
                .Where(file => file.Text is not null)
                .DistinctBy(file => file.Path)
                .ToDictionary(file => file.Path, file => file.Text!, StringComparer.Ordinal);
            return [.. document.RootElement.GetProperty("runs").EnumerateArray().SelectMany(one => Run(one, texts))];
        }
    }

    /// <summary>
    /// No format holds control characters but line ends, which a terminal would obey, even where all is revealed; and masked, none names
    /// the planted person.
    /// </summary>
    public static IEnumerable<Failure> Any(ReportFormat format, LintRun run)
    {
        string revealed = Written(format, new("0") { Reveal = true, ShowWhy = true }, run);
        int at = revealed.AsSpan().IndexOfAny(s_controls);
        if (at >= 0)
            yield return new("text", $"{format.Name} holds U+{(int)revealed[at]:X4}");
        string masked = Written(format, new("0") { ShowWhy = true }, run);
        string? word = Planted.Words.FirstOrDefault(word => masked.Contains(word, StringComparison.OrdinalIgnoreCase));
        if (word is not null)
            yield return new("unmasked", $"{format.Name} holds “{word}”: {Around(masked, word)}");
    }

    private static string Written(ReportFormat format, ReportOptions options, LintRun run)
    {
        var output = new MemoryStream();
        format.Write(run, options, output);
        return Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);
    }

    private static string Around(string text, string word)
    {
        int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase),
            from = Math.Max(0, at - 80);
        return text[from..Math.Min(text.Length, at + 80)];
    }

    private static readonly System.Buffers.SearchValues<char> s_controls = System.Buffers.SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c != '\n'),
        '\u202E',
        '\u2066',
        '\u2067',
        '\u2068',
    ]);

    private static IEnumerable<Failure> Run(JsonElement run, Dictionary<string, SourceText> texts)
    {
        HashSet<string> rules =
        [
            .. run.GetProperty("tool")
                .GetProperty("driver")
                .GetProperty("rules")
                .EnumerateArray()
                .Select(rule => rule.GetProperty("id").GetString()!),
        ];
        foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
        {
            string rule = result.GetProperty("ruleId").GetString()!;
            if (!rules.Contains(rule))
                yield return new("sarif", $"rule {rule} is not declared");
            if (result.TryGetProperty("level", out JsonElement level) && !s_levels.Contains(level.GetString()))
                yield return new("sarif", $"level {level}");
            foreach (JsonElement location in result.GetProperty("locations").EnumerateArray())
            {
                if (Wrong(location.GetProperty("physicalLocation"), texts) is { } reason)
                    yield return new("sarif", $"{rule}: {reason}");
            }
        }
    }

    private static string? Wrong(JsonElement location, Dictionary<string, SourceText> texts)
    {
        if (!location.TryGetProperty("region", out JsonElement region))
            return null;
        int Number(string name, int otherwise) => region.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : otherwise;
        int line = Number("startLine", 1),
            column = Number("startColumn", 1),
            lastLine = Number("endLine", line),
            end = Number("endColumn", int.MaxValue);
        if (line < 1 || column < 1 || lastLine < line || (lastLine == line && end < column))
            return $"region {region}";
        string path = Uri.UnescapeDataString(location.GetProperty("artifactLocation").GetProperty("uri").GetString()!);
        return texts.TryGetValue(path, out SourceText? text) && lastLine > text.LineCount
            ? $"region {region} in a text of {text.LineCount} lines"
            : null;
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The caller disposes of the document.")]
    private static (JsonDocument? Document, string? Error) Parse(byte[] report)
    {
        try
        {
            return (JsonDocument.Parse(report), null);
        }
        catch (JsonException broken)
        {
            return (null, broken.Message);
        }
    }
}
