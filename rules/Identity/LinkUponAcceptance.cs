using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>Something is promised for after the review.</summary>
internal sealed class LinkUponAcceptance : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/link-upon-acceptance")
        {
            Summary = "Something is promised for after the review",
            Why = "This is good practice; make sure that nothing else in the sentence tells what is hidden.",
            Fix = "Nothing needs to be done.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind is "upon-acceptance" && phrase.Place.Context is TextContext.Prose)
            .Report(phrase => At(phrase, $"{phrase.Quoted} promises something for after the review", "upon-acceptance"));
}
