using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.NRules;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Tests.Engine;

namespace PostLint.Tests.NRules;

/// <summary>Both engines give the same findings in the same order, with the same evidence.</summary>
public sealed class ParityTests
{
    private const int RuleSets = 4_000;
    private const int FactSets = 5;
    private const int Deepest = 3; // levels of evidence that are compared

    [Fact]
    public void Random_rules_find_the_same_in_random_facts()
    {
        int sets = 0,
            findings = 0,
            deep = 0;
        for (int seed = 0; sets < RuleSets; seed++)
        {
            if (RandomRules.Set(new Random(seed)) is not { } rules)
                continue;
            sets++;
            var matcher = new Matcher(rules);
            var rete = new ReteEngine(rules);
            for (int i = 0; i < FactSets; i++)
            {
                Fact[] facts = RandomRules.Facts(new Random((seed * 31) + i));
                string[] own = Show(matcher.Run(facts).Findings);

                Show(rete.Run(facts).Findings).Should().Equal(own, $"set {seed}, facts {i}");
                findings += own.Length;
                deep += own.Count(finding => finding.Contains("<=", StringComparison.Ordinal));
            }
        }
        findings.Should().BeGreaterThan(10_000);
        deep.Should().BeGreaterThan(1_000);
    }

    [Fact]
    public void The_built_in_rules_find_the_same_in_every_fixture()
    {
        Pack pack = BuiltInPack.Create();
        Profile profile = BuiltInPack.Profile("iclr-blog-2024");
        Linter matcher = new(pack, profile),
            rete = new(pack, profile, new() { Engine = rules => new ReteEngine(rules) });
        int findings = 0;
        foreach (string path in Directory.EnumerateFiles(Repository.Fixtures, "*.md", SearchOption.AllDirectories))
        {
            var reader = new SubmissionReader { WorkingDirectory = Repository.Fixtures };
            foreach (SubmissionSource source in reader.Discover([path]).Sources)
            {
                Submission submission = reader.Read(source);
                string[] own = Show(matcher.Lint(submission).Findings);

                Show(rete.Lint(submission).Findings).Should().Equal(own, path);
                findings += own.Length;
            }
        }
        findings.Should().BeGreaterThan(500);
    }

    private static string[] Show(IReadOnlyList<Finding> findings) =>
        [
            .. findings.Select(finding =>
                $"{finding.Rule.Id} {finding.Place.File}:{finding.Place.Start} {finding.Message.Reveal()} {string.Join(" | ", finding.Derivations.Select(derivation => Show(derivation, 0)).Order(StringComparer.Ordinal))}"
            ),
        ];

    private static string Show(Derivation derivation, int depth) =>
        $"{derivation.Rule.Id}({string.Join(", ", derivation.Premises.Select(premise => Show(premise, depth)))})";

    private static string Show(Evidence premise, int depth) =>
        depth >= Deepest || premise.Derivations.Count == 0
            ? Show(premise.Fact)
            : $"{Show(premise.Fact)}<={{{string.Join(" | ", premise.Derivations.Select(derivation => Show(derivation, depth + 1)).Order(StringComparer.Ordinal))}}}";

    private static string Show(Fact fact) =>
        $"{fact.GetType().Name}{(fact is Red or Green or Blue or Sum or Seen ? RandomRules.Number(fact) : "")}@{fact.Place.File}:{fact.Place.Start}";
}
