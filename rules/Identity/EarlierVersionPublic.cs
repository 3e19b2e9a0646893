using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The post says that a version of it is public.</summary>
internal sealed class EarlierVersionPublic : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/earlier-version-public")
        {
            Summary = "The post says that a version of it is public",
            Why = "The public version names its authors, and one search finds it.",
            Fix = "Leave the remark out until the camera-ready version.",
            Severity = Severity.Error,
            CodeFix = CodeFixes.DropClause,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(IsClaim)
            .Unless<Phrase>(Within.Sentence, IsOfOthers)
            .Unless<WebLink>(Within.Sentence, (phrase, link) => link.Kind is "anonymous")
            .Report(phrase => At(phrase, $"{phrase.Quoted} says that a version of this post is public under its authors’ names"));

    private static bool IsClaim(Phrase phrase) =>
        phrase.Kind is "earlier-version.public"
        && !phrase.IsQuoted
        && phrase.Place.Context is not (TextContext.Code or TextContext.BibliographyField or TextContext.Attribute);

    private static bool IsOfOthers(Phrase phrase, Phrase other) =>
        other.Kind is "placeholder" or "others" && !other.Place.Span.Overlaps(phrase.Place.Span);
}
