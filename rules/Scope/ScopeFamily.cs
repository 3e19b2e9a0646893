using PostLint.Engine;

namespace PostLint.Rules.Scope;

/// <summary>The family scope: size, subject and manner: what a post of the track is, and is not.</summary>
internal static class ScopeFamily
{
    /// <summary>The lists of phrases that its rules look for, by file name in Data.</summary>
    public static IReadOnlyList<string> Phrases { get; } = [];

    /// <summary>Its rules, by name.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new PaperUnproven(),
    ];
}
