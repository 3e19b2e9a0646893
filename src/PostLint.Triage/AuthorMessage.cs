using System.Text;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Reporting;
using PostLint.Reporting.GitHub;
using PostLint.Reporting.Terminal;
using PostLint.Rules;

namespace PostLint.Triage;

/// <summary>
/// What to tell the authors of a submission: the places and how to fix them, in plain words; nothing that only the chair knows, and no
/// name.
/// </summary>
public static class AuthorMessage
{
    private const int MostPlaces = 12; // of one rule

    /// <summary>The message, in Markdown.</summary>
    /// <param name="record">The record.</param>
    /// <param name="rules">The cards of all rules.</param>
    public static string Of(TriageRecord record, Func<string, RuleDescriptor?> rules)
    {
        var text = new StringBuilder();
        TriageFinding[] told = [.. record.Findings.Where(finding => !finding.IsConfidential)];
        if (record.Failure is { } failure)
            return $"We could not check your submission: {MarkdownText.Of(Words.Sentence(failure))} Please submit it again so that "
                + $"it can be read.\n";
        if (told.Length == 0)
            return "We found nothing in your submission that has to be changed.\n";
        text.Append(
            told.Any(finding => finding.Severity is "error")
                ? "Before your post can be reviewed, please change the following. What identifies somebody is not repeated "
                    + "here; the places are given instead.\n"
                : "Please look at the following places of your post. What identifies somebody is not repeated here; the places "
                    + "are given instead.\n"
        );
        foreach (
            (string severity, string title) in ((string, string)[])
                [("error", "To change"), ("warning", "To look at"), ("note", "For your information")]
        )
        {
            IGrouping<string, TriageFinding>[] groups =
            [
                .. told.Where(finding => finding.Severity == severity).GroupBy(finding => finding.Rule),
            ];
            if (groups.Length > 0)
                text.Append($"\n## {title}\n");
            foreach (IGrouping<string, TriageFinding> group in groups)
                Append(text, group, rules(group.Key));
        }
        return text.ToString();
    }

    /// <summary>A path as it is, in a code span that nothing in it can end.</summary>
    private static string Code(string path) => $"`{Printable.Of(path.Replace('`', '\''))}`";

    private static void Append(StringBuilder text, IGrouping<string, TriageFinding> group, RuleDescriptor? rule)
    {
        text.Append($"\n**{Words.Sentence(rule?.Summary ?? group.Key)}**\n");
        if (rule is not null)
            text.Append($"{rule.Why} {rule.Fix}\n");
        if (group.Any(finding => finding.IsFixable))
            text.Append("`postlint fix` fixes it.\n");
        text.Append('\n');
        foreach (TriageFinding finding in group.Take(MostPlaces))
        {
            string line =
                finding.Line > 0 ? $", line {finding.Line}"
                : finding.Field is { } field ? $", {MarkdownText.Of(field)}"
                : "";
            text.Append($"- {Code(finding.File)}{line}: {MarkdownText.Of(Words.Sentence(finding.Message))}\n");
        }
        if (group.Count() > MostPlaces)
            text.Append($"- and {group.Count() - MostPlaces} more\n");
    }
}
