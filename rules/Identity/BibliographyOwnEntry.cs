using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A bibliography marks a work as its keeper’s own.</summary>
internal sealed class BibliographyOwnEntry : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/bibliography-own-entry")
        {
            Summary = "A bibliography marks a work as its keeper’s own",
            Why = "Themes of personal pages have a field for the owner’s papers; whoever wrote the marked one wrote the post.",
            Fix = "Drop the field when you export the bibliography.",
            CodeFix = CodeFixes.DropFields,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<OwnEntryMark>()
            .Report(mark => At(mark, $"The field {new Neutral(mark.Field)} marks this entry as a work of whoever keeps the bibliography"));
}
