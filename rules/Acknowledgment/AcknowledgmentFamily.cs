using PostLint.Engine;

namespace PostLint.Rules.Acknowledgment;

/// <summary>The family acknowledgment: thanks, funding and statements of who did what.</summary>
internal static class AcknowledgmentFamily
{
    /// <summary>Its rules, by name.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new AcknowledgmentCircle(),
        new AcknowledgmentContentsEntry(),
        new AcknowledgmentGroup(),
        new AcknowledgmentHelper(),
        new AcknowledgmentPlaceholder(),
        new AcknowledgmentSection(),
        new AcknowledgmentSentence(),
        new ComputeCredit(),
        new ComputePlace(),
        new Funding(),
        new GenericThanks(),
        new LikelyThanks(),
    ];
}
