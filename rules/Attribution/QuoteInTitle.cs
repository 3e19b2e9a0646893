using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Rules.Attribution;

/// <summary>A quotation mark in the title breaks the citation that the layout writes.</summary>
internal sealed class QuoteInTitle : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/quote-in-title")
        {
            Summary = "A quotation mark in the title breaks the citation that the layout writes",
            Why =
                "The layout puts the title between quotation marks in a script; one more ends the text early, and neither "
                + "line nor entry appears.",
            Fix = "Write typographic quotation marks, or single ones.",
            Severity = Severity.Warning,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationSource>(source =>
                !source.IsRendered && source.TitlePlace is not null && source.Title.Text.Contains('"', StringComparison.Ordinal)
            )
            .With<Edition>((_, edition) => edition.LayoutCites && edition.Layout is "distill")
            .Report(source =>
                At(source.TitlePlace!.Value, $"The title holds a quotation mark, which ends the text of the layout’s script")
            );
}
