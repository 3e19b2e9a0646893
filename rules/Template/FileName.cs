using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Rules.Template;

/// <summary>The post’s file name is none that Jekyll takes.</summary>
internal sealed class FileName : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/file-name")
        {
            Summary = "The post’s file name is not a date, a dash and a name",
            Why =
                "Jekyll passes over a post whose file name is not a date, a dash and a name, and the track closes pull "
                + "requests with other names.",
            Fix = "Name the file by the date that the track gives, a dash and a short name, such as 2026-04-27-short-name.md.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.Dates.Count > 0)
            .And<FileEntry>((_, file) => file.Role is FileRole.Post && SitePaths.DateOf(file.SitePath).Length == 0)
            .Report(
                (edition, file) =>
                    At(file, $"The file name is not a date, a dash and a name, such as {new Neutral(edition.Dates[0])}-short-name.md")
            );
}
