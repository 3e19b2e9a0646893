using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The discussed paper appeared before the year that this edition prefers.</summary>
internal sealed class OlderPaper : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/older-paper")
        {
            Summary = "The discussed paper appeared before the year that this edition prefers",
            Why = "This edition of the call welcomes above all posts about papers of the year before.",
            Fix = "Nothing needs to be done; the call prefers newer papers and takes older ones.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.Subject is SubjectPolicy.VenuePaper)
            .And<DiscussedPaperFact>()
            .And<Publication>(
                (edition, paper) => paper.Key,
                work => work.Key,
                (edition, _, work) => work.AtIclr is Proof.Proven && work.Year > 0 && work.Year < edition.Year - 1
            )
            .Report(
                (edition, _, work) =>
                    At(work, $"The discussed paper appeared at ICLR {work.Year}; the call prefers those of {edition.Year - 1}")
            );
}
