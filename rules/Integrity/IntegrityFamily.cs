using PostLint.Engine;

namespace PostLint.Rules.Integrity;

/// <summary>
/// The family integrity: what tries to steer reviewers or programs, or shows readers something else than the source says.
/// </summary>
internal static class IntegrityFamily
{
    /// <summary>Its rules, by name.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new BidiControl(),
        new HiddenInstruction(),
        new HiddenText(),
        new InstructionToReviewer(),
        new InvisibleCharacters(),
        new LookalikeLetters(),
        new MisleadingLink(),
    ];
}
