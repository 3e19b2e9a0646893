using PostLint.Engine;

namespace PostLint.Rules.Language;

/// <summary>The family language: whether the post is written in the language of the call.</summary>
internal static class LanguageFamily
{
    /// <summary>Its rules, by name.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = [new ForeignPassage(), new ForeignPost()];
}
