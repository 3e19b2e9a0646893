using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A link leads to a page of one of the authors.</summary>
internal sealed class RosterUrl : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-url")
        {
            Summary = "A link leads to a page of one of the authors",
            Why = "The roster lists the page as theirs.",
            Fix = "Take the link out, or replace it by an anonymous copy.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link => link.Use is not LinkUse.Reference)
            .And<RosterPage>((link, page) => page.Holds(link.Address.Text))
            .Report((link, page) => At(link, $"{link.Address} is a page of one of the authors", link.Address.Text.ToUpperInvariant()));
}
