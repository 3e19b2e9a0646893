using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixing;
using PostLint.Syntax;

namespace PostLint.Rules.Identity;

/// <summary>A link leads to the authors’ own repository.</summary>
public sealed class OwnRepository : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("identity/own-repository")
    {
        Summary = "A link leads to the authors’ own repository",
        Why = "The owner of a repository, notebook or model is a person or a laboratory; reviewers see the name without a click.",
        Fix = "Link an anonymous copy, for instance at anonymous.4open.science, or leave the link out until the camera-ready version.",
        Mend = Mends.ReplaceLink,
        Severity = Severity.Error,
    };

    /// <inheritdoc/>
    public override Pattern Pattern => When<WebLink>(IsCandidate)
        .And<Phrase>(Within.Sentence, Claims)
        .Unless<Phrase>(Within.Sentence, IsOfOthers)
        .Unless<WebLink>(Within.Block, IsAnonymisedInstead)
        .Report((link, claim) => At(link, $"{claim.Quoted} presents {Shown.Target(link)} as the authors’ own", link.Address.Text));

    /// <summary>Hosts whose address shows an account, or a file whose owner the host shows.</summary>
    internal static bool IsCandidate(WebLink link) =>
        link.Kind is "code" or "gist" or "models" or "notebook" or "site" or "deployment" && link.Use is not (LinkUse.Reference or LinkUse.Metadata)
        && (link.HasAccount || link.Kind is "notebook") && !WellKnown.Accounts.Contains(link.Account.Text) && !TraceExtractor.IsAnybody(link.Account.Text is "" ? link.Project.Text : link.Account.Text);

    /// <summary>A claim near the link: its own words, or at most so many characters away within the sentence.</summary>
    internal static bool Claims(WebLink link, Phrase phrase) =>
        !phrase.IsQuoted && ((phrase.Kind is "ownership" && Distance(link, phrase) < 160) || (phrase.Kind is "own-making" && link.IsBare && phrase.Place.Start < link.Place.Start && Distance(link, phrase) < 100));

    /// <summary>The claim belongs to an anonymised link: one that stands nearer, or that the block has given before a claim that follows the link.</summary>
    internal static bool IsAnonymisedInstead(WebLink link, Phrase claim, WebLink other) =>
        other.Kind is "anonymous" && (claim.Place.Start > link.Place.Start || Distance(other, claim) < Distance(link, claim));

    /// <summary>Words that give the work to somebody else, between claim and link or beside the link.</summary>
    internal static bool IsOfOthers(WebLink link, Phrase claim, Phrase other) =>
        other.Kind is "others" or "placeholder" && !other.Place.Span.Overlaps(claim.Place.Span) && Distance(link, other) <= Distance(link, claim);

    internal static int Distance(WebLink link, Phrase phrase) =>
        phrase.Place.Start >= link.Label.Start && phrase.Place.Span.End <= link.Label.End ? 0
        : phrase.Place.Start >= link.Place.Start ? phrase.Place.Start - link.Place.Span.End
        : (link.Label.IsEmpty ? link.Place.Start : link.Label.Start) - phrase.Place.Span.End;
}
