using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Rules.Identity;

/// <summary>The readable part of an anonymous link names somebody.</summary>
public sealed class AnonymousHostName : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("identity/anonymous-host-name")
    {
        Summary = "The readable part of an anonymous link names somebody",
        Why = "Anonymising hosts hide the owner, not the name that was chosen for the link.",
        Fix = "Make a new link with a name that tells nothing.",
        Severity = Severity.Warning,
    };

    /// <inheritdoc/>
    public override Pattern Pattern => When<WebLink>(link => link.Kind is "anonymous" && link.Project.Text.Length > 4)
        .And<AuthorEntry>((link, author) => author.Standing is AuthorStanding.Named && AccountNames.IsOf(link.Project.Text, author.Name.Text))
        .Report((link, author) => At(link, $"The name in {link.Address} is like {author.Name} in the author list", link.Address.Text));
}
