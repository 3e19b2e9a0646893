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
        RedactedFinding[] open = [.. run.OpenFindings.OrderByDescending(finding => finding.Severity)];
        foreach (RedactedFinding finding in open.Take(Most))
            writer.WriteLine(Annotation(finding));
        if (open.Length > Most)
            writer.WriteLine(Plain("notice", $"{open.Length - Most} more in the summary"));
        foreach (RedactedGap unread in run.AllUnread)
            writer.WriteLine(Plain("error", $"{unread.Path} was not read: {unread.Reason}"));
        foreach (RedactedStop stop in run.Stops)
            writer.WriteLine(Plain("error", Words.Of(stop)));
        foreach (RedactedFault fault in run.Faults)
            writer.WriteLine(Plain("error", $"fault of PostLint: {fault.What}"));
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
