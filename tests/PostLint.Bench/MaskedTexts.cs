using PostLint.Findings;
using PostLint.Reporting;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Bench;

/// <summary>Lists what masked reports hide, for a reader to judge: nothing that names nobody belongs there.</summary>
internal static class MaskedTexts
{
    /// <summary>Prints each masked text once, after how often it is masked, and where first.</summary>
    /// <param name="folders">Folders with submissions, read together.</param>
    public static int Print(string[] folders)
    {
        var linter = new Linter(BuiltInPack.Create(), BuiltInPack.Catalogue.Profile("double-blind"));
        var counts = new SortedDictionary<string, (int Count, string First)>(StringComparer.Ordinal);
        foreach (string folder in folders)
        {
            var reader = new SubmissionReader { WorkingDirectory = Path.GetFullPath(folder) };
            foreach (SubmissionSource source in reader.Discover(["."]).Sources)
                Count(linter.Lint(reader.Read(source)), linter, counts);
        }
        foreach ((string text, (int count, string first)) in counts)
            Console.WriteLine($"{count}\t{text.ReplaceLineEndings(" ")}\t{first}");
        return 0;
    }

    private static void Count(SubmissionResult result, Linter linter, SortedDictionary<string, (int Count, string First)> counts)
    {
        var masked = new List<string>();
        var run = new LintRun(result.Profile, linter.Rules, [result], null, []);
        var redacted = new RedactedRun(run, new ReportOptions("") { ShowWhy = true }, masked);
        foreach (RedactedFinding finding in redacted.Submissions.SelectMany(submission => submission.Findings))
            _ = finding.Evidence;
        string[] marked =
        [
            .. result.Findings.SelectMany(finding => finding.Message.Sensitive.Select(part => finding.Message.Reveal()[part])),
        ];
        foreach (string text in masked)
        {
            string first = result
                .Findings.FirstOrDefault(finding => finding.Message.Reveal().Contains(text, StringComparison.Ordinal))
                ?.Rule.Id
                ?? "a path or field";
            string how = marked.Contains(text) ? first : $"{first}, not marked";
            (int known, string where) = counts.GetValueOrDefault(text, (0, $"{how}\t{result.Submission.Name}"));
            counts[text] = (known + 1, where);
        }
    }
}
