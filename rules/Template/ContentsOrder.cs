using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>The table of contents has another order or depth than the headings.</summary>
internal sealed class ContentsOrder : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/contents-order")
        {
            Summary = "The table of contents has another order or depth than the headings",
            Why = "Readers take the table for the outline of the post.",
            Fix = "Put the entries in the order of the headings, subsections below their section.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<ContentsDifference>(difference => difference.Fault is ContentsFault.OutOfOrder or ContentsFault.OtherLevel)
            .Report(difference => At(difference, $"{difference.Name} {new Neutral(FaultOf(difference))}", "order"));

    private static string FaultOf(ContentsDifference difference) =>
        difference.Fault is ContentsFault.OutOfOrder
            ? "stands before an entry whose heading comes first"
            : "is listed at another level than its heading has";
}
