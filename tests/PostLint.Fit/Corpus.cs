using System.Text.Json;
using System.Text.RegularExpressions;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Fit;

/// <summary>Something that a perfect linter reports.</summary>
internal sealed record Label(string File, int Line, int? End, string Kind, string Certainty, bool NeedsRoster, string? Span)
{
    /// <summary>Whether a place is that of the label, with a line of slack, as <c>score.py</c> counts.</summary>
    public bool IsAt(Spot place) =>
        place.File == File && (Binary.IsMatch(File) || (place.Line <= (End ?? Line) + 1 && place.EndLine >= Line - 1));

    private static readonly Regex Binary = new(
        @"\.(?:png|jpe?g|gif|webp|pdf|mp4|mov|heic|avif|tiff?|zip)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    );
}

/// <summary>Lines of a file of a submission.</summary>
internal sealed record Spot(string File, int Line, int EndLine);

/// <summary>A finding of the identity family.</summary>
internal sealed record Result(string Rule, Severity Severity, IReadOnlyList<Spot> Places);

/// <summary>A submission that was read whole.</summary>
/// <param name="Id">Its folder.</param>
/// <param name="Edition">The fold that it is left out with.</param>
/// <param name="Labels">What a perfect linter reports of identity.</param>
/// <param name="Results">What the explicit rules report.</param>
/// <param name="Cases">Its accounts.</param>
internal sealed record Judged(
    string Id,
    string Edition,
    IReadOnlyList<Label> Labels,
    IReadOnlyList<Result> Results,
    IReadOnlyList<Case> Cases
);

/// <summary>Reads submissions and their labels: <c>FOLDER/posts/ID</c> and <c>FOLDER/labels/ID.json</c>.</summary>
internal static partial class Corpus
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The labels of a submission.</summary>
    internal sealed record LabelFile(string Id, IReadOnlyList<Label> Labels);

    /// <summary>All submissions, linted.</summary>
    public static IEnumerable<Judged> Read(string folder, Linter linter)
    {
        foreach (string path in Directory.EnumerateFiles(Path.Combine(folder, "labels"), "*.json").Order(StringComparer.Ordinal))
        {
            LabelFile file = JsonSerializer.Deserialize<LabelFile>(File.ReadAllText(path), Options)!;
            Label[] labels = [.. file.Labels.Where(label => label.Kind.StartsWith("identity.", StringComparison.Ordinal))];
            var reader = new SubmissionReader { WorkingDirectory = Path.Combine(folder, "posts") };
            foreach (SubmissionSource source in reader.Discover([file.Id]).Sources)
            {
                SubmissionResult result = linter.Lint(reader.Read(source));
                Spot SpotOf(Place place) =>
                    new(place.File.Split('!')[0][(file.Id.Length + 1)..], place.Line, EndLineOf(result.Submission, place));
                Result[] results =
                [
                    .. result
                        .Findings.Where(finding =>
                            finding.Rule.Family is "identity"
                            && finding.Suppression is null
                            && finding.Rule.Id is not "identity/likely-own-account"
                        )
                        .Select(finding => new Result(
                            finding.Rule.Id,
                            finding.Severity,
                            Counted([SpotOf(finding.Place), .. finding.OtherPlaces.Select(SpotOf)])
                        )),
                ];
                Case[] cases =
                [
                    .. Tap.Of(result)
                        .Select(seen => Tap.CaseOf(seen, Domain.Submission, EditionOf(file.Id), file.Id, IsOwn(seen, labels, SpotOf))),
                ];
                yield return new(file.Id, EditionOf(file.Id), labels, results, cases);
            }
        }
    }

    /// <summary>The fold of a submission.</summary>
    public static string EditionOf(string id)
    {
        string year = Year().Match(id).Groups["year"].Value;
        return year is "22" or "23" or "24" ? $"20{year}" : "2025-26";
    }

    private static int EndLineOf(Submission submission, Place place) =>
        submission.Files.FirstOrDefault(file => file.Path == place.File)?.Text is { } text && place.Length > 0 && place.Line > 0
            ? text.LineOf(place.Start + place.Length - 1)
            : place.Line;

    /// <summary>The places of a result that count: all that are exact, at most 60, and the first twelve of the longer ones.</summary>
    public static IReadOnlyList<Spot> Counted(IReadOnlyList<Spot> places) =>
        [
            .. places.Where(place => place.EndLine - place.Line < 2).Take(60),
            .. places.Where(place => place.EndLine - place.Line is >= 2 and < 40).Take(12),
        ];

    /// <summary>
    /// An account is the authors' where a label shows it: its words name it, or it is linked where a label of a link stands that names no
    /// other.
    /// </summary>
    private static bool IsOwn(Seen seen, Label[] labels, Func<Place, Spot> spotOf)
    {
        string handle = seen.Account.Handle.Text;
        foreach (Label label in labels)
        {
            if (label.Span?.Contains(handle, StringComparison.OrdinalIgnoreCase) == true && handle.Length > 2)
                return true;
            bool isLink =
                label.Kind is "identity.own-repo-link" or "identity.own-site-embed" or "identity.profile-link" or "identity.handle";
            if (!isLink || AccountOf(label) is not null || Address().IsMatch(label.Span ?? ""))
                continue;
            if (
                seen.Mentions.Any(mention =>
                    spotOf(mention.Mention.Link.Place) is var spot
                    && spot.File == label.File
                    && spot.Line >= label.Line
                    && spot.Line <= (label.End ?? label.Line)
                )
            )
                return true;
        }
        return false;
    }

    /// <summary>
    /// The account that the words of a label show, lower case; null where they show none. The labels of one account are one cause.
    /// </summary>
    public static string? AccountOf(Label label)
    {
        if (label.Kind is not ("identity.own-repo-link" or "identity.profile-link" or "identity.own-site-embed" or "identity.handle"))
            return null;
        Match match = Account().Match(label.Span ?? "");
        return match.Success ? match.Groups["account"].Value.ToLowerInvariant() : null;
    }

    [GeneratedRegex(@"^[ug]?(?:20)?(?<year>\d\d)-", RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    [GeneratedRegex(@"[\w-]\.(?:com|io|co|ai|org)/", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"(?:github\.com|gitlab\.com|huggingface\.co(?:/spaces|/datasets)?|wandb\.(?:ai|me)(?:/links)?"
            + @"|^)/?@?(?<account>[A-Za-z0-9][\w-]{1,38})(?:/|$)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Account();
}
