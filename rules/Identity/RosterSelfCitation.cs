using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>Works of the authors are cited.</summary>
internal sealed class RosterSelfCitation : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-self-citation")
        {
            Summary = "Works of the authors are cited",
            Why = "That is allowed, and says little: four in ten posts do. The number helps to judge the rest.",
            Fix = "Nothing, as long as the works are cited in the third person.",
            Severity = Severity.Note,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<RosterWork>(by: work => work.Place.File)
            .Report(works => At(works[0], $"Works of the bibliography by authors of this post: {works.Count}"));
}
