using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post has the headings of a review form.</summary>
internal sealed class ReviewHeading : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/review-heading")
        {
            Summary = "The post has the headings of a review form",
            Why =
                "Strengths, weaknesses, soundness and questions for the authors are how referees answer a form; the track "
                + "wants no reviews.",
            Fix = "Order the text by what readers learn, and leave the form out.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<Section>(by: section => section.Place.File, where: IsFormHeading)
            .Where(headings => Weight(headings) >= Review.Enough)
            .Report(headings =>
                At(
                    headings[0],
                    $"{headings.Select(heading => heading.Place.Line).Distinct().Count()} headings of a review form, from here on"
                )
            );

    private static bool IsFormHeading(Section section) =>
        section.IsWhole && section.Form is not SectionForm.Contents && section.Kind is "review-pair" or "review-criterion" or "review-form";

    /// <summary>
    /// Strengths and weaknesses, which any comparison may have, are one sign together, and so are the criteria;
    /// each heading that only a form has is one.
    /// </summary>
    private static int Weight(Group<Section> headings) =>
        headings.Where(heading => heading.Kind is "review-form").DistinctBy(heading => heading.Place.Line).Count()
        + (headings.Any(heading => heading.Kind is "review-pair") ? 1 : 0)
        + (headings.Count(heading => heading.Kind is "review-criterion") > 1 ? 1 : 0);
}
