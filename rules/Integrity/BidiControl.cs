using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Integrity;

/// <summary>A control character turns text round, or opens a run of the other direction that is never closed.</summary>
internal sealed class BidiControl : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("integrity/bidi-control")
        {
            Summary = "A control character changes the direction of the text that follows",
            Why = "Readers see the letters in another order than the source has them, so that source and page say different things.",
            Fix = "Delete the character. Words of scripts that run from right to left need none, or a pair that is closed in its line.",
            CodeFix = CodeFixes.DropCharacters,
            Severity = Severity.Warning,
            Phases = [Phase.Submission, Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<OddCharacter>(odd => odd.Kind is OddKind.Override or OddKind.Unclosed)
            .Report(odd => At(odd, $"A control character ({odd.Code}) changes the direction of the text that follows", "bidi"));
}
