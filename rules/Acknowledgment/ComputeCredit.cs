using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Acknowledgment;

/// <summary>A sentence credits computing resources.</summary>
internal sealed class ComputeCredit : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/compute-credit")
        {
            Summary = "A sentence credits computing resources",
            Why = "Clusters and grants of computing time belong to institutions.",
            Fix = "Say which hardware was used, not whose it is.",
            CodeFix = CodeFixes.DropSentence,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind is "compute" && !phrase.IsQuoted && Thanks.IsText(phrase))
            .With<NameMention>(Within.Sentence, (act, name) => name.Kind is NameKind.Organisation && name.Place.Span.End > act.Place.Start)
            .With<Phrase>(Within.Sentence, (act, subject) => subject.Kind is "thanks.subject" or "thanks.act")
            .Report(act => At(act, $"{act.Quoted} credits an institution for computing", "compute"));
}
