using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Submission;

/// <summary>Operating-system or editor files are in the submission.</summary>
internal sealed class Dropping : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("submission/dropping")
        {
            Summary = "Operating-system or editor files (.DS_Store, Thumbs.db) are in the submission",
            Why =
                "They list the names of other files, tell where files came from, or hold logins and settings; nobody reads "
                + "them before sending them.",
            Fix = "Delete them, and pack the archive without them.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Note,
            CodeFix = CodeFixes.DeleteFiles,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<NamedFile>(by: file => 0, where: file => FileNames.IsDropping(file.Path))
            .Report(files => At(files[0], $"An operating system or editor left this file{More(files.Count)}", "dropping"));

    private static Neutral More(int files) => new(files == 1 ? "" : $" and {files - 1} others");
}
