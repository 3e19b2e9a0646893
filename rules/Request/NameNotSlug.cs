using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The name of the post is none that the track's filter finds.</summary>
internal sealed class NameNotSlug : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/name-not-slug")
        {
            Summary = "The name of the post holds characters that the track’s filter drops",
            Why =
                "The filter turns the request’s title into small letters, digits and single hyphens, and looks for a "
                + "post of that name; one with capitals, underscores, spaces or dots is not found, and the request is "
                + "closed.",
            Fix = "Rename the post, its folders and its bibliography to the name that the message shows, and the request likewise.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.AllowedPaths.Count > 0)
            .And<Facts.Request>()
            .And<ChangedPath>(
                (_, request, changed) =>
                    changed.IsPost
                    && (changed.Change is FileChange.Added || SitePaths.SlugOf(changed.Path) == request.Slug)
                    && SitePaths.SlugOf(changed.Path) is var name
                    && SitePaths.SluggedOf(name) != name
            )
            .Report(
                (_, _, changed) =>
                    At(
                        changed,
                        $"“{new Quoted(SitePaths.SlugOf(changed.Path))}” holds {Odd(SitePaths.SlugOf(changed.Path))}; the track’s "
                            + $"filter looks for “{new Quoted(SitePaths.SluggedOf(SitePaths.SlugOf(changed.Path)))}”"
                    )
            );

    /// <summary>What a slug has not, in words.</summary>
    private static Neutral Odd(string name)
    {
        var kinds = new List<string>();
        void Add(bool isThere, string kind)
        {
            if (isThere)
                kinds.Add(kind);
        }
        Add(name.Any(char.IsAsciiLetterUpper), "capitals");
        Add(name.Contains('_', StringComparison.Ordinal), "underscores");
        Add(name.Contains(' ', StringComparison.Ordinal), "blanks");
        Add(name.Contains('.', StringComparison.Ordinal), "dots");
        Add(name.Any(c => !char.IsAscii(c)), "letters beyond a to z");
        Add(name.Any(c => char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c is not ('_' or ' ' or '.' or '-')), "other marks");
        Add(name.Contains("--", StringComparison.Ordinal) || name.EndsWith('-') || name.StartsWith('-'), "hyphens that join nothing");
        return new(kinds.Count == 1 ? kinds[0] : $"{string.Join(", ", kinds[..^1])} and {kinds[^1]}");
    }
}
