using System.Globalization;
using System.Text;
using System.Xml;
using PostLint.Reporting.Terminal;
using PostLint.Rules;

namespace PostLint.Reporting.Formats;

/// <summary>
/// JUnit's XML, which most build services show as a list of tests: a suite a submission, a case a finding. Errors and warnings fail, notes
/// do not, suppressed findings are skipped, and what was not read or checked is an error.
/// </summary>
internal sealed class JUnitReporter : IReporter
{
    /// <inheritdoc/>
    public string Name => "junit";

    /// <inheritdoc/>
    public string Summary => "JUnit XML, for build services";

    /// <inheritdoc/>
    public void Write(RedactedRun run, Stream output)
    {
        Suite[] suites = [.. run.Submissions.Select(SuiteOf), .. Rest(run)];
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(false),
            Indent = true,
            NewLineChars = "\n",
            CloseOutput = false,
        };
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "PostLint");
            WriteCounts(xml, [.. suites.SelectMany(suite => suite.Cases)]);
            foreach (Suite suite in suites)
                WriteSuite(xml, suite);
            xml.WriteEndElement();
        }
        output.WriteByte((byte)'\n');
    }

    private static Suite SuiteOf(RedactedSubmission submission)
    {
        Case[] cases =
        [
            .. submission.Findings.Select(CaseOf),
            .. submission.Unread.Select(CaseOf),
            .. submission.Stops.Select(stop => new Case("not fully checked", submission.Name, Outcome.Error, Words.Of(stop), "")),
            .. submission.Faults.Select(fault => new Case(
                "fault of PostLint",
                submission.Name,
                Outcome.Error,
                fault.What,
                fault.Exception
            )),
        ];
        return new(submission.Name, cases.Length > 0 ? cases : [new("no direct trace found", submission.Name, Outcome.Passed, "", "")]);
    }

    private static IEnumerable<Suite> Rest(RedactedRun run)
    {
        if (run.Unread.Count > 0)
            yield return new("not read", [.. run.Unread.Select(CaseOf)]);
    }

    private static Case CaseOf(RedactedGap unread) => new("not read", unread.Path, Outcome.Error, unread.Reason, "");

    private static Case CaseOf(RedactedFinding finding)
    {
        string place = FindingWriter.TextOf(finding.Place);
        Outcome outcome =
            finding.Suppression is not null ? Outcome.Skipped
            : finding.Severity is Severity.Note ? Outcome.Passed
            : Outcome.Failed;
        string details =
            $"{place}: {Words.Of(finding.Severity)} {finding.Rule.Id}\n{Words.OneLine(finding.Message)}\n"
            + $"fix: {Words.OneLine(finding.Rule.Fix)}\nwhy: {Words.OneLine(finding.Rule.Why)}";
        string message = finding.Suppression?.Reason ?? finding.Message;
        return new($"{finding.Rule.Id} at {place}", finding.Place.File, outcome, message, details)
        {
            Type = Words.Of(finding.Severity),
            Line = finding.Place.Inner is null ? finding.Place.Region?.Line : null,
        };
    }

    private static void WriteSuite(XmlWriter xml, Suite suite)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", OneLine(suite.Name));
        WriteCounts(xml, suite.Cases);
        foreach (Case one in suite.Cases)
            WriteCase(xml, one);
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<Case> cases)
    {
        xml.WriteAttributeString("tests", Number(cases.Count));
        xml.WriteAttributeString("failures", Number(cases.Count(one => one.Outcome is Outcome.Failed)));
        xml.WriteAttributeString("errors", Number(cases.Count(one => one.Outcome is Outcome.Error)));
        xml.WriteAttributeString("skipped", Number(cases.Count(one => one.Outcome is Outcome.Skipped)));
    }

    private static void WriteCase(XmlWriter xml, Case one)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", OneLine(one.Name));
        xml.WriteAttributeString("classname", OneLine(one.File));
        xml.WriteAttributeString("file", OneLine(one.File));
        if (one.Line is { } line)
            xml.WriteAttributeString("line", Number(line));
        if (one.Outcome is Outcome.Passed)
        {
            if (one.Details.Length > 0)
                xml.WriteElementString("system-out", Lines(one.Details));
        }
        else
        {
            xml.WriteStartElement(
                one.Outcome switch
                {
                    Outcome.Failed => "failure",
                    Outcome.Skipped => "skipped",
                    _ => "error",
                }
            );
            xml.WriteAttributeString("message", OneLine(one.Message));
            if (one.Outcome is not Outcome.Skipped)
            {
                xml.WriteAttributeString("type", one.Type);
                xml.WriteString(Lines(one.Details));
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string OneLine(string text) => Printable.Line(Printable.Of(text));

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(OneLine));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private enum Outcome
    {
        Passed,
        Failed,
        Error,
        Skipped,
    }

    private sealed record Suite(string Name, IReadOnlyList<Case> Cases);

    private sealed record Case(string Name, string File, Outcome Outcome, string Message, string Details)
    {
        public string Type { get; init; } = "error";

        public int? Line { get; init; }
    }
}
