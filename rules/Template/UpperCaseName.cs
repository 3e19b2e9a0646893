using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>The post’s name holds capitals.</summary>
internal sealed class UpperCaseName : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/upper-case-name")
        {
            Summary = "The post’s name holds capitals",
            Why = "The track asks for lower case in the post’s name and all that is named like it; its site tells the two apart.",
            Fix = "Rename the post, its folders and its bibliography in lower case, and fix what refers to them.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.IsLowerCase)
            .And<FileEntry>((edition, file) => SitePaths.TagOf(edition, file.SitePath).AsSpan().IndexOfAnyInRange('A', 'Z') >= 0)
            .Report(
                (edition, file) =>
                    At(file, $"{new Quoted(SitePaths.TagOf(edition, file.SitePath))} holds capitals; the track asks for lower case")
            );
}
