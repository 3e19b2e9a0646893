using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>Somebody else’s text is said to thank the author by name.</summary>
internal sealed class AcknowledgedByOthers : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/acknowledged-by-others")
        {
            Summary = "Somebody else’s text is said to thank the author by name",
            Why = "Whoever opens that text finds the author’s name.",
            Fix = "Leave the remark out.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is "acknowledged-by-others" && phrase.Place.Context is not (TextContext.Code or TextContext.BibliographyField)
            )
            .Report(phrase => At(phrase, $"{phrase.Quoted} says that somebody else’s text thanks the author by name"));
}
