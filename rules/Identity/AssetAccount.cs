using PostLint.Engine;
using PostLint.Facts.Assets;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of a file hold the id of an account.</summary>
internal sealed class AssetAccount : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-account")
        {
            Summary = "The metadata of a file hold the id of an account",
            Why =
                "A design tool writes the id of the account that exported a file; it leads to its owner for those who share "
                + "a team with them, and links all files of that account.",
            Fix = "Remove the metadata, for instance with postlint fix, or export the file again without it.",
            CodeFix = CodeFixes.CleanMetadata,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetField>(named => named.Kind is AssetValue.Account)
            .Report(named => At(named, $"{named.Name} holds the account id {named.Value}", named.Value.Text.ToUpperInvariant()));
}
