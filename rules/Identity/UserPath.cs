using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A path shows a user name.</summary>
internal sealed class UserPath : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/user-path")
        {
            Summary = "A path shows a user name",
            Why = "The name of a home directory is the account of whoever wrote the file, often the real name.",
            Fix = "Make the path relative, or replace the user name by “user”; in a bibliography, drop the field.",
            CodeFix = CodeFixes.HideUser,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier => identifier.Kind is IdentifierKind.HomePath && identifier.Place.Context is not TextContext.Metadata)
            .Report(identifier =>
                At(identifier, $"This path shows the user name {identifier.Value}", identifier.Value.Text.ToUpperInvariant())
            );
}
