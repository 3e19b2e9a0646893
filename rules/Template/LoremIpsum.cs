using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>Filler text is left.</summary>
internal sealed class LoremIpsum : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/lorem-ipsum")
        {
            Summary = "Filler text is left",
            Why = "Latin filler holds the place of text that was to be written.",
            Fix = "Write the text, or delete the passage.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<Phrase>(
                by: phrase => phrase.Place.Block,
                where: phrase =>
                    phrase.Kind is "filler"
                    && !phrase.IsQuoted
                    && phrase.Place.Context is TextContext.Prose or TextContext.Heading or TextContext.Caption or TextContext.FrontMatter
            )
            .Where(phrases => phrases.Count > 1)
            .Report(phrases => At(phrases[0], $"Latin filler stands here in place of text"));
}
