using PostLint.Engine;
using PostLint.Findings;

namespace PostLint.Rules.Submission;

/// <summary>A file is of several formats at once.</summary>
internal sealed class SeveralFormats : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("submission/several-formats")
        {
            Summary = "A file is of several formats at once",
            Why =
                "One program shows a picture or a page, another opens an archive or a document in the same bytes: "
                + "what a reader sees is not all that is handed in.",
            Fix = "Hand in each as a file of its own, or leave out what is not needed. No program cleans such a file without loss.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Facts.SeveralFormats>()
            .Report(file => At(file, $"This file is {new Neutral(file.Formats)} at once; each was checked", file.Formats));
}
