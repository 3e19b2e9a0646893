using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Rules.Template;

/// <summary>An image or figure is not among the files.</summary>
internal sealed class MissingImage : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/missing-image")
        {
            Summary = "An image or figure that the post shows is not among the files",
            Why = "Readers see a gap; names of files are told apart by case.",
            Fix = "Add the file, or fix its path, letter by letter.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.WholeSubmission,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetReference>(reference => reference.Form is not AssetForm.Mention && reference.IsRooted)
            .With<FileEntry>(reference => SitePaths.FolderOf(reference.Path.Text), file => SitePaths.FolderOf(file.SitePath))
            .Unless<FileEntry>(reference => reference.Path, file => file.SitePath)
            .Report(reference => At(reference, $"{reference.Path} is not among the files of the submission", "missing"));
}
