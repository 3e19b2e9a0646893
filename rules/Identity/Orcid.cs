using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Rules.Identity;

/// <summary>An ORCID stands in the submission.</summary>
public sealed class Orcid : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/orcid")
        {
            Summary = "An ORCID stands in the submission",
            Why = "An ORCID is the number of one researcher.",
            Fix = "Delete it.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Trace>(trace => trace.Kind is TraceKind.Orcid && trace.Place.Channel is not Channel.BibliographyField)
            .Report(trace => At(trace, $"The ORCID {trace.Value} belongs to one researcher", trace.Value.Text));
}
