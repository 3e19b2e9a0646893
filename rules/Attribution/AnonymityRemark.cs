using System.Globalization;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Attribution;

/// <summary>The text still says that something is hidden for review.</summary>
internal sealed class AnonymityRemark : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/anonymity-remark")
        {
            Summary = "The text still says that something is hidden for review",
            Why = "Review is over: what was left out belongs in the published post.",
            Fix = "Put back what the remark stands for, or delete the remark.",
            Severity = Severity.Warning,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is "anonymity-remark"
                && !phrase.IsQuoted
                && phrase.Place.Context is (TextContext.Prose or TextContext.Heading or TextContext.Caption or TextContext.FrontMatter)
            )
            .Report(phrase =>
                At(
                    phrase,
                    $"{phrase.Quoted} speaks of what was hidden for review",
                    cause: phrase.Place.Sentence.ToString(CultureInfo.InvariantCulture)
                )
            );
}
