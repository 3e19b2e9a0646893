using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Attribution;

/// <summary>The author list still says Anonymous.</summary>
internal sealed class AnonymousAuthor : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/anonymous-author")
        {
            Summary = "The author list still says Anonymous",
            Why = "The page and its citation are made from this list, and would credit “Anonymous” or the template’s people.",
            Fix = "Put the real names and affiliations back into the author list.",
            Severity = Severity.Error,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationSource>(source => First(source) is not null)
            .Report(source =>
                First(source)!.Standing is AuthorStanding.Anonymous
                    ? At(First(source)!.Place, $"The author list still says Anonymous")
                    : At(First(source)!.Place, $"The author list holds “{First(source)!.Written}”, which stands for nobody")
            );

    private static CitedAuthor? First(CitationSource source) =>
        source.Authors.FirstOrDefault(author => author.Standing is not AuthorStanding.Named);
}
