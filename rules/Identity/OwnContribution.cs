using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The authors tell what they gave to others’ software, or what of their own is public.</summary>
internal sealed class OwnContribution : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-contribution")
        {
            Summary = "The authors tell what they contributed to public software",
            Why = "A pull request, commit, branch or release shows the account of whoever made it.",
            Fix = "Tell it in the third person, or leave it out until the camera-ready version.",
            Severity = Severity.Warning,
            CodeFix = CodeFixes.DropClause,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(IsClaim)
            .Unless<Phrase>(Within.Sentence, IsOfOthers)
            .Report(phrase => At(phrase, $"{phrase.Quoted} tells of a contribution; anybody can look up whose account made it"));

    private static bool IsOfOthers(Phrase phrase, Phrase other) =>
        other.Kind is "placeholder" or "others" && !other.Place.Span.Overlaps(phrase.Place.Span);

    private static bool IsClaim(Phrase phrase) =>
        phrase.Kind is "own-contribution"
        && !phrase.IsQuoted
        && phrase.Place.Context is not (TextContext.Code or TextContext.BibliographyField or TextContext.Attribute);
}
