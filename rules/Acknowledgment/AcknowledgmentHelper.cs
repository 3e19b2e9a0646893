using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Acknowledgment;

/// <summary>A sentence thanks somebody by the given name.</summary>
public sealed class AcknowledgmentHelper : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/helper")
        {
            Summary = "A sentence thanks somebody by the given name",
            Why = "Who reads drafts knows the authors, and a given name with a topic is often enough to find both.",
            Fix = "Take the sentence out and bring it back for the camera-ready version.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind is "thanks.helper" && !phrase.IsQuoted && Thanks.IsText(phrase))
            .Unless<NameMention>(Within.Sentence, (_, name) => name.Kind is NameKind.Person)
            .Report(phrase => At(phrase, $"{phrase.Quoted} thanks a helper", "thanks"));
}
