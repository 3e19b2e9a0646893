using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A bibliography holds private fields.</summary>
internal sealed class BibliographyPrivateField : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/bibliography-private-field")
        {
            Summary = "A bibliography holds private fields",
            Why = "Fields such as file, groups and note describe the person who keeps the bibliography; citations do not need them.",
            Fix = "Drop these fields when you export the bibliography.",
            CodeFix = CodeFixes.DropFields,
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<PrivateField>(by: entry => entry.Place.File, where: entry => !entry.IsOwner)
            .Report(fields =>
                At(
                    fields[0],
                    $"This bibliography holds private fields of a reference manager ({fields.Count}, the first is "
                        + $"{new Quoted(fields[0].Name)})"
                )
            );
}
