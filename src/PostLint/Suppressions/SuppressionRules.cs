using PostLint.Rules;

namespace PostLint.Suppressions;

/// <summary>The cards of what may be wrong with suppressions themselves.</summary>
internal static class SuppressionRules
{
    /// <summary>A directive or rule that does not exist.</summary>
    public static RuleDescriptor Unknown { get; } =
        new("submission/unknown-suppression")
        {
            Summary = "A suppression names a rule or has a form that does not exist",
            Why = "It has no effect, although its author believes that it does.",
            Fix =
                "Correct the id or the form: postlint-disable-next-block, postlint-disable and postlint-enable exist, each "
                + "with ids of rules as `postlint rules` lists them.",
            Severity = Severity.Warning,
            Examples =
            [
                new(IsBad: true, "<!-- postlint-disable-next-block identity/repository -- it is the paper's -->"),
                new(IsBad: false, "<!-- postlint-disable-next-block identity/own-repository -- it is the paper's -->"),
            ],
        };

    /// <summary>A directive that suppressed nothing.</summary>
    public static RuleDescriptor Unused { get; } =
        new("submission/unused-suppression")
        {
            Summary = "A suppression has no effect",
            Why = "What it was written for is gone or stands elsewhere, and it would hide the next finding that comes to stand there.",
            Fix = "Delete it.",
            Severity = Severity.Note,
            Examples =
            [
                new(IsBad: true, "<!-- postlint-disable-next-block identity/email -- an example -->\n\nNo address stands here."),
                new(IsBad: false, "<!-- postlint-disable-next-block identity/email -- an example -->\n\nWrite to mara@quill.example.net."),
            ],
        };

    /// <summary>A range that never ends.</summary>
    public static RuleDescriptor Unclosed { get; } =
        new("submission/unclosed-suppression")
        {
            Summary = "A range of suppression is opened and never closed",
            Why = "It holds to the end of the file and may hide more than was meant.",
            Fix = "Write postlint-enable with the same id where the range ends, or use postlint-disable-next-block.",
            Severity = Severity.Warning,
            Examples =
            [
                new(IsBad: true, "<!-- postlint-disable identity/email -- examples -->\n\nWrite to mara@quill.example.net."),
                new(
                    IsBad: false,
                    "<!-- postlint-disable identity/email -- examples -->\n\nWrite to mara@quill.example.net.\n\n"
                        + "<!-- postlint-enable identity/email -->"
                ),
            ],
        };

    /// <summary>A directive without id or reason.</summary>
    public static RuleDescriptor Incomplete { get; } =
        new("submission/incomplete-suppression")
        {
            Summary = "A suppression lacks the id of a rule or a reason",
            Why = "It has no effect: whoever reads the submission has to learn what is suppressed and why.",
            Fix =
                "Write the ids, two hyphens and the reason: postlint-disable-next-block identity/own-repository -- the "
                + "repository is a public benchmark.",
            Severity = Severity.Warning,
            Examples =
            [
                new(IsBad: true, "<!-- postlint-disable-next-block identity/email -->"),
                new(IsBad: false, "<!-- postlint-disable-next-block identity/email -- an example -->"),
            ],
        };

    /// <summary>A suppression that the profile does not allow.</summary>
    public static RuleDescriptor Refused { get; } =
        new("submission/refused-suppression")
        {
            Summary = "A suppression names a rule that the profile does not let authors suppress",
            Why = "The venue decides on this rule itself, so the finding stands.",
            Fix = "Fix what the rule found, delete the suppression, and ask the venue where you think that the rule is wrong.",
            Severity = Severity.Warning,
            Examples =
            [
                new(IsBad: true, "<!-- postlint-disable-next-block identity/author-not-anonymous -- they are well known -->"),
                new(IsBad: false, "<!-- postlint-disable-next-block identity/email -- an example -->"),
            ],
        };

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } = [Incomplete, Refused, Unclosed, Unknown, Unused];
}
