using PostLint.Engine;
using PostLint.Facts.Assets;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The tags of a recording name who is heard.</summary>
internal sealed class AssetPerformer : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-performer")
        {
            Summary = "The tags of a recording name who is heard",
            Why = "The speaker of a recording made for the post is likely one of its authors.",
            Fix = "If the recording is your own, remove its tags; keep them if it was taken from somebody else, and say so in the post.",
            CodeFix = CodeFixes.CleanMetadata,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetField>(named => named.Kind is AssetValue.Performer)
            .Report(named => At(named, $"{named.Name} names {named.Value}", named.Value.Text.ToUpperInvariant()));
}
