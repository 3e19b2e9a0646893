using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Submissions;

namespace PostLint.Rules.Submission;

/// <summary>The form names no principal contact.</summary>
internal sealed class MissingContact : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("submission/missing-contact")
        {
            Summary = "The form names no principal contact",
            Why = "Questions of the chairs, and the invitation to review, go to the principal contact.",
            Fix = "Ask the authors.",
            Severity = Severity.Warning,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<PrincipalContact>(form => form.Contact is FormContact.Missing)
            .Report(form => At(form, $"The form’s field for the principal contact is empty"));
}
