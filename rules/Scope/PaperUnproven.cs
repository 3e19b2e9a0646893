using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The edition asks for a paper of the venue, and no entry of the bibliography shows one.</summary>
internal sealed class PaperUnproven : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/paper-unproven")
        {
            Summary = "Nothing in the bibliography shows a paper published at ICLR",
            Why =
                "This edition of the call asks for a subject published at ICLR; whether an entry without a venue was "
                + "published there, nobody can tell from the post.",
            Fix = "Give the entry of the discussed paper its venue as published, not that of the preprint.",
            Needs = Completeness.AllTexts,
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<FrontMatterField>(title => title.Key is "title")
            .With<Edition>((_, edition) => edition.Subject is SubjectPolicy.VenueSubject or SubjectPolicy.VenuePaper)
            .With<BibliographyEntry>()
            .Unless<DiscussedPaperFact>()
            .Unless<BibliographyEntry>((_, entry) => Venues.ProvesIclr(entry))
            .Report(title =>
                At(
                    title,
                    $"No entry of the bibliography shows a paper published at ICLR: no venue, DBLP key or address of the "
                        + $"proceedings says so"
                )
            );
}
