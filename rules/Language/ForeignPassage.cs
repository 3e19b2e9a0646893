using PostLint.Engine;
using PostLint.Facts.Language;
using PostLint.Findings;

namespace PostLint.Rules.Language;

/// <summary>A passage of an English post is not English.</summary>
internal sealed class ForeignPassage : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("language/foreign-passage")
        {
            Summary = "A passage of the post is not in English",
            Why = "Reviewers and readers of the track read English; what they cannot read they cannot judge.",
            Fix = "Translate the passage. If it is a quotation or an example, mark it as one: a block quote, quotation marks, or code.",
            Severity = Severity.Warning,
            Phases = [Phase.Submission, Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Passage>()
            .And<ForeignShare>((passage, share) => share.Percent < ForeignPost.Most && share.Place.File == passage.Place.File)
            .Report(
                (passage, share) =>
                    At(
                        passage,
                        $"{passage.Words} words seem to be {passage.Language}; {share.Percent} % of the post’s prose is not in English"
                    )
            );
}
