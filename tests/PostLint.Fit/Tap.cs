using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Rules.Identity;

namespace PostLint.Fit;

/// <summary>What the product's extractors and clue rules find of one account.</summary>
internal sealed record Seen(AccountKey Account, IReadOnlyList<WeighedMention> Mentions, IReadOnlyList<AccountTrait> Traits);

/// <summary>Reads the clues of a submission through the product itself: a rule that reports what was gathered.</summary>
internal sealed class Tap : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("fit/tap")
        {
            Summary = "Clues",
            Why = "To fit.",
            Fix = "None.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<LikelyAccount>()
            .Gather<WeighedMention>(likely => likely.Account, weighed => weighed.Mention.Link.AccountKey)
            .Gather<AccountTrait>((likely, _) => likely.Account, trait => trait.Account)
            .Report((likely, _, _) => At(likely, $"clues", likely.Account.Text));

    /// <summary>A linter with the clue rules alone, or with all rules.</summary>
    public static Linter Linter(Profile profile, bool hasAllRules)
    {
        Pack pack = BuiltInPack.Create();
        Rule[] clues =
        [
            new AuthorsOfCited(),
            new CitedBeside(),
            new ClaimedMention(),
            new OwnLink(),
            new InBibliography(),
            new NamedLikeCited(),
            new OnTwoHosts(),
            new Recurring(),
            new WeighedAccount(),
            new WeighedAccountMention(),
            new WellKnownMention(),
        ];
        return new(pack with { Rules = [.. hasAllRules ? pack.Rules : clues, new Tap()] }, profile);
    }

    /// <summary>The accounts of a linted submission.</summary>
    public static IEnumerable<Seen> Of(SubmissionResult result)
    {
        foreach (Finding finding in result.Findings.Where(finding => finding.Rule.Id is "fit/tap"))
        {
            Fact[] facts = [.. finding.Derivations[0].Premises.Select(premise => premise.Fact)];
            yield return new(
                facts.OfType<LikelyAccount>().First().Account,
                [.. facts.OfType<WeighedMention>()],
                [.. facts.OfType<AccountTrait>()]
            );
        }
    }

    /// <summary>The case of an account.</summary>
    public static Case CaseOf(Seen seen, Domain domain, string group, string post, bool isOwn) =>
        new(
            domain,
            group,
            post,
            seen.Account.Handle.Text,
            isOwn,
            [.. seen.Mentions.Select(mention => mention.Weight.OfType<IClue>().Select(clue => clue.Clue).Distinct().ToArray())],
            [.. seen.Traits.Select(trait => trait.Clue).Distinct()]
        )
        {
            Places = [.. seen.Mentions.Select(mention => mention.Mention.Link.Place).Distinct()],
        };
}
