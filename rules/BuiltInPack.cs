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

    /// <summary>The ids and families that profiles and configurations may name.</summary>
    public static IReadOnlyCollection<string> RuleNames => [.. Cards.Select(card => card.Id), .. Cards.Select(card => card.Family).Distinct()];

    /// <summary>Loads a profile that ships with PostLint.</summary>
    /// <exception cref="ConfigurationException">There is none of that name.</exception>
    public static Profile Profile(string name)
    {
        string[] names = [.. Resource.Names.Where(resource => resource.StartsWith("profiles/", StringComparison.Ordinal)).Select(resource => Path.GetFileNameWithoutExtension(resource))];
        if (names.Contains(name)) return ProfileReader.Read($"{name}.yml", Resource.Read($"profiles/{name}.yml"), RuleNames, Profile);
        string? near = Nearest.To(name, names);
        throw new ConfigurationException([new("--profile", 1, 1, $"there is no profile “{name}”; {(near is null ? $"known are {string.Join(", ", names)}" : $"did you mean “{near}”?")}")]);
    }

    /// <summary>A rule's examples: one that it finds and one that it passes, as its fixtures have them.</summary>
    /// <param name="id">family/kebab-name.</param>
    public static IEnumerable<(string Title, string Name, string Text)> ExamplesOf(string id)
    {
        foreach ((string title, string prefix) in (IEnumerable<(string, string)>)[("Bad", "bad"), ("Good", "good")])
        {
            string? name = Resource.Names.Where(name => name.StartsWith($"fixtures/{id}/{prefix}", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault();
            if (name is not null) yield return (title, Path.GetFileName(name), Resource.Read(name));
        }
    }

    /// <summary>All rules. Listed by hand, since trimming would drop what only reflection reaches; a test compares the list with the assembly.</summary>
    internal static IReadOnlyList<Rule> Rules { get; } =
    [
        new AccountEmbed(), new AcknowledgedByOthers(), new AffiliationClaim(), new AnalyticsId(), new AnonymousHostName(), new DetailBesideAnonymous(), new AuthorNotAnonymous(), new AuthorsAccount(), new BibliographyOwner(), new BibliographyPrivateField(),
        new Biography(), new Byline(), new ClaimedAuthorship(), new CitationBlock(), new ClusterPath(), new CommentedAuthor(), new CommentName(), new CommentSpeaker(), new CodeAuthor(), new ContactEmail(), new ContributionStatement(), new DatedBiography(), new CopyrightHolder(), new EarlierVersion(),
        new Email(), new HotlinkedAsset(), new HubAccount(), new LinkUponAcceptance(), new LoginLine(), new Orcid(), new OwnAccount(), new OwnAccountByChange(), new OwnChange(), new OwnAccountLink(), new OwnDeployment(), new OwnDevelopment(), new OwnRepository(), new PageMetadata(),
        new PersonalGist(), new PersonalStorage(), new Phone(), new ProfileLink(), new SelfCitation(), new OwnExample(), new SharepointFolder(), new ShellPrompt(), new SyncedFolder(), new AccessToken(), new AvailableRepository(), new UserPath(), new AboutAuthor(),
        new AcknowledgmentSection(), new AcknowledgmentSentence(), new AcknowledgmentContentsEntry(), new AcknowledgmentPlaceholder(), new ComputeCredit(), new Funding(), new GenericThanks(),
        new BrokenFrontMatter(), new BrokenMarkup(), new UnreadableText(),
    ];
}
