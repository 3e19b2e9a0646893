using PostLint.Engine;
using PostLint.Facts;
using PostLint.Facts.Assets;
using PostLint.Facts.Language;
using PostLint.Profiles;
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

    /// <summary>The cards of all rules that report, those about suppressions included, by id.</summary>
    public static IReadOnlyList<RuleDescriptor> Cards => Catalogue.BuiltIn.Cards;

    /// <summary>The ids that profiles, configurations and suppressions may name.</summary>
    public static IReadOnlyCollection<string> RuleIds => field ??= [.. Cards.Select(card => card.Id)];

    /// <summary>Each rule's options, by the rule's id.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<RuleOption>> Options => Catalogue.BuiltIn.Options;

    /// <summary>The names of the profiles that ship with PostLint.</summary>
    public static IReadOnlyList<string> ProfileNames =>
        field ??= [
            .. Resource
                .Names.Where(resource => resource.StartsWith("profiles/", StringComparison.Ordinal))
                .Select(resource => Path.GetFileNameWithoutExtension(resource))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Loads a profile that ships with PostLint, or one from a file that names built-in rules only.</summary>
    /// <param name="name">A name, or the path of a file.</param>
    /// <exception cref="UserException">There is none of that name, or it cannot be used.</exception>
    public static Profile Profile(string name) => Catalogue.BuiltIn.Profile(name);

    /// <summary>
    /// The profiles that ship for an edition, by name, as far as it takes to tell a submission's: without requirements and rules, since
    /// this is read at every start.
    /// </summary>
    public static IReadOnlyList<Profile> Editions() =>
        [.. ProfileNames.Select(Catalogue.BuiltIn.Head).Where(profile => profile.Edition is not null)];

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
}
