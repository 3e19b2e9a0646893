using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Integrity;

/// <summary>Characters that show nothing stand within words.</summary>
internal sealed class InvisibleCharacters : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("integrity/invisible-characters")
        {
            Summary = "Characters that show nothing stand within words",
            Why =
                "They split words for every program that reads the post, can carry a message that nobody sees, and are never "
                + "needed in Latin text.",
            Fix = "Delete the characters; most editors can show or replace them by their number.",
            CodeFix = CodeFixes.DropCharacters,
            Severity = Severity.Warning,
            Phases = [Phase.Submission, Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<OddCharacter>(
                by: odd => (odd.Place.File, (int)odd.Kind),
                where: odd => odd.Kind is OddKind.ZeroWidth or OddKind.Tag or OddKind.Selectors
            )
            .Where(odds => odds.Count > 1 || odds[0].Kind is not OddKind.ZeroWidth || odds[0].Place.Length > 1)
            .Report(odds => At(odds[0], $"{odds.Count} characters or runs of characters here show nothing ({odds[0].Code})"));
}
