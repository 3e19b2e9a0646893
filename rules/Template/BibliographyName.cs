using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Rules.Template;

/// <summary>The bibliography is not named like the post.</summary>
internal sealed class BibliographyName : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/bibliography-name")
        {
            Summary = "The bibliography that the front matter names is not named like the post",
            Why = "The layout reads citations from the file that is named here, and the track takes only one that is named like the post.",
            Fix =
                "Give the bibliography the post’s name with .bib, in the folder of bibliographies, and write that "
                + "name into the front matter.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.Layout is "distill")
            .And<FileEntry>((_, file) => file.Role is FileRole.Post && SitePaths.DateOf(file.SitePath).Length > 0)
            .And<FrontMatterField>(
                (_, file, value) =>
                    value.Key is "bibliography"
                    && value.IsScalar
                    && value.Value.Text.Length > 0
                    && !value.Value.Text.Equals(SitePaths.SlugOf(file.SitePath) + ".bib", StringComparison.OrdinalIgnoreCase)
            )
            .Report(
                (_, file, value) =>
                    At(
                        value,
                        $"{new Quoted(value.Value.Text)} is not named like the post: {new Quoted(SitePaths.SlugOf(file.SitePath))}.bib"
                    )
            );
}
