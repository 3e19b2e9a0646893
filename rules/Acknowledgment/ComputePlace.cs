using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Acknowledgment;

/// <summary>A sentence tells where the machines stand that computed.</summary>
internal sealed class ComputePlace : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/compute-place")
        {
            Summary = "A sentence tells where the machines stand",
            Why = "A computing centre serves the institutions of its town or country.",
            Fix = "Say which hardware was used, not where it stands.",
            CodeFix = CodeFixes.DropSentence,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind is "compute" && !phrase.IsQuoted && Thanks.IsText(phrase))
            .With<Phrase>(Within.Sentence, (act, place) => place.Kind is "compute.place" && place.Place.Start > act.Place.Start)
            .Unless<NameMention>(Within.Sentence, (act, name) => name.Kind is NameKind.Organisation)
            .Report(act => At(act, $"{act.Quoted} credits a computing centre of some place", "compute"));
}
