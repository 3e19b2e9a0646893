using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Scope;

/// <summary>Concludes that a post is about a work that its title or description names.</summary>
internal sealed class PaperInTitle : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/paper-in-title")
        {
            Summary = "The post’s title or description names a work",
            Why = "What a post is about, its title, description or headings name.",
            Fix = "See the findings about the discussed paper.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<FrontMatterField>(line => line.IsScalar && line.Key is "title" or "description" or "abstract" or "subtitle")
            .And<Publication>((line, work) => Titles.IsNamed(work.Title.Text, line.Value.Text))
            .Conclude((_, work) => new DiscussedPaperFact(work.Key, work.Place));
}
