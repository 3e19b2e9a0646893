using System.Text;
using PostLint.Engine;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Reporting.Sarif;

/// <summary>
/// The rules of a run as SARIF describes them: all that ran, so that a fixed alert can close, and any other that a result names.
/// </summary>
internal sealed class SarifRules
{
    private const int LongestDescription = 1024;
    private const int LongestName = 255;

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public SarifRules(RedactedRun run)
    {
        IEnumerable<RuleDescriptor> named = run
            .Submissions.SelectMany(submission => submission.Findings)
            .Select(finding => finding.Rule)
            .Concat(run.Faults.Select(fault => fault.Rule).OfType<RuleDescriptor>())
            .Concat(run.Stops.Select(stop => stop.Rule));
        Profile profile = run.CommonProfile ?? run.Profile;
        All =
        [
            .. run
                .Rules.Concat(named)
                .DistinctBy(rule => rule.Id)
                .Select(rule => Describe(rule, profile.SettingOf(rule.Id), run.Options.PageOf(rule.Id))),
        ];
        for (int i = 0; i < All.Count; i++)
            _indexes.Add(All[i].Id, i);
    }

    public IReadOnlyList<SarifRule> All { get; }

    public int IndexOf(RuleDescriptor rule) => _indexes[rule.Id];

    /// <summary>A rule as a profile sets it.</summary>
    public static SarifRule Describe(RuleDescriptor rule, RuleSetting setting, string? page = null)
    {
        Severity severity = setting.Severity ?? rule.Severity;
        return new(
            rule.Id,
            Cut(PascalCase(rule.Name), LongestName),
            new(Cut(Words.Sentence(Words.OneLine(rule.Summary)), LongestDescription)),
            new(Cut(Words.OneLine(rule.Why), LongestDescription)),
            Help(rule, setting.Requirement),
            page,
            new(Words.Of(severity)),
            new([rule.Family], Precision(severity), severity == Severity.Note ? "recommendation" : Words.Of(severity))
        );
    }

    private static SarifMessage Help(RuleDescriptor rule, Requirement? asked)
    {
        string summary = Words.Sentence(Words.OneLine(rule.Summary)),
            why = Words.OneLine(rule.Why),
            fix = Words.OneLine(rule.Fix);
        var text = new StringBuilder($"{summary}\n\n{why}\n\nHow to fix it: {fix}");
        var markdown = new StringBuilder($"{summary}\n\n{why}\n\n## How to fix it\n\n{fix}");
        if (asked is not null)
        {
            string address = asked.Address.Length > 0 ? $", {asked.Address}" : "";
            string link = asked.Address.Length > 0 ? $"[{asked.Source}]({asked.Address})" : asked.Source;
            text.Append(null, $"\n\nWhat the call asks: {Words.Sentence(asked.Text)} ({asked.Source}{address})");
            markdown.Append(null, $"\n\n## What the call asks\n\n{Words.Sentence(asked.Text)} ({link})");
        }
        return new(text.ToString(), markdown.ToString());
    }

    /// <summary>An error is what a chair would act on, a warning what a chair would look at: that is how sure the rule is.</summary>
    private static string Precision(Severity severity) =>
        severity switch
        {
            Severity.Error => "high",
            Severity.Warning => "medium",
            _ => "low",
        };

    private static string PascalCase(string kebab) =>
        string.Concat(kebab.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
