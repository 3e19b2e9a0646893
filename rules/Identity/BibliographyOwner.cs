using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A bibliography names its keeper.</summary>
internal sealed class BibliographyOwner : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/bibliography-owner")
        {
            Summary = "A bibliography names its keeper",
            Why = "Reference managers write who entered a reference into it.",
            Fix = "Drop the field when you export the bibliography.",
            CodeFix = CodeFixes.DropFields,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<PrivateField>(entry => entry.IsOwner)
            .Report(entry => At(entry, $"The field {new Neutral(entry.Name)} names {entry.Value}", entry.Value.Text));
}
