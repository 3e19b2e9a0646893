using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Conflict;

/// <summary>A conflict of interest is declared, and nothing shows it.</summary>
internal sealed class DeclaredWithoutEvidence : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/declared-without-evidence")
        {
            Summary = "A conflict of interest is declared, and nothing shows it",
            Why = "The bibliography does not show what it is; it may be one of institutions, or with a paper that is only linked.",
            Fix = "Ask the authors which paper it concerns.",
            Severity = Severity.Note,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<DeclaredConflict>(declared => declared.Answer is FormAnswer.Yes)
            .Unless<RosterConflictFact>()
            .Report(declared => At(declared, $"A conflict of interest is declared, and the bibliography shows none"));
}
