using PostLint.Engine;

namespace PostLint.Rules.Template;

/// <summary>The family template: the form that the track asks of a submission.</summary>
internal static class TemplateFamily
{
    /// <summary>Its rules, by name.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new AddedScript(),
        new BibliographyName(),
        new BrokenAnchor(),
        new BrokenFootnote(),
        new ContentsMismatch(),
        new ContentsOrder(),
        new DateMismatch(),
        new DescriptionLength(),
        new DescriptionMarkup(),
        new EmptyLink(),
        new EmptySection(),
        new FileName(),
        new HotlinkedImage(),
        new LeftoverAuthorDetail(),
        new LeftoverBibliography(),
        new LeftoverField(),
        new LoremIpsum(),
        new MarkdownImage(),
        new MisplacedAsset(),
        new MissingContents(),
        new MissingDescription(),
        new MissingImage(),
        new MissingLayout(),
        new MissingTitle(),
        new OversizedArchive(),
        new SampleBibliographyLeft(),
        new SampleCommentLeft(),
        new SampleTextLeft(),
        new StrayFile(),
        new UncitedEntry(),
        new UnknownCitationKey(),
        new UnlistedHeading(),
        new UnresolvedTodo(),
        new UnusedAsset(),
        new UpperCaseName(),
        new WrongDate(),
        new WrongLayout(),
    ];
}
