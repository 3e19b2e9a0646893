using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Identity;

/// <summary>Concludes that a work is cited beside the mention of an account.</summary>
internal sealed class CitedBeside : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/cited-beside")
        {
            Summary = "A work is cited beside the mention of an account",
            Why = "What is linked beside a citation is as a rule the cited authors’ own.",
            Fix = "See the links that are reported.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Mention>(mention => AccountClueExtractor.Bears(mention.Link))
            .With<Citation>(Within.Sentence)
            .Conclude(mention => new AccountClue("cited-beside", mention, mention.Place));
}
