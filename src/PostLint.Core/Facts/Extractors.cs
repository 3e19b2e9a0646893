using PostLint.Facts.Assets;
using PostLint.Facts.Language;

namespace PostLint.Facts;

/// <summary>What finds the facts of a submission, in the order in which it runs, with the words that it looks for.</summary>
public sealed class Extractors
{
    private Extractors(IReadOnlyList<IExtractor> all, Lexicon lexicon) => (All, Lexicon) = (all, lexicon);

    /// <summary>All of them, in the order in which they run.</summary>
    public IReadOnlyList<IExtractor> All { get; }

    /// <summary>The words that their phrases are made of.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Makes all extractors; do it once and share them. Lists that few submissions need are read when one does.</summary>
    /// <param name="phrases">The table of phrases that the build makes of their lists.</param>
    /// <param name="read">Reads a list by its name, such as <c>hosts.txt</c>.</param>
    public static Extractors Create(Stream phrases, Func<string, string> read)
    {
        var tables = new TableReader(phrases);
        var lexicon = new Lexicon(tables);
        PhraseBook book = new(lexicon, new(tables)),
            clues = new(lexicon, new(tables));
        var hosts = new HostBook();
        hosts.Read("hosts.txt", read("hosts.txt"));
        var assets = new AssetFieldExtractor(
            new(() => FieldBook.Read(read("asset-fields.txt"))),
            new(() => ValueBook.Read(read("asset-values.txt")))
        );
        LanguageDetector languages = Languages(read);
        IExtractor[] extractors =
        [
            new DefectExtractor(),
            new FrontMatterFieldExtractor(),
            new HeadingExtractor(),
            new BibliographyExtractor(),
            new PublicationExtractor(new(() => VenueBook.Read(read("venues.txt")))),
            new AuthorExtractor(),
            new CommentedAuthorExtractor(),
            new NameLineExtractor(),
            new PhraseExtractor(book),
            new SectionExtractor(book),
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
            new CommentedNameExtractor(new(() => read("speakers.txt"))),
            new PrivateFieldExtractor(),
            new CitationExtractor(),
            new CitationBlockExtractor(),
            new CitationSourceExtractor(),
            new HiddenPassageExtractor(book),
            new OddCharacterExtractor(),
            new LinkLabelExtractor(),
            new TemplateTextExtractor(new(() => read("template-lines.txt"))),
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
        return new(extractors, book.Lexicon);
    }

    /// <summary>Tells languages by lists that are read when they are first needed.</summary>
    internal static LanguageDetector Languages(Func<string, string> read) =>
        new(() => read("english.txt"), () => read("languages.txt"), () => read("language-cues.txt"));
}
