using PostLint.Engine;

namespace PostLint.Findings;

/// <summary>The cards of what is reported about waivers themselves.</summary>
public static class SuppressionRules
{
    /// <summary>A waiver that names no rule or gives no reason.</summary>
    public static RuleInfo Incomplete { get; } = new("submission/incomplete-suppression")
    {
        Summary = "A waiver names no rule or gives no reason",
        Why = "A waiver must say what it waives and why, so that a chair can judge it.",
        Fix = "Write “postlint-disable-next-block RULE -- REASON”.",
        Severity = Severity.Warning,
    };

    /// <summary>A waiver of a rule that does not exist.</summary>
    public static RuleInfo Unknown { get; } = new("submission/unknown-suppression")
    {
        Summary = "A waiver names a rule that does not exist",
        Why = "It waives nothing, though its author believes it does.",
        Fix = "Correct the rule's id; “postlint rules” lists them.",
        Severity = Severity.Warning,
    };

    /// <summary>A waiver that waives nothing.</summary>
    public static RuleInfo Unused { get; } = new("submission/unused-suppression")
    {
        Summary = "A waiver waives nothing",
        Why = "What it waived is gone or was never found; it would hide the next leak of its kind.",
        Fix = "Delete the comment.",
        Severity = Severity.Note,
    };

    /// <summary>A range that is opened and never closed, or closed and never opened.</summary>
    public static RuleInfo Unclosed { get; } = new("submission/unclosed-suppression")
    {
        Summary = "A waiver is opened and never closed",
        Why = "It reaches to the end of the file, further than its author meant.",
        Fix = "Close it with “postlint-enable RULE”, or use “postlint-disable-next-block”.",
        Severity = Severity.Warning,
    };

    /// <summary>A waiver of a rule that the profile lets nobody waive.</summary>
    public static RuleInfo Refused { get; } = new("submission/refused-suppression")
    {
        Summary = "A waiver of a rule that authors may not waive",
        Why = "The profile of this call keeps the rule in force.",
        Fix = "Mend what the rule finds, and delete the comment.",
        Severity = Severity.Warning,
    };

    /// <summary>All cards, by id.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = [Incomplete, Refused, Unclosed, Unknown, Unused];
}
