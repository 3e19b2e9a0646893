using System.Globalization;
using System.Text;
using PostLint.Reporting.GitHub;
using PostLint.Rules;

namespace PostLint.Reporting.Formats;

/// <summary>
/// Annotations on the lines of a pull request, as GitHub's runner reads them from a step's output: those of the greatest weight, since it
/// drops what is too many without a word.
/// </summary>
internal sealed class GitHubReporter : IReporter
{
    /// <summary>Of one kind, GitHub keeps ten for a step.</summary>
    private const int Most = 10;

    /// <inheritdoc/>
    public string Name => "github";

    /// <inheritdoc/>
    public string Summary => "annotations of a pull request";

    /// <inheritdoc/>
    public void Write(RedactedRun run, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        string[] unread =
        [
            .. run.AllUnread.Select(unread => $"{unread.Path} was not read: {unread.Reason}"),
            .. run.Stops.Select(Words.Of),
            .. run.Faults.Select(fault => $"fault of PostLint: {fault.What}"),
        ];
        // What could not be checked may hide anything, and comes first.
        RedactedFinding[] open = [.. run.OpenFindings.OrderByDescending(finding => finding.Severity)];
        foreach (string text in unread.Take(Most))
            writer.WriteLine(Plain("error", text));
        RedactedFinding[] shown = [.. open.Take(Math.Max(0, Most - unread.Length))];
        foreach (RedactedFinding finding in shown)
            writer.WriteLine(Annotation(finding));
        int others = open.Length - shown.Length + Math.Max(0, unread.Length - Most);
        if (others > 0)
            writer.WriteLine(Plain("notice", $"{others} more in the summary"));
    }

    private static string Plain(string name, string message) => WorkflowCommand.Of(name, message, ("title", "PostLint"));

    /// <summary>What lies in an archive is shown at the archive.</summary>
    private static string Annotation(RedactedFinding finding)
    {
        string name = finding.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };
        string message = $"{Words.Sentence(Words.OneLine(finding.Message))} {finding.Rule.Why}\n{finding.Rule.Fix}";
        Region? region = finding.Place.Inner is null ? finding.Place.TightRegion : null;
        bool isOneLine = region?.Line == region?.EndLine;
        return WorkflowCommand.Of(
            name,
            message,
            ("file", finding.Place.Address),
            ("line", Number(region?.Line)),
            ("endLine", Number(region?.EndLine)),
            ("col", isOneLine ? Number(region?.Column) : null),
            ("endColumn", isOneLine ? Number(region?.EndColumn) : null),
            ("title", finding.Rule.Id)
        );
    }

    private static string? Number(int? number) => number is > 0 ? number.Value.ToString(CultureInfo.InvariantCulture) : null;
}
