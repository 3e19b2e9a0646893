using PostLint.Engine;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>A link has no target.</summary>
internal sealed class EmptyLink : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/empty-link")
        {
            Summary = "A link has no target",
            Why = "Readers who follow it stay where they are.",
            Fix = "Fill in the address, or take the link out; for code that would reveal you, link an anonymous copy.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern => When<Facts.EmptyLink>().Report(link => At(link, $"This link leads nowhere yet", "empty link"));
}
