using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Rules.Identity;

/// <summary>A telephone number stands in the submission.</summary>
public sealed class Phone : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/phone")
        {
            Summary = "A telephone number stands in the submission",
            Why = "A number leads to a person.",
            Fix = "Delete it.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Trace>(trace => trace.Kind is TraceKind.Phone && trace.Place.Channel is not (Channel.BibliographyField or Channel.Code))
            .Report(trace => At(trace, $"The telephone number {trace.Value} stands here", trace.Value.Text));
}
