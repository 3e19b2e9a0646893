using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Rules.Template;

/// <summary>The front matter names no layout.</summary>
internal sealed class MissingLayout : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/missing-layout")
        {
            Summary = "The front matter names no layout",
            Why = "Without a layout Jekyll publishes bare text, without title, authors and style.",
            Fix = "Set the layout that the track’s sample post has.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.WholePost,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.Layout.Length > 0)
            .And<FileEntry>((_, file) => file.Role is FileRole.Post)
            .Unless<FrontMatterField>((_, _, value) => value.Key is "layout" && value.Value.Text.Length > 0)
            .Report((_, file) => At(file, $"The front matter names no layout"));
}
