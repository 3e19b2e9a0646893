using PostLint.Engine;
using PostLint.NRules;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Tests.NRules;

/// <summary>
/// Both engines say the same, in the same order, with the same evidence, faults and stops. The bench compares four thousand sets of rules.
/// </summary>
public sealed class ParityTests
{
    [Fact]
    public void Random_rules_find_the_same_in_random_facts()
    {
        Compared compared = EngineParity.OfRandomRules(ruleSets: 400, factSets: 5);

        compared.Findings.Should().BeGreaterThan(1_000);
        compared.Chained.Should().BeGreaterThan(500);
        compared.Faults.Should().BeGreaterThan(200);
        compared.Stops.Should().BeGreaterThan(50);
    }

    [Fact]
    public void The_built_in_rules_find_the_same_in_every_fixture()
    {
        Pack pack = BuiltInPack.Create();
        Profile profile = BuiltInPack.Catalogue.Profile("iclr-blog-2024");
        Linter matcher = new(pack, profile),
            rete = new(pack, profile, new() { Engine = rules => new ReteEngine(rules) });
        int findings = 0;
        foreach (string path in Directory.EnumerateFiles(Repository.Fixtures, "*.md", SearchOption.AllDirectories))
        {
            var reader = new SubmissionReader { WorkingDirectory = Repository.Fixtures };
            foreach (SubmissionSource source in reader.Discover([path]).Sources)
            {
                Submission submission = reader.Read(source);
                string[] own = EngineParity.Show(matcher.Lint(submission));

                EngineParity.Show(rete.Lint(submission)).Should().Equal(own, path);
                findings += own.Length - 1;
            }
        }
        findings.Should().BeGreaterThan(500);
    }
}
