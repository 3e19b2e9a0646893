using PostLint.Engine;

namespace PostLint.Rules.Scope;

/// <summary>The family scope: size, subject and manner: what a post of the track is, and is not.</summary>
internal static class ScopeFamily
{
    /// <summary>Its rules, by name.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new Advertisement(),
        new AlmostEmpty(),
        new CitedOften(),
        new DemandOnAuthors(),
        new DiscussedPaper(),
        new LikelyReview(),
        new LongPost(),
        new LongWinded(),
        new MostlyCode(),
        new MostlyQuotes(),
        new OlderPaper(),
        new OverlongPost(),
        new PaperCitedFirst(),
        new PaperElsewhere(),
        new PaperInHeading(),
        new PaperInTitle(),
        new PaperUnproven(),
        new PaperWithoutVenue(),
        new PraiseOrBlame(),
        new ReviewHeading(),
        new ReviewScore(),
        new ShortPost(),
        new UnclearWriting(),
        new Verdict(),
    ];
}
