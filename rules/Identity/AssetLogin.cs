using PostLint.Engine;
using PostLint.Facts.Assets;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of a file show a login.</summary>
internal sealed class AssetLogin : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-login")
        {
            Summary = "The metadata of a file show a login or first name",
            Why =
                "Where programs name the maker of a file they write the account of whoever is signed in, which is often made "
                + "of the real name.",
            Fix = "Remove the metadata, for instance with postlint fix, or export the file again without it.",
            CodeFix = CodeFixes.CleanMetadata,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetField>(named => named.Kind is AssetValue.Login)
            .Report(named => At(named, $"{named.Name} shows the name {named.Value}", named.Value.Text.ToUpperInvariant()));
}
