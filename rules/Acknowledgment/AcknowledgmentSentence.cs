using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixing;
using PostLint.Syntax;

namespace PostLint.Rules.Acknowledgment;

/// <summary>A sentence thanks somebody by name.</summary>
public sealed class AcknowledgmentSentence : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/sentence")
        {
            Summary = "A sentence thanks somebody by name",
            Why = "Who is thanked for helping with the post knows its authors, and is known to.",
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
            .Report((act, name, clues) => At(act, $"{act.Quoted} thanks {name.Name}", "thanks"));
}
