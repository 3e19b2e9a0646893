using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Acknowledgment;

/// <summary>A sentence thanks somebody by the given name.</summary>
internal sealed class AcknowledgmentHelper : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/helper")
        {
            Summary = "A sentence thanks somebody by the given name",
            Why = "People who read drafts know the authors; a given name and the topic are often enough to find both.",
            Fix = "Take the sentence out and bring it back for the camera-ready version.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind is "thanks.helper" && !phrase.IsQuoted && Thanks.IsText(phrase))
            .Unless<NameMention>(Within.Sentence, (_, name) => name.Kind is NameKind.Person)
            .Report(phrase => At(phrase, $"This sentence thanks a helper by the given name ({phrase.Quoted})", "thanks"));
}
