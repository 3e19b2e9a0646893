using PostLint.Engine;
using PostLint.Findings;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Tests.Packs;

/// <summary>
/// The 2022 call's rules about names, values and numbers, written as a pack, say of every fixture what the built-in ones say.
/// </summary>
public sealed class CallAsDataTests
{
    [Fact]
    public void A_call_written_as_data_finds_what_the_built_in_rules_find()
    {
        Catalogue catalogue = BuiltInPack.Catalogue.With([
            Path.Combine(Repository.Root, "tests", "PostLint.Tests", "Packs", "call-2022.yml"),
        ]);
        string[] names = [.. catalogue.DataPacks[0].Pack.Rules.Select(rule => rule.Descriptor.Name)];
        var linter = new Linter(catalogue.CreatePack(), catalogue.Profile("iclr-blog-2022"), new() { HonoursSuppressions = false });
        var compared = new HashSet<string>();
        int submissions = 0;
        foreach (
            string path in Directory
                .EnumerateDirectories(Repository.Fixtures, "*", SearchOption.AllDirectories)
                .Where(folder => Directory.Exists(Path.Combine(folder, "_posts")))
                .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Fixtures, "Scope"), "*.md", SearchOption.AllDirectories))
        )
        {
            var reader = new SubmissionReader { WorkingDirectory = Repository.Fixtures };
            foreach (SubmissionSource source in reader.Discover([path]).Sources)
            {
                submissions++;
                IReadOnlyList<Finding> findings = linter.Lint(reader.Read(source)).Findings;
                string[] built = Found(findings, names, rule => rule is "template" or "scope"),
                    data = Found(findings, names, rule => rule is "call");
                data.Should().Equal(built, path);
                compared.UnionWith(built.Select(finding => finding.Split(' ')[0]));
            }
        }
        submissions.Should().BeGreaterThan(100);
        compared.Should().HaveCountGreaterThan(10, "the fixtures show most of the rules");
    }

    /// <summary>Name of the rule, file and, where both kinds of rules know one, line.</summary>
    private static string[] Found(IEnumerable<Finding> findings, string[] names, Func<string, bool> isOf) =>
        [
            .. findings
                .Where(finding => isOf(finding.Rule.Family) && names.Contains(finding.Rule.Name))
                .Select(finding => $"{finding.Rule.Name} {finding.Place.File}:{finding.Place.Line}")
                .Order(StringComparer.Ordinal),
        ];
}
