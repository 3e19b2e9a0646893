using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>Concludes that a name in a comment is that of an account.</summary>
internal sealed class ConfirmedByAccount : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/confirmed-by-account")
        {
            Summary = "A name in a comment is that of an account that is linked",
            Why = "Who remarks on the post and owns what it links is an author.",
            Fix = "See the comments that are reported.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CommentedName>().With<WebLink>(IsOf).Conclude(name => new ConfirmedCommenter(name.Name, name.Place));

    private static bool IsOf(CommentedName name, WebLink link) =>
        link.HasAccount
        && !WellKnown.Accounts.Contains(link.Account.Text)
        && (
            AccountNames.IsOf(link.Account.Text, name.Name.Text)
            || AccountNames.IsLike(AccountNames.LettersOf(link.Account.Text), AccountNames.LettersOf(name.Name.Text.Split(' ')[0]))
        );
}
