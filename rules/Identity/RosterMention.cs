using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>An account or page of one of the authors stands in the text.</summary>
internal sealed class RosterMention : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-mention")
        {
            Summary = "An account or page of one of the authors stands in the text",
            Why =
                "The roster lists the account or page, and it stands whole where accounts and addresses stand: after an @, a "
                + "slash or a tilde.",
            Fix = "Take it out.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<RosterMentionFact>()
            .Unless<WebLink>(
                (mention, link) =>
                    (link.HasAccount || mention.Name.Text.Contains('.', StringComparison.Ordinal))
                    && link.Place.File == mention.Place.File
                    && link.Place.Span.Overlaps(mention.Place.Span)
            )
            .Unless<Identifier>(
                (mention, identifier) => identifier.Place.File == mention.Place.File && identifier.Place.Span.Overlaps(mention.Place.Span)
            )
            .Report(mention =>
                At(mention, $"{mention.Name} is an account or page of one of the authors", mention.Name.Text.ToUpperInvariant())
            );
}
