using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Reporting;
using PostLint.Reporting.Terminal;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Web;

/// <summary>Turns a run into what the page is told of it.</summary>
internal sealed class PageMapping
{
    private const int LongestSlice = 200; // UTF-16 units of what is quoted beside a place
    private const int MostFields = 400; // of one file; what is more repeats itself

    private readonly Redactor _masking,
        _revealing;
    private readonly RedactedPlaces _masked,
        _revealed;

    private PageMapping(LintRun run, ICollection<string> secrets)
    {
        _masking = new(run, reveals: false, secrets);
        _revealing = new(run, reveals: true);
        (_masked, _revealed) = (new(run, _masking), new(run, _revealing));
    }

    /// <summary>The whole run.</summary>
    public static PageRun Map(LintRun run)
    {
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        return new PageMapping(run, secrets).Run(run, secrets);
    }

    private PageRun Run(LintRun run, HashSet<string> secrets)
    {
        PageSubmission[] submissions = [.. run.Results.Select(Map)];
        IEnumerable<RuleDescriptor> rules = run.Results.SelectMany(result => result.Findings).Select(finding => finding.Rule);
        foreach (Finding finding in run.Results.SelectMany(result => result.Findings))
            secrets.UnionWith(finding.Message.Sensitive.Select(part => finding.Message.Reveal()[part].Trim()));
        return new(
            run.Profile.Name,
            run.ConfigurationPath,
            submissions,
            [.. run.Unread.Select(Map)],
            [.. run.Excluded.Select(excluded => new PageGap(excluded.Path, _masked.PathOf(excluded.Path), $"excluded by {excluded.By}"))],
            Tally.Of(run),
            rules
                .DistinctBy(rule => rule.Id)
                .ToDictionary(rule => rule.Id, rule => new PageRule(rule.Summary, Words.OneLine(rule.Why), Words.OneLine(rule.Fix))),
            [.. secrets.Where(secret => secret.Length > 2).OrderByDescending(secret => secret.Length)]
        );
    }

    private PageSubmission Map(SubmissionResult result)
    {
        Submission submission = result.Submission;
        return new(
            submission.Name,
            result.Profile.Name,
            result.DetectedBy is { } told and not DetectedBy.Nothing ? told.Text() : null,
            [.. submission.Files.Select(Map)],
            [.. result.Findings.Select(Map)],
            [.. submission.Unread.Concat(submission.Gaps).Distinct().Select(Map)],
            [.. Remarks(result)]
        );
    }

    /// <summary>What the findings do not say: what was not fully checked or not asked, and what is PostLint's own fault.</summary>
    private static IEnumerable<string> Remarks(SubmissionResult result)
    {
        foreach (StoppedRule stop in result.Stops)
            yield return Words.Of(new RedactedStop(stop.Rule, stop.Tries, null));
        if (result.NotAsked.Count > 0)
            yield return Words.NotAsked([.. result.NotAsked.Select(rule => rule.Id)]);
        foreach (Fault fault in result.Faults)
            yield return $"fault of PostLint: {fault.Rule.Id} failed {Words.Count(fault.Count, "time")}: {fault.Exception.GetType().Name}";
        foreach (ReadingFault fault in result.Submission.Faults)
            yield return $"fault of PostLint: reading {fault.Path} failed: {fault.Exception.GetType().Name}";
    }

    private PageFile Map(SubmittedFile file) =>
        new(file.Path, _masked.PathOf(file.Path), KindOf(file), file.Bytes, file is { Text: not null, Sheet: null })
        {
            Container = file.Container,
            Fields = file.Sheet is { Fields.Count: > 0 } sheet
                ? [.. sheet.Fields.Take(MostFields).Select(field => new PageField(field.FullName, sheet.ValueOf(field)))]
                : null,
            Size =
                file.Pixels.Width > 0 ? $"{file.Pixels.Width} × {file.Pixels.Height} pixels"
                : file.Pages > 0 ? Words.Count(file.Pages, "page")
                : null,
            IsOpaque = file is { Role: FileRole.BinaryAsset, Text: null },
        };

    private static string KindOf(SubmittedFile file) =>
        file.Role switch
        {
            FileRole.Post => "post",
            FileRole.Bibliography => "bibliography",
            FileRole.TextAsset => "text",
            _ => file.Formats is [var first, ..] ? first : "a format that is not read",
        };

    private PageGap Map(Unread unread) => new(unread.Path, _masked.PathOf(unread), unread.Reason);

    private PageFinding Map(Finding finding) =>
        new(
            finding.Rule.Id,
            Words.Of(finding.Severity),
            _revealing.Show(finding.Message),
            _masking.Show(finding.Message),
            Map(finding.Place)
        )
        {
            Others = NullIfNone(finding.OtherPlaces.Select(Map)),
            Asked = finding.Requirement is { } asked
                ? new(Words.Sentence(asked.Text), asked.Source, asked.Address.Length > 0 ? asked.Address : null)
                : null,
            Evidence = NullIfNone(EvidenceLine.Of(finding).Select(Map)),
            Weight = finding.Weight is { } weight
                ? new(weight.Table.Hypothesis, Words.Percent(weight.Chance), Clues(weight, isFor: true), Clues(weight, isFor: false))
                : null,
            Fixes = NullIfNone(
                finding.Fixes.Select(fix => new PageFix(_revealing.Show(fix.Description), _masking.Show(fix.Description), fix.IsSafe))
            ),
            Suppressed = finding.Suppression is { } suppression
                ? $"{Words.NameOf(suppression.Kind).Replace('-', ' ')}: {_revealing.Show(suppression.Reason)}"
                : null,
        };

    private PageEvidence Map(EvidenceLine line) =>
        new(line.Depth, Words.KindOf(line.Fact), Map(line.Fact.Place), [.. line.ConcludedBy.Select(rule => rule.Id)]);

    private IReadOnlyList<PageClue> Clues(WeightOfEvidence weight, bool isFor) =>
        [.. weight.Heaviest(isFor).Select(clue => new PageClue(clue.Weight.Words, clue.Weight.QuarterBits / 4.0, Map(clue.Fact.Place)))];

    private PagePlace Map(Place place)
    {
        RedactedPlace shown = _revealed.Of(place);
        string? text = shown.Text;
        return new(place.File, place.Start, shown.Text is null ? 0 : place.Length, shown.Region?.Line ?? 0, shown.Region?.Column ?? 0)
        {
            Where = Words.Where(place.Context),
            Field = shown.Field,
            Text = text?.Length > LongestSlice ? $"{text[..LongestSlice]}…" : text,
        };
    }

    private static T[]? NullIfNone<T>(IEnumerable<T> items)
    {
        T[] all = [.. items];
        return all.Length > 0 ? all : null;
    }
}
