using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Conflict;

/// <summary>A conflict of interest shows and is not declared.</summary>
internal sealed class UndeclaredConflict : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/undeclared-conflict")
        {
            Summary = "A conflict of interest shows and is not declared",
            Why =
                "The discussed paper is by an author of the post, or by somebody whom an author of the post wrote with "
                + "lately or works with. This is evidence to look at, not a verdict.",
            Fix = "Ask the authors; they may not know that it counts.",
            Needs = Completeness.WholePost,
            Severity = Severity.Warning,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<RosterConflictFact>()
            .Unless<DeclaredConflict>((_, declared) => declared.Answer is FormAnswer.Yes)
            .Gather<DeclaredConflict>()
            .Report((conflict, declared) => At(conflict, $"{RosterConflicts.Of(conflict)}; {RosterConflicts.Of(declared)}"));
}
