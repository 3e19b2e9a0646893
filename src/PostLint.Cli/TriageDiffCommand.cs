using System.CommandLine;
using System.Text.Json;
using PostLint.Output;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Triage;

namespace PostLint.Cli;

/// <summary><c>postlint triage diff</c>: what changed between two runs.</summary>
internal static class TriageDiffCommand
{
    public static Command Create(Host host)
    {
        var old = new Argument<string>("old") { Description = "The earlier run folder" };
        var now = new Argument<string>("new") { Description = "The later run folder" };
        var command = new Command("diff", "Tell what changed between two runs") { old, now };
        command.SetAction(parsed => Run(Load(parsed.GetValue(old)!, host), Load(parsed.GetValue(now)!, host), host));
        return command;
    }

    private static int Run(SortedDictionary<string, TriageRecord> old, SortedDictionary<string, TriageRecord> now, Host host)
    {
        using StreamWriter output = host.OpenText();
        int changed = 0;
        foreach (string id in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            string[] lines = [.. Differences(old.GetValueOrDefault(id), now.GetValueOrDefault(id))];
            if (lines.Length == 0)
                continue;
            changed++;
            foreach (string line in lines)
                output.WriteLine($"{id}: {line}");
        }
        output.WriteLine($"{changed} of {CommandLine.Count(old.Keys.Union(now.Keys).Count(), "submission")} differ");
        return changed == 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    private static IEnumerable<string> Differences(TriageRecord? old, TriageRecord? now)
    {
        if (old is null || now is null)
        {
            yield return old is null ? $"new, {now!.Verdict.Text()}" : "gone";
            yield break;
        }
        if (old.Verdict != now.Verdict)
            yield return $"{old.Verdict.Text()} → {now.Verdict.Text()}{(now.Failure is { } failure ? $": {failure}" : "")}";
        var before = old.Reasons.ToDictionary(reason => (reason.Rule, reason.Severity), reason => reason.Count);
        var after = now.Reasons.ToDictionary(reason => (reason.Rule, reason.Severity), reason => reason.Count);
        foreach ((string rule, string severity) in before.Keys.Union(after.Keys).Order())
        {
            int was = before.GetValueOrDefault((rule, severity)),
                count = after.GetValueOrDefault((rule, severity));
            if (was != count)
                yield return $"{severity} {rule}: {was} → {count}";
        }
    }

    private static SortedDictionary<string, TriageRecord> Load(string folder, Host host)
    {
        string path = Path.Combine(Path.GetFullPath(folder, host.WorkingDirectory), TriageReport.Lines);
        if (!Path.Exists(path))
            throw new UserException([new(folder, 0, 0, $"it is no finished run: it holds no {TriageReport.Lines}")]);
        var records = new SortedDictionary<string, TriageRecord>(StringComparer.Ordinal);
        using var lines = new StreamReader(GivenFile.Open(path, long.MaxValue));
        for (int number = 1; lines.ReadLine() is { } line; number++)
        {
            TriageRecord record = RecordOf(line) ?? throw new UserException([new(path, number, 1, "it is no record of a run")]);
            records[record.Id] = record;
        }
        return records;
    }

    private static TriageRecord? RecordOf(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, TriageJson.Record);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
