using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Conflict;

/// <summary>The question about conflicts of interest is not answered.</summary>
internal sealed class MissingDeclaration : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/missing-declaration")
        {
            Summary = "The question about conflicts of interest is not answered",
            Why = "The form asks for it, and reviewers are chosen by the answer.",
            Fix = "Ask the authors.",
            Severity = Severity.Warning,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<DeclaredConflict>(declared => declared.Answer is FormAnswer.None)
            .Report(declared => At(declared, $"The form’s question about conflicts of interest is not answered"));
}
