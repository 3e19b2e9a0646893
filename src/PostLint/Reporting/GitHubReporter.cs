using System.Globalization;
using System.Text;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Reporting.GitHub;

namespace PostLint.Reporting;

/// <summary>Annotations on the lines of a pull request, as GitHub's runner reads them from a step's output: those of the greatest weight, since it drops what is too many without a word.</summary>
/// <param name="options">What to show.</param>
public sealed class GitHubReporter(ReportOptions options) : IReporter
{
    /// <summary>Of one kind, GitHub keeps ten for a step.</summary>
    private const int Most = 10;

    /// <inheritdoc/>
    public void Write(LintRun run, Stream output)
    {
        var veil = new Veil(run, options);
        var sources = new Sources(run);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        Finding[] open = [.. run.OpenFindings.OrderByDescending(finding => finding.Severity)];
        foreach (Finding finding in open.Take(Most)) writer.WriteLine(Annotation(finding, veil, sources));
        if (open.Length > Most) writer.WriteLine(WorkflowCommand.Of("notice", $"{open.Length - Most} more in the summary", ("title", "PostLint")));
        foreach (var unread in run.Unread.Concat(run.Results.SelectMany(result => result.Submission.Unread))) writer.WriteLine(WorkflowCommand.Of("error", $"{veil.ShowPath(unread.Path)} was not read: {veil.Show(unread.Reason)}", ("title", "PostLint")));
        foreach (var fault in run.Results.SelectMany(result => result.Faults)) writer.WriteLine(WorkflowCommand.Of("error", $"fault of PostLint: {fault.Rule.Id}", ("title", "PostLint")));
    }

    private static string Annotation(Finding finding, Veil veil, Sources sources)
    {
        string name = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        string message = $"{Words.Sentence(Words.OneLine(veil.Show(finding.Message)))} {finding.Rule.Why}\n{finding.Rule.Fix}";
        Region? region = sources.ContainerOf(finding.Place.File) is null ? sources.TightRegionOf(finding.Place) : null;
        return WorkflowCommand.Of(
            name, message, ("file", FileOf(finding.Place, sources)), ("line", Number(region?.Line)), ("endLine", Number(region?.EndLine)), ("col", region?.Line == region?.EndLine ? Number(region?.Column) : null),
            ("endColumn", region?.Line == region?.EndLine ? Number(region?.EndColumn) : null), ("title", finding.Rule.Id));
    }

    /// <summary>What lies in an archive is shown at the archive.</summary>
    private static string FileOf(Place place, Sources sources) => sources.ContainerOf(place.File) ?? place.File;

    private static string? Number(int? number) => number is > 0 ? number.Value.ToString(CultureInfo.InvariantCulture) : null;
}
