using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Submissions;

namespace PostLint.Rules.Submission;

/// <summary>The principal contact does not join the reviewers.</summary>
internal sealed class NoReviewer : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("submission/no-reviewer")
        {
            Summary = "The principal contact does not join the reviewers",
            Why = "Calls that ask for it count on one reviewer from each submission.",
            Fix = "Ask the principal contact, where the call asks for it.",
            Severity = Severity.Note,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<ReviewerOffer>(offer => offer.Answer is not FormAnswer.Yes)
            .Report(form => At(form, $"The form does not say that the principal contact joins the reviewers"));
}
