using PostLint.Findings;
using PostLint.Reporting;
using PostLint.Rules;
using PostLint.Server.Protocol;
using PostLint.Submissions;

namespace PostLint.Server;

/// <summary>Turns findings into what editors show.</summary>
internal static class Diagnostics
{
    private const string Source = "postlint";

    private static readonly Protocol.Range s_start = new(new(0, 0), new(0, 0));

    /// <summary>The diagnostics of a submission by full path of file; of files inside others at the outer file.</summary>
    /// <param name="result">What was found; null for nothing.</param>
    /// <param name="openText">The lines of an open document by full path; null for others.</param>
    /// <param name="options">Where rules' pages are.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<Diagnostic>> Of(
        SubmissionResult? result,
        Func<string, Lines?> openText,
        ServerOptions options
    )
    {
        var byFile = new Dictionary<string, IReadOnlyList<Diagnostic>>(StringComparer.Ordinal);
        if (result is null)
            return byFile;
        var places = new Places(result, options, openText);
        IEnumerable<(string File, Diagnostic Diagnostic)> all = result
            .Findings.Where(finding => finding.Suppression is null)
            .Select(finding => (places.FileOf(finding.Place), Of(finding, places, options)))
            .Concat(result.Submission.Unread.Select(unread => (places.FileOf(new(unread.Path)), Of(unread))))
            .Concat(result.Faults.Select(fault => (places.FileOf(default), Of(fault.Rule))));
        foreach (IGrouping<string, (string File, Diagnostic Diagnostic)> file in all.GroupBy(one => one.File, StringComparer.Ordinal))
            byFile[file.Key] = [.. file.Select(one => one.Diagnostic)];
        return byFile;
    }

    /// <summary>A finding as a diagnostic.</summary>
    public static Diagnostic Of(Finding finding, Places places, ServerOptions options)
    {
        RelatedInformation[] others =
        [
            .. finding.OtherPlaces.Select(place => new RelatedInformation(
                new(FileUri.Of(places.FileOf(place)), places.RangeOf(place)),
                "here, too"
            )),
        ];
        return new(
            places.RangeOf(finding.Place),
            finding.Severity switch
            {
                Severity.Error => 1,
                Severity.Warning => 2,
                _ => 3,
            },
            finding.Rule.Id,
            options.PageOf(finding.Rule.Id) is { } page ? new(page) : null,
            Source,
            $"{Sentence(finding.Message.Reveal())} {finding.Rule.Fix}",
            others.Length > 0 ? others : null
        );
    }

    private static Diagnostic Of(Unread unread) =>
        new(s_start, 1, "not-read", null, Source, $"Not read, so nothing in it is checked: {unread.Reason}.", null);

    private static Diagnostic Of(RuleDescriptor rule) =>
        new(s_start, 1, "fault", null, Source, $"A fault of PostLint: {rule.Id} failed. Please report it.", null);

    /// <summary>A text that ends as a sentence does.</summary>
    public static string Sentence(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' ? text : $"{text}.";
}

/// <summary>Where the places of a submission are in the editor.</summary>
internal sealed class Places
{
    private readonly Dictionary<string, SubmittedFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lines> _lines = new(StringComparer.Ordinal);
    private readonly SubmissionResult _result;
    private readonly ServerOptions _options;
    private readonly Func<string, Lines?> _openText;

    /// <summary>Knows the files of a submission.</summary>
    public Places(SubmissionResult result, ServerOptions options, Func<string, Lines?> openText)
    {
        (_result, _options, _openText) = (result, options, openText);
        foreach (SubmittedFile file in result.Submission.Files)
            _files.TryAdd(file.Path, file);
    }

    /// <summary>The full path of the file on the disk that a place is in; the post's for what is in none.</summary>
    public string FileOf(Place place)
    {
        string file = string.IsNullOrEmpty(place.File) ? _result.Submission.Files[0].Path : place.File;
        int inside = file.IndexOf("!/", StringComparison.Ordinal);
        return _options.FullPathOf(_files.GetValueOrDefault(file)?.Container ?? (inside > 0 ? file[..inside] : file));
    }

    /// <summary>The range of a place; the start of the file for what has no line in it.</summary>
    public Protocol.Range RangeOf(Place place)
    {
        if (place.Line < 1 || _files.GetValueOrDefault(place.File) is not { Text: { } text, Sheet: null, Container: null })
            return new(new(0, 0), new(0, 0));
        if (!_lines.TryGetValue(place.File, out Lines? lines))
        {
            Lines? open = _openText(_options.FullPathOf(place.File));
            _lines[place.File] = lines = open?.Text == text.Text ? open : new(text.Text);
        }
        int end = Math.Min(place.Span.End, text.Text.Length);
        while (end > place.Start + 1 && char.IsWhiteSpace(text.Text[end - 1]))
            end--;
        return lines.RangeOf(TextSpan.Between(Math.Min(place.Start, end), end));
    }
}
