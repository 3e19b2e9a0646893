using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Rules.Template;

/// <summary>A file is shown nowhere.</summary>
internal sealed class UnusedAsset : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/unused-asset")
        {
            Summary = "An image is shown nowhere",
            Why = "Files that nothing shows swell the site; a left-over may also say more than the post.",
            Fix = "Take the file out, or show it.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.AllTexts,
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<FileEntry>(file => file.Role is FileRole.BinaryAsset)
            .With<Edition>((file, edition) => SitePaths.IsAsset(edition, file.SitePath))
            .Unless<AssetReference>(file => AssetReference.NameOf(file.SitePath), reference => reference.Name)
            .Report(file => At(file, $"No text of the submission names {new Quoted(file.SitePath)}"));
}
