using PostLint.Engine;

namespace PostLint.Rules.Attribution;

/// <summary>The family attribution: what the camera-ready version owes: authors by name and how to cite them.</summary>
internal static class AttributionFamily
{
    /// <summary>Its rules, by name.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new AnonymityRemark(),
        new AnonymousAuthor(),
        new AnonymousLink(),
        new IncompleteEntry(),
        new MisreadAuthors(),
        new MissingAffiliation(),
        new MissingAuthor(),
        new MissingCitation(),
        new MissingTitle(),
        new NamelessAuthor(),
        new QuoteInTitle(),
        new RemovedLink(),
        new TemplateDetail(),
        new WrongEntry(),
        new WrongLeadIn(),
        new WrongLine(),
    ];
}
