using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A link leads to an account named like an author.</summary>
internal sealed class AuthorsAccount : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/authors-account")
        {
            Summary = "A link leads to an account named like an author",
            Why = "The account bears the name of somebody in the author list.",
            Fix = "Replace the link by an anonymous copy or leave it out.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link =>
                link.HasAccount
                && link.Account.Text.Length >= 5
                && link.Use is not LinkUse.Reference
                && link.Place.Context is not (TextContext.FrontMatter or TextContext.FrontMatterComment)
            )
            .And<AuthorEntry>(
                (link, author) => author.Standing is AuthorStanding.Named && AccountNames.IsOf(link.Account.Text, author.Name.Text)
            )
            .Unless<OwnAccountFact>((link, author) => link.AccountKey, own => own.Account)
            .Report(
                (link, author) =>
                    At(
                        link,
                        $"The account of {MessageParts.Target(link)} is named like {author.Name} in the author list",
                        link.AccountKey.Text
                    )
            );
}
