using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Scope;

/// <summary>Concludes that a post is about the work that it cites first, if it cites no other more often.</summary>
internal sealed class PaperCitedFirst : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/paper-cited-first")
        {
            Summary = "The work that the post cites first is also the one that it cites most",
            Why = "What a post is about, it names early and often.",
            Fix = "See the findings about the discussed paper.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitedKey>(cited => cited.IsFirst)
            .And<CitationCount>(cited => cited.Key, work => work.Key, (_, work) => work.Times >= 2)
            .Unless<CitationCount>((_, work, other) => other.Key != work.Key && other.Times >= work.Times)
            .Conclude((_, work) => new DiscussedPaperFact(work.Key, work.Place));
}
