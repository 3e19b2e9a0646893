using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Rules.Template;

/// <summary>The front matter’s date is not the file name’s.</summary>
internal sealed class DateMismatch : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/date-mismatch")
        {
            Summary = "The date in the front matter is not that of the file name",
            Why = "Jekyll sorts and addresses the post by the front matter’s date, so the post is not found where its file name says.",
            Fix = "Use one date, that of the track, in both.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<FrontMatterField>(value => value.Key is "date" && value.Value.Text.Length >= 10)
            .With<Edition>((value, edition) => edition.Dates.Count > 0 && !edition.Dates.Contains(value.Value.Text[..10]))
            .And<FileEntry>(
                (value, file) =>
                    file.Role is FileRole.Post
                    && SitePaths.DateOf(file.SitePath) is { Length: > 0 } date
                    && !value.Value.Text.StartsWith(date, StringComparison.Ordinal)
            )
            .Report(
                (value, file) =>
                    At(
                        value,
                        $"The front matter says {new Quoted(value.Value.Text)}, the file name "
                            + $"{new Neutral(SitePaths.DateOf(file.SitePath))}"
                    )
            );
}
