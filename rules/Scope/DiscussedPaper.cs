using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Scope;

/// <summary>The work that a post is about.</summary>
/// <param name="Key">The entry's key.</param>
/// <param name="Place">The entry.</param>
internal sealed record DiscussedPaperFact(Sensitive Key, Place Place) : Fact(Place);

/// <summary>Concludes which work a post is about: the one that it cites at least three times, and twice as often as any other.</summary>
internal sealed class DiscussedPaper : Rule
{
    private const int Fewest = 3;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/discussed-paper")
        {
            Summary = "A post is about a paper",
            Why = "Calls ask for posts about papers of their venue.",
            Fix = "See the findings about the discussed paper.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationCount>(work => work.Times >= Fewest)
            .Unless<CitationCount>((work, other) => other.Key != work.Key && other.Times * 2 > work.Times)
            .Conclude(work => new DiscussedPaperFact(work.Key, work.Place));
}
