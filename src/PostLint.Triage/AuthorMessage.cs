using System.Globalization;
using System.Text;
using PostLint.Reporting;
using PostLint.Reporting.GitHub;
using PostLint.Reporting.Terminal;
using PostLint.Rules;

namespace PostLint.Triage;

/// <summary>
/// What to tell the authors of a submission: each place with their own words, how to mend it and how to check it; nothing that only the
/// chair knows. It is for the authors alone, except as a comment, which is masked.
/// </summary>
internal static class AuthorMessage
{
    private const int MostPlaces = 12; // of one rule

    /// <summary>The message as plain text.</summary>
    /// <param name="record">The record.</param>
    /// <param name="own">The findings unmasked, in the order of the record’s.</param>
    /// <param name="template">Its text.</param>
    /// <param name="deadline">Until when, in the chair’s words; empty for none.</param>
    /// <param name="rules">The cards of all rules.</param>
    public static string Of(
        TriageRecord record,
        IReadOnlyList<PrivateFinding> own,
        MessageTemplate template,
        string deadline,
        Func<string, RuleDescriptor?> rules
    )
    {
        IEnumerable<Told> told = record
            .Findings.Zip(own)
            .Select(pair => new Told(pair.First, Printable.Of(pair.Second.Message), Printable.Of(pair.Second.File)));
        return Fill(record, told, template, deadline, rules, text => text);
    }

    /// <summary>The message as a comment on a request, which everybody can read: masked, and nothing in it is markup.</summary>
    /// <param name="record">The record.</param>
    /// <param name="template">Its text.</param>
    /// <param name="deadline">Until when, in the chair’s words; empty for none.</param>
    /// <param name="rules">The cards of all rules.</param>
    public static string Comment(TriageRecord record, MessageTemplate template, string deadline, Func<string, RuleDescriptor?> rules) =>
        Fill(
            record,
            record.Findings.Select(finding => new Told(finding, finding.Message, finding.File)),
            template,
            deadline,
            rules,
            MarkdownText.Of
        );

    private static string Fill(
        TriageRecord record,
        IEnumerable<Told> findings,
        MessageTemplate template,
        string deadline,
        Func<string, RuleDescriptor?> rules,
        Func<string, string> shown
    )
    {
        Told[] told = [.. findings.Where(told => !told.Finding.IsConfidential && told.Finding.Severity is not "note")];
        string post = told.Select(place => place.File).FirstOrDefault(file => file.StartsWith("_posts/", StringComparison.Ordinal))
            ?? "YOUR-POST";
        return template.Fill(name =>
            name switch
            {
                "name" => $"submission {shown(NumberOf(record))}{(record.Title.Length > 0 ? $", “{shown(record.Title)}”" : "")}",
                "id" => shown(record.Id),
                "title" => shown(record.Title),
                "deadline" => deadline.Length > 0 ? deadline : "soon",
                "places" => Places(record, told, rules, shown),
                _ => $"To check it yourselves before you hand it in again: `npx postlint check {Code(post)}`",
            }
        );
    }

    private static string NumberOf(TriageRecord record) =>
        record.Fields.GetValueOrDefault("number") ?? record.Fields.GetValueOrDefault("pid") ?? record.Id;

    private static string Places(TriageRecord record, Told[] told, Func<string, RuleDescriptor?> rules, Func<string, string> shown)
    {
        if (record.Failure is { } failure)
            return $"Your post could not be read: {shown(failure)}. Please hand it in again so that it can be.\n";
        if (told.Length == 0)
            return "No place was found that has to be changed.\n";
        var text = new StringBuilder();
        foreach (
            (string severity, string title) in (ReadOnlySpan<(string, string)>)
                [("error", "To change"), ("warning", "Please look at this, too")]
        )
        {
            IGrouping<string, Told>[] groups =
            [
                .. told.Where(place => place.Finding.Severity == severity).GroupBy(place => place.Finding.Rule),
            ];
            if (groups.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $"{(text.Length > 0 ? "\n" : "")}{title}:\n");
            foreach (IGrouping<string, Told> group in groups)
                Append(text, group, rules(group.Key), shown);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, IGrouping<string, Told> group, RuleDescriptor? rule, Func<string, string> shown)
    {
        text.Append('\n');
        foreach (Told place in group.Take(MostPlaces))
        {
            string where =
                place.Finding.Line > 0 ? $", line {place.Finding.Line}"
                : place.Finding.Field is { } field ? $", {shown(field)}"
                : "";
            text.Append(CultureInfo.InvariantCulture, $"- `{Code(place.File)}`{where}: {shown(Words.Sentence(place.Message))}\n");
        }
        if (group.Count() > MostPlaces)
            text.Append(CultureInfo.InvariantCulture, $"- and {group.Count() - MostPlaces} places more\n");
        if (rule is not null)
            text.Append(CultureInfo.InvariantCulture, $"  {rule.Fix}\n");
        if (group.Any(place => place.Finding.IsFixable))
            text.Append(CultureInfo.InvariantCulture, $"  `npx postlint fix {Code(group.First().File)}` does it for you.\n");
    }

    /// <summary>A path as it is, in a code span that nothing in it can end.</summary>
    private static string Code(string path) => path.Replace('`', '\'');

    private readonly record struct Told(TriageFinding Finding, string Message, string File);
}
