using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A sentence likely gives readers the authors’ own code, data or page.</summary>
internal sealed class LikelyOwnMaterial : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/likely-own-material")
        {
            Summary = "A sentence likely gives readers the authors’ own code, data or page",
            Why = "The link shows an account, and people who hand out what they made for a post write so; --why shows what was weighed.",
            Fix =
                "Link an anonymous copy, or leave the link out until the camera-ready version; if it is somebody else’s, say whose it is.",
            Severity = Severity.Warning,
            YieldsToOthers = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Statement>(statement => statement.Kind is "material" && statement.HasAccount)
            .Unless<Phrase>(Within.Sentence, (statement, phrase) => phrase.Kind is "others" or "placeholder")
            .Unless<OwnLinkFact>(statement => statement.Place.Sentence, own => own.Claim.Place.Sentence)
            .Weigh<StatementClue>(() => StatementWeights.Of("material"), Within.Sentence, (statement, clue) => clue.Kind == statement.Kind)
            .Report((statement, weight) => At(statement, $"What this sentence links is likely the authors’ own") with { Weight = weight });
}
