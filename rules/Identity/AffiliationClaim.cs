using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The authors name their institution.</summary>
internal sealed class AffiliationClaim : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/affiliation-claim")
        {
            Summary = "The authors name their institution",
            Why = "With the topic of the post, an institution or a named colleague leaves few candidates.",
            Fix = "Leave the name out.",
            Severity = Severity.Error,
            CodeFix = CodeFixes.DropClause,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is "affiliation"
                && !phrase.IsQuoted
                && phrase.Place.Context is not (TextContext.Code or TextContext.BibliographyField or TextContext.Attribute)
            )
            .Unless<Phrase>(Within.Sentence, (phrase, other) => other.Kind is "placeholder")
            .Report(phrase =>
                At(
                    phrase,
                    $"{phrase.Quoted} tells where the authors work or study, or with whom",
                    $"{phrase.Place.Block}/{phrase.Place.Sentence}"
                )
            );
}
