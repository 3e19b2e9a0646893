using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Scope;

/// <summary>How often the post cites a work.</summary>
/// <param name="Key">The entry's key.</param>
/// <param name="Times">The number of citations.</param>
/// <param name="Place">The entry.</param>
internal sealed record CitationCount(Sensitive Key, int Times, Place Place) : Fact(Place);

/// <summary>Concludes how often each work is cited.</summary>
internal sealed class CitedOften : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/cited-often")
        {
            Summary = "A work is cited again and again",
            Why = "What a post is about, it cites most.",
            Fix = "See the findings about the discussed paper.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Publication>()
            .Gather<CitedKey>(work => work.Key, cited => cited.Key)
            .Where((work, citations) => citations.Count > 0)
            .Conclude((work, citations) => new CitationCount(work.Key, citations.Count, work.Place));
}
