using PostLint.Engine;

namespace PostLint.Rules.Acknowledgment;

/// <summary>The family acknowledgment: thanks, funding and statements of who did what.</summary>
internal static class AcknowledgmentFamily
{
    /// <summary>The lists of phrases that its rules look for, by file name in Data.</summary>
    public static IReadOnlyList<string> Phrases { get; } = ["phrases-thanks.txt"];

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
