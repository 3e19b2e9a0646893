using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Attribution;

/// <summary>An entry of the author list has no name.</summary>
internal sealed class NamelessAuthor : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/nameless-author")
        {
            Summary = "An entry of the author list has no name",
            Why =
                "The layout takes each entry for an author of its own, and would cite one without a name; often a dash "
                + "stands where none belongs.",
            Fix = "Give the entry a name, or take the dash away if it continues the author above.",
            Severity = Severity.Error,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationSource>(source => source.Nameless.Count > 0)
            .With<Edition>()
            .Report(source => At(source.Nameless[0], $"This entry of the author list has no name"));
}
