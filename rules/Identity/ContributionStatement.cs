using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A statement tells who contributed what.</summary>
internal sealed class ContributionStatement : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/contribution-statement")
        {
            Summary = "A statement tells who contributed what",
            Why = "Names and initials of the authors identify them.",
            Fix = "Leave the statement out until the camera-ready version.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Section>(section =>
                section.Kind is "contribution"
                && section.Form is not SectionForm.Contents
                && section.HasPeople
                && !section.IsPlaceholder
                && !section.IsEmpty
            )
            .Unless<Phrase>(Within.Lines(Below), (section, phrase) => phrase.Kind is "paper-contributions" && phrase.Place > section.Place)
            .Report(section => At(section, $"This section tells by names or initials who contributed what"));

    private const int Below = 6; // lines below the heading in which a paper’s contributions are announced
}
