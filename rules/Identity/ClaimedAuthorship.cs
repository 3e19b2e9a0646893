using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The authors say that they wrote a paper they discuss.</summary>
internal sealed class ClaimedAuthorship : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/claimed-authorship")
        {
            Summary = "The authors say that they wrote a paper they discuss",
            Why = "The paper names its authors.",
            Fix = "Leave the sentence out; declare the conflict where the call asks for it, not in the post.",
            Severity = Severity.Error,
            CodeFix = CodeFixes.DropClause,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is "authorship"
                && !phrase.IsQuoted
                && phrase.Place.Context is not (TextContext.Code or TextContext.Attribute or TextContext.BibliographyField)
            )
            .Unless<Phrase>(Within.Sentence, (phrase, other) => other.Kind is "others")
            .Report(phrase => At(phrase, $"{phrase.Quoted} says that the authors wrote a paper they discuss"));
}
