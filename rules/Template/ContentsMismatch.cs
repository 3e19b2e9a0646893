using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>The table of contents names a heading that is not there.</summary>
internal sealed class ContentsMismatch : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/contents-mismatch")
        {
            Summary = "The table of contents names a heading that is not there",
            Why = "An entry leads to the heading of just that name; where there is none, readers who follow it stay where they are.",
            Fix = "Copy the name of the heading into the entry, word for word, or take the entry out.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.WholePost,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<ContentsDifference>(difference => difference.Fault is ContentsFault.NoHeading)
            .Report(difference =>
                At(difference, $"No heading is called {difference.Name}; this entry of the table of contents leads nowhere", "contents")
            );
}
