using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A user name of one of the authors stands in a path, log or asset.</summary>
internal sealed class RosterLogin : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-login")
        {
            Summary = "A user name of one of the authors stands in a path, log or asset",
            Why = "It is made of the name of an author, as logins are, or the roster lists it.",
            Fix = "Write the path without the home folder; clean the file.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier =>
                identifier.Kind
                    is IdentifierKind.HomePath
                        or IdentifierKind.ClusterPath
                        or IdentifierKind.ShellPrompt
                        or IdentifierKind.LoginLine
                        or IdentifierKind.HubAccount
                        or IdentifierKind.GitRemote
            )
            .And<RosterLoginFact>(
                identifier => RosterLoginFact.KeyOf(identifier.Value.Text),
                own => own.Key,
                (identifier, own) => own.Is(identifier.Value.Text)
            )
            .Report(
                (identifier, own) =>
                    At(identifier, $"{identifier.Value} is a user name of one of the authors", identifier.Value.Text.ToUpperInvariant())
            );
}
