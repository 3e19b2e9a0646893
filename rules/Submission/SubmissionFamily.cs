using PostLint.Engine;

namespace PostLint.Rules.Submission;

/// <summary>The family submission: whether the submission can be read at all.</summary>
internal static class SubmissionFamily
{
    /// <summary>Its rules, by name.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new BrokenFrontMatter(),
        new BrokenMarkup(),
        new Dropping(),
        new LateSubmission(),
        new MissingContact(),
        new NoReviewer(),
        new SeveralFormats(),
        new UnlistedContact(),
        new UnreadPart(),
        new UnreadableText(),
    ];
}
