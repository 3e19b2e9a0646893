using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Rules.Submission;

/// <summary>The front matter cannot be read.</summary>
internal sealed class BrokenFrontMatter : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("submission/broken-front-matter")
        {
            Summary = "The front matter cannot be read",
            Why = "Jekyll leaves out or misreads a post whose front matter is broken; PostLint read it line by line instead.",
            Fix = "Fix the line that is shown.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Defect>(defect =>
                defect.Kind is SyntaxProblemKind.UnclosedFrontMatter or SyntaxProblemKind.InvalidYaml or SyntaxProblemKind.DuplicateKey
            )
            .Report(defect => At(defect, $"The front matter is broken: {new Quoted(defect.Detail)}"));
}
