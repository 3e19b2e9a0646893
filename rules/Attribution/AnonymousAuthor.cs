using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Rules.Attribution;

/// <summary>The author list still names nobody.</summary>
public sealed class AnonymousAuthor : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("attribution/anonymous-author")
    {
        Summary = "The author list still names nobody",
        Why = "The page and its citation are made from this list, and would credit “Anonymous” or the template’s people.",
        Fix = "Put the real names and affiliations back into the author list.",
        Severity = Severity.Error,
        Phases = [Phase.CameraReady],
    };

    /// <inheritdoc/>
    public override Pattern Pattern => WhenEach<AuthorEntry>(by: entry => entry.List, where: entry => entry.Origin is not AuthorOrigin.Comment && entry.Standing is not AuthorStanding.Named)
        .Report(list => list[0].Standing is AuthorStanding.Anonymous ? At(list[0], $"The author list still says Anonymous") : At(list[0], $"The author list holds “{list[0].Name}”, which stands for nobody"));
}
