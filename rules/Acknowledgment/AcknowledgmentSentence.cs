using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Acknowledgment;

/// <summary>A sentence thanks somebody by name.</summary>
internal sealed class AcknowledgmentSentence : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/sentence")
        {
            Summary = "A sentence thanks somebody by name",
            Why = "People who helped with a post know its authors; naming them points to who wrote it.",
            Fix = "Take the sentence out and bring it back for the camera-ready version.",
            CodeFix = CodeFixes.DropSentence,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind is "thanks.act" or "thanks.causal" && !phrase.IsQuoted && Thanks.IsText(phrase))
            .And<NameMention>(Within.Sentence, (act, name) => name.Kind is NameKind.Person && name.Place.Span.End > act.Place.Start)
            .Gather<Phrase>(Within.Sentence)
            .Where((act, name, clues) => Thanks.Score(act, clues) >= 2)
            .Report((act, name, clues) => At(act, $"This sentence thanks {name.Name}", "thanks"));
}
