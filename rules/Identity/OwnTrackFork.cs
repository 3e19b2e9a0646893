using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A link to the copy of the track’s repository from which the submission was made.</summary>
/// <param name="Link">The link.</param>
/// <param name="Place">The link.</param>
internal sealed record TrackForkFact(WebLink Link, Place Place) : Fact(Place);

/// <summary>
/// Concludes that a copy of the track’s repository is the authors’: by its name, or by the post or assets that lie there.
/// </summary>
internal sealed class OwnTrackFork : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-track-fork")
        {
            Summary = "A copy of the track’s repository is the authors’",
            Why = "A copy in which this post or its assets lie is the one in which the submission was prepared.",
            Fix = "See the links that are reported.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(TrackRepository.IsPrivate)
            .With<FileEntry>((link, file) => TrackRepository.IsNamedOutright(link) || IsOfSubmission(link, file))
            .Conclude(link => new TrackForkFact(link, link.Place));

    private static bool IsOfSubmission(WebLink link, FileEntry file) =>
        TrackRepository.HoldsPost(link, file)
        || (TrackRepository.IsNamed(link) && TrackRepository.ShowsAsset(link) && TrackRepository.IsOfYear(link, file));
}
