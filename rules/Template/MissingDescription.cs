using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Rules.Template;

/// <summary>The front matter has no description.</summary>
internal sealed class MissingDescription : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/missing-description")
        {
            Summary = "The front matter has no description",
            Why = "The track’s checklist asks for an abstract of two or three sentences, which the layout shows below the title.",
            Fix = "Write two or three sentences into the field description.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.WholePost,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.Layout is "distill")
            .And<FileEntry>((_, file) => file.Role is FileRole.Post)
            .Unless<FrontMatterField>((_, _, value) => value.Key is "description" && value.Value.Text.Length > 0)
            .Report((_, file) => At(file, $"The front matter has no description"));
}
