using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Acknowledgment;

/// <summary>A sentence tells who paid for the work.</summary>
internal sealed class Funding : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/funding")
        {
            Summary = "A sentence tells who paid for the work",
            Why = "Public records list grants with the people who hold them.",
            Fix = "Take the sentence out and bring it back for the camera-ready version.",
            CodeFix = CodeFixes.DropSentence,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind is "funding.act" && !phrase.IsQuoted && Thanks.IsText(phrase))
            .And<Phrase>(Within.Sentence, (act, subject) => subject.Kind is "funding.subject" && subject.Place.Start <= act.Place.Start)
            .And<Phrase>(Within.Sentence, (act, subject, body) =>
                body.Kind is "funding.body" or "funding.grant" && body.Place.Span.End > act.Place.Span.End
            )
            .Report((act, subject, body) => At(act, $"{act.Quoted} tells who paid for the work ({body.Quoted})", "funding"));
}
