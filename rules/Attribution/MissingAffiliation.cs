using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Names;
using PostLint.Profiles;

namespace PostLint.Rules.Attribution;

/// <summary>An author has no affiliation.</summary>
internal sealed class MissingAffiliation : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/missing-affiliation")
        {
            Summary = "An author has no affiliation",
            Why = "The camera-ready version names the authors with the place where they work.",
            Fix = "Add the affiliation beside the name, or “Independent”.",
            Needs = Completeness.WholePost,
            Severity = Severity.Warning,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationSource>(source => Lacking(source).Count > 0)
            .With<Edition>()
            .Report(source =>
                Lacking(source) is [var only]
                    ? At(only.Place, $"No affiliation is given for {only.Written}")
                    : At(
                        Lacking(source)[0].Place,
                        $"No affiliation is given for {Lacking(source)[0].Written} and {Lacking(source).Count - 1} more"
                    )
            );

    private static List<CitedAuthor> Lacking(CitationSource source) =>
        [.. source.Authors.Where(author => author.Standing is AuthorStanding.Named && author.Affiliation.Text.Length == 0)];
}
