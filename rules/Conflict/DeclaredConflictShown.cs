using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Conflict;

/// <summary>A conflict of interest is declared, and the bibliography shows it.</summary>
internal sealed class DeclaredConflictShown : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/declared-conflict-shown")
        {
            Summary = "A conflict of interest is declared, and the bibliography shows it",
            Why = "Declaration and evidence agree.",
            Fix = "Nothing; choose reviewers accordingly.",
            Severity = Severity.Note,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<RosterConflictFact>()
            .With<DeclaredConflict>((_, declared) => declared.Answer is FormAnswer.Yes)
            .Report(conflict => At(conflict, $"{RosterConflicts.Of(conflict)}; a conflict is declared"));
}
