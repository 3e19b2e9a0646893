using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The entry of the discussed paper does not say where the paper was published.</summary>
internal sealed class PaperWithoutVenue : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/paper-without-venue")
        {
            Summary = "The entry of the discussed paper does not say where the paper was published",
            Why =
                "This edition of the call asks for a subject published at ICLR; an address at OpenReview or arXiv does not "
                + "show that a paper was.",
            Fix = "Give the entry its venue as published, with its year, not that of the preprint.",
            Needs = Completeness.AllTexts,
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<DiscussedPaperFact>()
            .And<Publication>(paper => paper.Key, work => work.Key, (_, work) => work.AtIclr is Proof.Unknown)
            .With<Edition>((_, _, edition) => edition.Subject is SubjectPolicy.VenueSubject or SubjectPolicy.VenuePaper)
            .Unless<Publication>((_, _, other) => other.AtIclr is Proof.Proven)
            .Report((_, work) => At(work, $"The post is about this work, and its entry shows no venue{Preprint(work)}"));

    private static Neutral Preprint(Publication work) => new(work.Year > 0 ? $", only the year {work.Year}" : "");
}
