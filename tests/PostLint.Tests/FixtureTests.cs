using System.Text;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Tests;

/// <summary>
/// Each rule's own examples: <c>fixtures/Family/rule/bad*.*</c> must yield just what stands beside it in <c>bad*.expected.txt</c>,
/// <c>good*.*</c>, named after its trap, no error or warning and nothing of the rule.
/// To write the expected files anew, run the tests with <c>POSTLINT_UPDATE_FIXTURES=1</c> and read the difference.
/// </summary>
public sealed class FixtureTests
{
    private static readonly Linter s_linter = new(BuiltInPack.Create(), new Profile("test", "", new Dictionary<string, RuleSetting>()));

    public static TheoryData<string> Bad => Files("bad");

    public static TheoryData<string> Good => Files("good");

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_fixture_yields_what_is_expected(string file)
    {
        string path = Path.Combine(Repository.Fixtures, file), expectedPath = Path.ChangeExtension(path, ".expected.txt");
        string actual = Print(Lint(path));
        if (Environment.GetEnvironmentVariable("POSTLINT_UPDATE_FIXTURES") is "1") File.WriteAllText(expectedPath, actual);
        actual.Should().Contain($" {RuleOf(file)} ", "a bad fixture shows its own rule");
        actual.Should().Be(File.ReadAllText(expectedPath));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Good_fixture_yields_nothing(string file)
    {
        SubmissionResult result = Lint(Path.Combine(Repository.Fixtures, file));
        Print(result.Findings.Where(finding => finding.Rule.Id == RuleOf(file) || finding.Severity > Severity.Note), result.Submission.Files[0].Text!).Should().BeEmpty();
    }

    private static TheoryData<string> Files(string kind) =>
    [
        .. Directory.EnumerateFiles(Repository.Fixtures, $"{kind}*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".expected.txt", StringComparison.Ordinal) && !file.Contains("/submissions/", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Fixtures, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    private static string RuleOf(string file)
    {
        string[] parts = file.Split('/');
        return $"{parts[0].ToLowerInvariant()}/{parts[1]}";
    }

    private static SubmissionResult Lint(string path)
    {
        (string decoded, IReadOnlyList<SyntaxProblem> problems) = TextDecoder.Decode(File.ReadAllBytes(path));
        var text = new SourceText(Path.GetFileName(path), decoded);
        FileRole role = Path.GetExtension(path) switch { ".md" or ".html" => FileRole.Post, ".bib" => FileRole.Bibliography, _ => FileRole.TextAsset };
        return s_linter.Lint(new Submission("fixture", [new(text.Path, role, text, problems)], []));
    }

    private static string Print(SubmissionResult result) => Print(result.Findings, result.Submission.Files[0].Text!);

    private static string Print(IEnumerable<Finding> findings, SourceText source)
    {
        var text = new StringBuilder();
        foreach (Finding finding in findings)
        {
            LinePosition at = source.PositionOf(finding.Place.Start);
            string others = string.Concat(finding.OtherPlaces.Select(place => $" +{source.LineOf(place.Start)}"));
            text.Append($"{at.Line}:{at.Column} {finding.Severity} {finding.Rule.Id} {finding.Message.Reveal()}{others}\n");
        }
        return text.ToString();
    }
}
