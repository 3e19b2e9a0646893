using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Rules.Template;

/// <summary>The post carries another date than the track’s.</summary>
internal sealed class WrongDate : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/wrong-date")
        {
            Summary = "The post’s file name or front matter carries another date than the one the track gives",
            Why =
                "All posts of an edition carry one date; Jekyll makes the address of the post from it and may leave out "
                + "posts of the future.",
            Fix = "Put the date that the message names into the file name, the names of the folders and the front matter.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.Dates.Count > 0)
            .And<FileEntry>(
                (edition, file) =>
                    file.Role is FileRole.Post && SitePaths.DateOf(file.SitePath) is { Length: > 0 } date && !edition.Dates.Contains(date)
            )
            .Report(
                (edition, file) =>
                    At(
                        file,
                        $"The file name carries the date {new Neutral(SitePaths.DateOf(file.SitePath))}; the track gives "
                            + $"{new Neutral(edition.Dates[0])}"
                    )
            );
}
