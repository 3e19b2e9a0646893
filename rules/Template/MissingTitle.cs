using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Rules.Template;

/// <summary>The front matter has no title.</summary>
internal sealed class MissingTitle : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/missing-title")
        {
            Summary = "The front matter has no title",
            Why = "The post’s title is shown, listed and cited from the front matter.",
            Fix = "Give the post a title in its front matter.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.WholePost,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.Layout.Length > 0)
            .And<FileEntry>((_, file) => file.Role is FileRole.Post)
            .Unless<FrontMatterField>((_, _, value) => value.Key is "title" && value.Value.Text.Length > 0)
            .Report((_, file) => At(file, $"The front matter has no title"));
}
