using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Tests;

public class LinterTests
{
    private static readonly Profile s_profile = new("test", "", new Dictionary<string, RuleSetting>());

    private sealed class Throwing : Rule
    {
        public override RuleDescriptor Descriptor { get; } =
            new("test/throwing")
            {
                Summary = "Throws",
                Why = "To see.",
                Fix = "None.",
                Severity = Severity.Note,
            };

        public override Pattern Pattern => When<AuthorEntry>().Report(_ => throw new InvalidOperationException("no"));
    }

    [Fact]
    public void A_rule_that_throws_is_a_fault_and_the_others_go_on()
    {
        Pack pack = BuiltInPack.Create();
        var linter = new Linter(pack with { Rules = [.. pack.Rules, new Throwing()] }, s_profile);
        SubmissionResult result = linter.Lint(Post("---\nauthors: Ada Example\n---\n"));
        result.Faults.Should().ContainSingle().Which.Rule.Id.Should().Be("test/throwing");
        result.Findings.Should().Contain(finding => finding.Rule.Id == "identity/author-not-anonymous");
    }

    [Theory]
    [InlineData("We thank ")]
    [InlineData("we ")]
    [InlineData("TODO: fix ")]
    public void Words_without_an_end_of_sentence_do_not_use_up_a_rule(string words) =>
        new Linter(BuiltInPack.Create(), s_profile).Lint(Post(string.Concat(Enumerable.Repeat(words, 2_000)))).Faults.Should().BeEmpty();

    [Fact]
    public void For_reports_posts_keep_their_texts_that_no_finding_speaks_of()
    {
        Submission post = Post("---\nlayout: distill\n---\n");
        SubmissionResult result = new Linter(BuiltInPack.Create(), s_profile).Lint(post) with { Findings = [] };

        result.ForReports().Submission.Files[0].Text!.Text.Should().Be(post.Files[0].Text!.Text);
    }

    [Fact]
    public void For_reports_only_texts_are_kept_that_a_finding_speaks_of()
    {
        Submission post = Post("---\nauthors: Ada Example\n---\n");
        SubmittedFile asset = new("assets/a.js", FileRole.TextAsset, new("assets/a.js", "let a = 1;"), []);
        SubmissionResult result = new Linter(BuiltInPack.Create(), s_profile).Lint(post with { Files = [.. post.Files, asset] });

        SubmissionResult lean = result.ForReports();

        lean.Findings.Should().Equal(result.Findings);
        lean.Submission.Files.Select(file => file.Path).Should().Equal(result.Submission.Files.Select(file => file.Path));
        lean.Submission.Files.Select(file => file.Text!.Text).Should().Equal(post.Files[0].Text!.Text, "");
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        var linter = new Linter(BuiltInPack.Create(), s_profile);
        Action lint = () => linter.Lint(Post("text"), new CancellationToken(canceled: true));
        lint.Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void A_profile_sets_severity_and_requirement()
    {
        var requirement = new Requirement("No names.", "A call", "");
        var strict = s_profile with
        {
            Settings = new Dictionary<string, RuleSetting> { ["identity"] = new(Severity.Note, Requirement: requirement) },
        };
        Finding finding = new Linter(BuiltInPack.Create(), strict)
            .Lint(Post("---\nauthors: Ada Example\n---\n"))
            .Findings.Should()
            .ContainSingle()
            .Which;
        (finding.Severity, finding.Requirement).Should().Be((Severity.Note, requirement));
    }

    [Theory]
    [InlineData(null, Severity.Warning)]
    [InlineData(Severity.Note, Severity.Note)]
    [InlineData(Severity.Error, Severity.Warning)]
    public void A_profile_lowers_what_clues_weigh_and_does_not_raise_it(Severity? set, Severity expected)
    {
        WeightTable table = WeightTable.Read("test.txt", "hypothesis = h\nprior = 1\nnote = 0\nwarning = 1\nerror = none");
        var profile = s_profile with { Settings = new Dictionary<string, RuleSetting> { ["test/weighing"] = new(set) } };
        var linter = new Linter(BuiltInPack.Create() with { Rules = [new Weighing(table)] }, profile);

        linter.Lint(Post("---\nauthors: Ada Example\n---\n")).Findings.Should().ContainSingle().Which.Severity.Should().Be(expected);
    }

    private sealed record Hint(string Clue, Place Place) : Fact(Place), IClue;

    private sealed class Weighing(WeightTable table) : Rule
    {
        public override RuleDescriptor Descriptor { get; } =
            new("test/weighing")
            {
                Summary = "Weighs",
                Why = "To see.",
                Fix = "None.",
                Severity = Severity.Error,
            };

        public override Pattern Pattern =>
            When<AuthorEntry>().Weigh<Hint>(() => table, Within.File).Report((author, weight) => At(author, $"x") with { Weight = weight });
    }

    private static Submission Post(string text) => new("post", [new("post.md", FileRole.Post, new("post.md", text), [])], []);
}
