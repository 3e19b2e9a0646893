using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules.Acknowledgment;
using PostLint.Rules.Identity;
using PostLint.Rules.Submission;

namespace PostLint.Rules;

/// <summary>The rules that ship with PostLint.</summary>
public static class BuiltInPack
{
    /// <summary>Builds the pack; build it once and share it.</summary>
    public static Pack Create()
    {
        var phrases = new PhraseBook();
        foreach (string list in (string[])["phrases-ownership.txt", "phrases-biography.txt", "phrases-thanks.txt"]) phrases.Read(list, Resource.Read(list));
        var hosts = new HostBook();
        hosts.Read("hosts.txt", Resource.Read("hosts.txt"));
        IExtractor[] extractors =
        [
            new DefectExtractor(), new AuthorExtractor(), new PhraseExtractor(phrases), new SectionExtractor(phrases), new LinkExtractor(hosts),
            new EmailExtractor(), new TraceExtractor(), new CommentedNameExtractor(), new PrivateFieldExtractor(), new SelfCitationBlockExtractor(), new CitationExtractor(),
        ];
        return new("PostLint", Rules, extractors, phrases.Lexicon);
    }

    /// <summary>The cards of all rules that report, those about suppressions included, by id.</summary>
    public static IReadOnlyList<RuleInfo> Cards =>
        [.. Rules.Where(rule => rule.Pattern.Reports).Select(rule => rule.Info).Concat(SuppressionRules.All).OrderBy(card => card.Id, StringComparer.Ordinal)];

    /// <summary>The ids that profiles, configurations and waivers may name.</summary>
    public static IReadOnlyCollection<string> RuleIds => [.. Cards.Select(card => card.Id)];

    /// <summary>Loads a profile that ships with PostLint, or one from a file.</summary>
    /// <param name="name">A name, or the path of a file.</param>
    /// <exception cref="ConfigurationException">There is none of that name, or it cannot be used.</exception>
    public static Profile Profile(string name)
    {
        string[] names = [.. Resource.Names.Where(resource => resource.StartsWith("profiles/", StringComparison.Ordinal)).Select(resource => Path.GetFileNameWithoutExtension(resource))];
        return new ProfileReader(names, built => Resource.Read($"profiles/{built}.yml"), RuleIds).Load(name);
    }

    /// <summary>A rule's examples: one that it finds and one that it passes, as its fixtures have them.</summary>
    /// <param name="id">family/kebab-name.</param>
    public static IEnumerable<(string Title, string Name, string Text)> ExamplesOf(string id)
    {
        foreach ((string title, string prefix) in (IEnumerable<(string, string)>)[("Bad", "bad"), ("Good", "good")])
        {
            string? name = Resource.Names.Where(name => name.StartsWith($"fixtures/{id}/{prefix}", StringComparison.OrdinalIgnoreCase)).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault();
            if (name is not null) yield return (title, Path.GetFileName(name), Resource.Read(name));
        }
    }

    /// <summary>All rules. Listed by hand, since trimming would drop what only reflection reaches; a test compares the list with the assembly.</summary>
    internal static IReadOnlyList<Rule> Rules { get; } =
    [
        new AccountEmbed(), new AcknowledgedByOthers(), new AffiliationClaim(), new AnalyticsId(), new AnonymousHostName(), new DetailBesideAnonymous(), new AuthorNotAnonymous(), new AuthorsAccount(), new BibliographyOwner(), new BibliographyPrivateField(),
        new Biography(), new Byline(), new ClaimedAuthorship(), new CitationBlock(), new CanonicalAddress(), new ClusterPath(), new CommentsWidget(), new CommentedAuthor(), new CommentName(), new CommentSpeaker(), new CodeAuthor(), new ContactEmail(), new ContributionStatement(), new DatedBiography(), new CopyrightHolder(), new EarlierVersion(),
        new Email(), new HotlinkedAsset(), new HubAccount(), new LinkUponAcceptance(), new LoginLine(), new Orcid(), new OwnAccount(), new OwnAccountByChange(), new OwnChange(), new OwnAccountLink(), new OwnDeployment(), new OwnDevelopment(), new OwnProject(), new OwnRepository(), new PageMetadata(),
        new PersonalGist(), new PersonalStorage(), new Phone(), new ProfileLink(), new SelfCitation(), new OwnExample(), new SharepointFolder(), new ShellPrompt(), new SyncedFolder(), new TrackFork(), new AccessToken(), new AvailableRepository(), new UserPath(), new AboutAuthor(),
        new AcknowledgmentSection(), new AcknowledgmentSentence(), new AcknowledgmentGroup(), new AcknowledgmentContentsEntry(), new AcknowledgmentPlaceholder(), new ComputeCredit(), new Funding(), new GenericThanks(),
        new BrokenFrontMatter(), new BrokenMarkup(), new UnreadableText(),
    ];
}
