using PostLint.Engine;

namespace PostLint.Rules.Identity;

/// <summary>The family identity: what reveals who wrote the post.</summary>
internal static class IdentityFamily
{
    /// <summary>The lists of phrases that its rules look for, by file name in Data.</summary>
    public static IReadOnlyList<string> Phrases { get; } = ["phrases-ownership.txt", "phrases-biography.txt", "phrases-mentions.txt"];

    /// <summary>Its rules, by name.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new AboutAuthor(), new AccessToken(), new AccountEmbed(), new AcknowledgedByOthers(), new AffiliationClaim(), new AnalyticsId(),
        new AnonymousHostName(), new AssetAccount(), new AssetAuthor(), new AssetCircumstance(), new AssetCitedAuthor(),
        new AssetContact(), new AssetCredit(), new AssetDesigner(), new AssetDevice(), new AssetEmail(), new AssetLocation(),
        new AssetLogin(), new AssetOrganisation(), new AssetPath(), new AssetPerformer(), new AssetPlace(), new AssetTitle(),
        new AuthorInFileName(), new AuthorLine(), new AuthorNotAnonymous(), new AuthorsAccount(), new AuthorsOfCited(),
        new AvailableRepository(), new BibliographyOwnEntry(), new BibliographyOwner(), new BibliographyPrivateField(), new Biography(),
        new Byline(), new CalledAnonymous(), new CanonicalAddress(), new CitationBlock(), new CitedBeside(), new ClaimedAuthorship(),
        new ClaimedMention(), new ClusterPath(), new CoWorker(), new CodeAuthor(), new CommentLanguage(), new CommentName(),
        new CommentSpeaker(), new CommentedAuthor(), new CommentsWidget(), new ContactEmail(), new ContributionStatement(),
        new CopyrightHolder(), new DatedBiography(), new DetailBesideAnonymous(), new EarlierVersion(), new EarlierVersionPublic(),
        new Email(), new HotlinkedAsset(), new HubAccount(), new InBibliography(), new LicenceHolder(), new LikelyOwnAccount(),
        new LinkUponAcceptance(), new LoginLine(), new NameInFileName(), new NamedLikeCited(), new OnTwoHosts(), new Orcid(),
        new OwnAccount(), new OwnAccountByChange(), new OwnAccountLink(), new OwnChange(), new OwnContribution(), new OwnDeployment(),
        new OwnDevelopment(), new OwnExample(), new OwnLink(), new OwnPage(), new OwnProject(), new OwnPublishedWork(),
        new OwnPullRequest(), new OwnRepository(), new OwnTwin(), new PageMetadata(), new PersonalGist(), new PersonalStorage(),
        new Phone(), new ProfileLink(), new Recurring(), new RosterAccount(), new RosterAffiliation(), new RosterCitedName(),
        new RosterDomainEmail(), new RosterEmail(), new RosterLikelyAccount(), new RosterLikelyName(), new RosterLogin(),
        new RosterMention(), new RosterName(), new RosterOwnInstitution(), new RosterPossibleName(), new RosterSelfCitation(),
        new RosterUrl(), new SameHandle(), new ScreenshotName(), new SelfCitation(), new SharedNotebook(), new SharepointFolder(),
        new ShellPrompt(), new SiteHostName(), new SyncedFolder(), new TrackFork(), new UserPath(), new WeighedAccount(),
        new WeighedAccountMention(), new WellKnownMention(),
    ];
}
