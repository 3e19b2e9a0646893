using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A path shows a user or group of a cluster.</summary>
internal sealed class ClusterPath : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/cluster-path")
        {
            Summary = "A path shows a user or group of a cluster",
            Why = "Directories on a cluster are named after accounts or groups.",
            Fix = "Make the path relative, or replace the name.",
            CodeFix = CodeFixes.HideUser,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier =>
                identifier.Kind is IdentifierKind.ClusterPath && identifier.Place.Context is not TextContext.Metadata
            )
            .Report(identifier =>
                At(
                    identifier,
                    $"This path on a cluster shows the account or group {identifier.Value}",
                    identifier.Value.Text.ToUpperInvariant()
                )
            );
}
