using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Submissions;

namespace PostLint.Rules.Submission;

/// <summary>The principal contact is none of the listed authors.</summary>
internal sealed class UnlistedContact : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("submission/unlisted-contact")
        {
            Summary = "The principal contact is none of the listed authors",
            Why = "Either the list of authors or the contact is wrong.",
            Fix = "Ask who wrote the post.",
            Severity = Severity.Note,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<PrincipalContact>(form => form.Contact is FormContact.Other)
            .Report(form => At(form, $"The principal contact is none of the authors whom the form lists"));
}
