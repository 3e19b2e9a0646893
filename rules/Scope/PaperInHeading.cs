using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Scope;

/// <summary>Concludes that a post is about a work that one of its first headings names.</summary>
internal sealed class PaperInHeading : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/paper-in-heading")
        {
            Summary = "One of the post’s upper headings names a work",
            Why = "What a post is about, its title, description or headings name.",
            Fix = "See the findings about the discussed paper.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Heading>(heading => heading.Level <= 2)
            .And<Publication>((heading, work) => Titles.IsNamed(work.Title.Text, heading.Text.Text))
            .Conclude((_, work) => new DiscussedPaperFact(work.Key, work.Place));
}
