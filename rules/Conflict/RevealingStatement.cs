using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Conflict;

/// <summary>A declaration of conflicts tells works or places of the authors.</summary>
internal sealed class RevealingStatement : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/revealing-statement")
        {
            Summary = "A declaration of conflicts names the authors’ own works, institution or colleagues",
            Why = "Works that the authors wrote, and the laboratory they belong to, name them.",
            Fix = "Take the declaration out of the post and make it in the submission form.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is "conflict.tie"
                && !phrase.IsQuoted
                && phrase.Place.Context is not (TextContext.Code or TextContext.Attribute or TextContext.BibliographyField)
            )
            .With<Phrase>(Within.Block, (tie, other) =>
                other.Kind is "conflict.declared" && !other.IsQuoted && other.Place.Context == tie.Place.Context
            )
            .Report(tie => At(tie, $"Beside a declaration of conflicts, {tie.Quoted} ties the authors to a work or place", "revealing"));
}
