using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The post of the request carries the date of another edition.</summary>
internal sealed class OtherEdition : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/other-edition")
        {
            Summary = "The post of the request carries the date of another edition",
            Why = "The track takes posts of its own year alone, and closes requests whose post carries another; earlier templates have it.",
            Fix = "Put the date that the message shows into the names of the post, its folders and its bibliography, and into the title.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.Dates.Count > 0 && edition.Year > 0)
            .And<Facts.Request>()
            .And<ChangedPath>(
                (edition, request, changed) =>
                    changed.IsPost
                    && (changed.Change is FileChange.Added || SitePaths.SlugOf(changed.Path) == request.Slug)
                    && SitePaths.DateOf(changed.Path) is { Length: > 0 } date
                    && !edition.Dates.Any(own => own[..4] == date[..4])
            )
            .Report(
                (edition, _, changed) =>
                    At(
                        changed,
                        $"The post carries the date {new Neutral(SitePaths.DateOf(changed.Path))}; this edition’s is "
                            + $"{new Neutral(edition.Dates[0])}"
                    )
            );
}
