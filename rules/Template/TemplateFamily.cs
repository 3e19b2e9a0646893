using PostLint.Engine;

namespace PostLint.Rules.Template;

/// <summary>The family template: the form that the track asks of a submission.</summary>
internal static class TemplateFamily
{
    /// <summary>The lists of phrases that its rules look for, by file name in Data.</summary>
    public static IReadOnlyList<string> Phrases { get; } = ["phrases-filler.txt"];

    /// <summary>Its rules, by name.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new LeftoverAuthorDetail(), new LeftoverBibliography(), new LeftoverField(), new LoremIpsum(),
        new SampleBibliographyLeft(), new SampleCommentLeft(), new SampleTextLeft(), new UnresolvedTodo(),
    ];
}
