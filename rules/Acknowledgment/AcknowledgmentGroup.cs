using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Acknowledgment;

/// <summary>A sentence thanks a group or institution.</summary>
internal sealed class AcknowledgmentGroup : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/group")
        {
            Summary = "A sentence thanks a group or institution",
            Why = "The group that helped with a post is usually the one its authors belong to.",
            Fix = "Take the sentence out and bring it back for the camera-ready version.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind is "thanks.act" && !phrase.IsQuoted && Thanks.IsText(phrase))
            .With<NameMention>(Within.Sentence, (act, name) => name.Kind is NameKind.Organisation && name.Place.Start > act.Place.Start)
            .Unless<NameMention>(Within.Sentence, (act, name) => name.Kind is NameKind.Person && name.Place.Start > act.Place.Start)
            .Gather<Phrase>(Within.Sentence)
            .Where((act, clues) => Thanks.Score(act, clues) >= 2)
            .Report((act, clues) => At(act, $"This sentence thanks a group or institution by name ({act.Quoted})", "thanks"));
}
