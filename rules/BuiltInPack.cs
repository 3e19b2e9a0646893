using PostLint.Engine;
using PostLint.Facts;
using PostLint.Facts.Assets;
using PostLint.Facts.Language;
using PostLint.Packs;
using PostLint.Rules.Acknowledgment;
using PostLint.Rules.Attribution;
using PostLint.Rules.Conflict;
using PostLint.Rules.Identity;
using PostLint.Rules.Integrity;
using PostLint.Rules.Language;
using PostLint.Rules.Request;
using PostLint.Rules.Scope;
using PostLint.Rules.Submission;
using PostLint.Rules.Template;

namespace PostLint.Rules;

/// <summary>The rules that ship with PostLint.</summary>
public static class BuiltInPack
{
    private static readonly string[] s_phrases =
    [
        .. IdentityFamily.Phrases,
        .. AcknowledgmentFamily.Phrases,
        .. LanguageFamily.Phrases,
        .. ScopeFamily.Phrases,
        .. ConflictFamily.Phrases,
        .. TemplateFamily.Phrases,
        .. IntegrityFamily.Phrases,
        .. AttributionFamily.Phrases,
    ];

    /// <summary>Builds the pack; build it once and share it.</summary>
    public static Pack Create()
    {
        var phrases = new PhraseBook();
        foreach (string list in s_phrases)
            phrases.Read(list, Resource.Read(list));
        PhraseBook clues = phrases.Beside();
        clues.Read("clues-account.txt", Resource.Read("clues-account.txt"));
        var hosts = new HostBook();
        hosts.Read("hosts.txt", Resource.Read("hosts.txt"));
        var assets = new AssetFieldExtractor(
            new(() => FieldBook.Read(Resource.Read("asset-fields.txt"))),
            new(() => ValueBook.Read(Resource.Read("asset-values.txt")))
        );
        LanguageDetector languages = LanguageDetector();
        IExtractor[] extractors =
        [
            new DefectExtractor(),
            new FrontMatterFieldExtractor(),
            new HeadingExtractor(),
            new BibliographyExtractor(),
            new PublicationExtractor(new(() => VenueBook.Read(Resource.Read("venues.txt")))),
            new AuthorExtractor(),
            new CommentedAuthorExtractor(),
            new NameLineExtractor(),
            new PhraseExtractor(phrases),
            new SectionExtractor(phrases),
            new LinkExtractor(hosts),
            new AccountClueExtractor(clues),
            new SiteHostExtractor(hosts),
            new EmailExtractor(),
            new IdentifierExtractor(),
            new SecretExtractor(),
            new SharedPathExtractor(),
            new TexMarkExtractor(),
            assets,
            new DrawingFieldExtractor(assets),
            new CommentedNameExtractor(new(() => Resource.Read("speakers.txt"))),
            new PrivateFieldExtractor(),
            new CitationExtractor(),
            new CitationBlockExtractor(),
            new CitationSourceExtractor(),
            new HiddenPassageExtractor(phrases),
            new OddCharacterExtractor(),
            new LinkLabelExtractor(),
            new TemplateTextExtractor(new(() => Resource.Read("template-lines.txt"))),
            new UnfinishedMarkExtractor(),
            new TextMeasureExtractor(),
            new PassageExtractor(languages),
            new ForeignRemarkExtractor(languages),
            new DescriptionExtractor(),
            new ContentsExtractor(),
            new AnchorExtractor(),
            new FootnoteExtractor(),
            new UnwrittenExtractor(),
            new ScriptExtractor(),
            new AssetReferenceExtractor(),
        ];
        return new("PostLint", Rules, extractors, phrases.Lexicon);
    }

    /// <summary>Tells languages by the lists of the family language, which are read when they are first needed.</summary>
    public static LanguageDetector LanguageDetector() =>
        new(() => Resource.Read("english.txt"), () => Resource.Read("languages.txt"), () => Resource.Read("language-cues.txt"));

    /// <summary>
    /// All rules, family by family. Listed by hand, since trimming would drop what only reflection reaches; a test compares the lists with
    /// the assembly.
    /// </summary>
    internal static IReadOnlyList<Rule> Rules { get; } =
    [
        .. IdentityFamily.Rules,
        .. AcknowledgmentFamily.Rules,
        .. LanguageFamily.Rules,
        .. ScopeFamily.Rules,
        .. ConflictFamily.Rules,
        .. TemplateFamily.Rules,
        .. IntegrityFamily.Rules,
        .. AttributionFamily.Rules,
        .. SubmissionFamily.Rules,
        .. RequestFamily.Rules,
    ];

    /// <summary>The rules, profiles and packs that ship.</summary>
    public static Catalogue Catalogue { get; } =
        new(
            new(Rules, Create)
            {
                ProfileNames = Resource.NamesIn("profiles/"),
                PackNames = Resource.NamesIn("packs/"),
                ReadProfile = name => Resource.Read($"profiles/{name}.yml"),
                ReadPack = name => Resource.Read($"packs/{name}.yml"),
            }
        );
}
