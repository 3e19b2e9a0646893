using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The institution of one of the authors stands in a comment.</summary>
internal sealed class RosterAffiliation : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-affiliation")
        {
            Summary = "The institution of one of the authors stands in a comment",
            Why = "In a comment an institution is mostly the writer’s own, and the roster says that it is.",
            Fix = "Take it out.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<RosterInstitution>(institution =>
                institution.Place.Context
                    is TextContext.HtmlComment
                        or TextContext.MarkdownComment
                        or TextContext.LiquidComment
                        or TextContext.FrontMatterComment
            )
            .Report(institution =>
                At(institution, $"{institution.Name} is an institution of one of the authors", institution.Name.Text.ToUpperInvariant())
            );
}
