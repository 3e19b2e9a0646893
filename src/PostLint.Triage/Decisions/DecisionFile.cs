using System.Globalization;
using System.Text.Json;
using PostLint.Output;
using PostLint.Profiles;

namespace PostLint.Triage.Decisions;

/// <summary>Reads the decisions that the page of a run exports.</summary>
internal static class DecisionFile
{
    private const int MostBytes = 64 << 20;

    /// <summary>The decisions of a file, those that were taken back left out.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="shown">Its path as people see it.</param>
    /// <param name="run">The run that they have to be of.</param>
    /// <exception cref="UserException">It cannot be read, is of another run, or holds what is no decision; the message says
    /// which.</exception>
    public static IReadOnlyList<Decision> Read(string path, string shown, string run)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(GivenFile.ReadBytes(path, MostBytes));
            if (
                json.RootElement.ValueKind is not JsonValueKind.Object
                || !json.RootElement.TryGetProperty("decisions", out JsonElement list)
                || list.ValueKind is not JsonValueKind.Array
            )
                throw Wrong(shown, "it holds no decisions; the page of the run exports them");
            string of = Text(json.RootElement, "run");
            if (of != run)
                throw Wrong(
                    shown,
                    of.Length == 0
                        ? "it does not say which run its decisions are of"
                        : $"its decisions are of run {of}, and this is run {run}; decisions of other runs are never taken over"
                );
            string by = Text(json.RootElement, "by");
            if (by.Length == 0)
                by = Path.GetFileNameWithoutExtension(path);
            var errors = new List<UserError>();
            var decisions = new List<Decision>();
            int number = 0;
            foreach (JsonElement entry in list.EnumerateArray())
            {
                number++;
                if (ReadOne(entry, by, out string problem) is { } decision)
                    decisions.Add(decision);
                else if (problem.Length > 0)
                    errors.Add(new(shown, 0, 0, $"decision {number.ToString(CultureInfo.InvariantCulture)}: {problem}"));
            }
            return errors.Count == 0 ? decisions : throw new UserException(errors);
        }
        catch (JsonException broken)
        {
            throw new UserException([new(shown, (int)(broken.LineNumber ?? 0) + 1, 1, "it is no valid JSON")], broken);
        }
    }

    /// <summary>A decision; null for what is none, without a problem where it was taken back.</summary>
    private static Decision? ReadOne(JsonElement entry, string by, out string problem)
    {
        problem = "";
        if (entry.ValueKind is not JsonValueKind.Object || Text(entry, "submission") is not { Length: > 0 } submission)
        {
            problem = "it names no submission";
            return null;
        }
        string what = Text(entry, "decision");
        if (what.Length == 0)
            return null;
        if (!Enum.TryParse(what, ignoreCase: true, out DecisionKind kind) || !Enum.IsDefined(kind) || what.Any(char.IsDigit))
        {
            problem = $"“{what}” is no decision; there are reject, ask and keep";
            return null;
        }
        if (
            !DateTimeOffset.TryParse(
                Text(entry, "when"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out DateTimeOffset when
            )
        )
        {
            problem = "“when” is no time";
            return null;
        }
        string own = Text(entry, "by");
        return new(submission, kind, own.Length > 0 ? own : by, when, Text(entry, "why"), Text(entry, "content"));
    }

    private static string Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.String ? value.GetString()!.Trim() : "";

    private static UserException Wrong(string path, string message) => new([new(path, 0, 0, message)]);
}
