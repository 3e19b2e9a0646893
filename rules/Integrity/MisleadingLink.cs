using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Rules.Integrity;

/// <summary>A link shows the address of one host and leads to another.</summary>
internal sealed class MisleadingLink : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("integrity/misleading-link")
        {
            Summary = "A link shows the address of one host and leads to another",
            Why = "Readers believe the address that they see.",
            Fix = "Show the address that the link leads to, or words instead of an address.",
            Severity = Severity.Warning,
            Phases = [Phase.Submission, Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<ForeignLabel>()
            .Report(link => At(link, $"The link shows {new Quoted(link.Shown.Text)} and leads to {new Quoted(link.Host.Text)}"));
}
