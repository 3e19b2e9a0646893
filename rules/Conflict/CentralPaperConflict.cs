using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules.Scope;

namespace PostLint.Rules.Conflict;

/// <summary>An author of the post is close to an author of a paper that it cites often.</summary>
internal sealed class CentralPaperConflict : Rule
{
    private const int Fewest = 3; // citations, as for the discussed paper

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/central-paper-conflict")
        {
            Summary = "An author of the post is close to an author of a paper that it cites often",
            Why = "Posts discuss more than one paper; conflicts with the others count less, and help to choose reviewers.",
            Fix = "Choose reviewers accordingly.",
            Severity = Severity.Note,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationCount>(work => work.Times >= Fewest)
            .And<RelatedWork>(cited => cited.Key, work => work.Key, (cited, work) => work.Window is ConflictWindow.Inside)
            .Unless<DiscussedPaperFact>((cited, _, paper) => paper.Key == cited.Key)
            .Unless<DeclaredConflict>((_, _, declared) => declared.Answer is FormAnswer.Yes)
            .Report(
                (cited, work) =>
                    At(
                        work,
                        $"{work.Name}, an author of a paper that the post cites {cited.Times} times, {RosterConflicts.TextOf(work.Tie)}"
                    )
            );
}
