using PostLint.Findings;
using PostLint.Submissions;

namespace PostLint.Hostile;

/// <summary>Looks at the findings of a run: no faults, and every place inside its file.</summary>
internal static class FindingCheck
{
    public static IEnumerable<Failure> Of(LintRun run) => run.Results.SelectMany(Of);

    private static IEnumerable<Failure> Of(SubmissionResult result)
    {
        foreach (var fault in result.Faults)
            yield return new("fault", $"{fault.Rule.Id}: {fault.Exception.GetType().Name}: {fault.Exception.Message}");
        foreach (ReadingFault fault in result.Submission.Faults)
            yield return new("fault", fault.Exception.ToString());
        Dictionary<string, SubmittedFile> files = result
            .Submission.Files.DistinctBy(file => file.Path)
            .ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (Finding finding in result.Findings)
        {
            foreach (Place place in finding.OtherPlaces.Append(finding.Place).Concat(finding.Fixes.Select(fix => fix.Place)))
            {
                if (Wrong(place, files) is { } reason)
                    yield return new("span", $"{finding.Rule.Id}: {place.Start}+{place.Length} in line {place.Line}: {reason}");
            }
        }
    }

    private static string? Wrong(Place place, Dictionary<string, SubmittedFile> files)
    {
        if (place.Start < 0 || place.Length < 0)
            return "negative";
        if (!files.TryGetValue(place.File, out SubmittedFile? file) || file.Text is null)
            return place is { Start: 0, Length: 0 } ? null : "its file has no text";
        int length = file.Text.Text.Length;
        if (place.Span.End > length)
            return $"the text has {length} characters";
        return place.Line > file.Text.LineCount ? $"the text has {file.Text.LineCount} lines" : null;
    }
}
