using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Rules.Template;

/// <summary>The front matter has no table of contents (toc).</summary>
internal sealed class MissingContents : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/missing-contents")
        {
            Summary = "The front matter has no table of contents (toc)",
            Why = "The track’s checklist asks for a table of contents in the front matter, which the layout shows beside the post.",
            Fix = "List the headings in the field toc, as the track’s sample post does.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.WholePost,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.Layout is "distill")
            .And<FileEntry>((_, file) => file.Role is FileRole.Post)
            .Unless<FrontMatterField>((_, _, value) => value.Key is "toc")
            .Unless<ContentsEntry>()
            .Report((_, file) => At(file, $"The front matter has no table of contents (toc)"));
}
