using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Integrity;

/// <summary>Latin words hold letters of another script that look alike.</summary>
internal sealed class LookalikeLetters : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("integrity/lookalike-letters")
        {
            Summary = "Latin words hold letters of another script that look alike",
            Why = "Search, screen readers and every checking program read other words than people do.",
            Fix = "Type the words anew with Latin letters.",
            Severity = Severity.Warning,
            Phases = [Phase.Submission, Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<OddCharacter>(by: odd => odd.Place.File, where: odd => odd.Kind is OddKind.Lookalike)
            .Where(odds => odds.Count > 1)
            .Report(odds => At(odds[0], $"{odds.Count} Latin words hold letters of another script that look alike ({odds[0].Code})"));
}
