using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Packs;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Tests.Cli;

namespace PostLint.Tests;

/// <summary>What was not read is not absent: nobody is told that something is missing which may stand there.</summary>
public sealed class CompletenessTests
{
    // Whose picture it is, a bibliography may excuse; one that was not read excuses nobody.
    private const string Excused = "identity/asset-author";

    public static TheoryData<string> Submissions =>
        [
            .. Directory
                .EnumerateDirectories(Repository.Fixtures)
                .SelectMany(family => Directory.EnumerateDirectories(family, "*", SearchOption.AllDirectories))
                .Where(folder => Directory.Exists(Path.Combine(folder, "_posts")))
                .Select(folder => Path.GetRelativePath(Repository.Fixtures, folder).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Submissions))]
    public void A_file_that_is_not_read_adds_no_finding(string folder)
    {
        string path = Path.Combine(Repository.Fixtures, folder);
        var reader = new SubmissionReader { WorkingDirectory = path };
        Submission whole = reader.Read(reader.Discover(["."]).Sources[0]);
        var linter = new Linter(BuiltInPack.Create(), BuiltInPack.Catalogue.Profile("iclr-blog-2026"));
        string[] before = [.. linter.Lint(whole).Findings.Select(KeyOf)];
        foreach (SubmittedFile file in whole.Files.Where(file => file is { Text: not null, Container: null }))
        {
            SubmissionResult result = linter.Lint(
                whole with
                {
                    Files = [.. whole.Files.Select(other => other == file ? other with { Text = null, Problems = [] } : other)],
                    Unread = [.. whole.Unread, new(file.Path, "permission to read it is denied")],
                }
            );

            string[] added = [.. result.Findings.Select(KeyOf).Except(before)];
            added.Where(key => key.Split(' ')[0] is not Excused).Should().BeEmpty($"only {file.Path} was not read");
        }
    }

    [Fact]
    public void A_report_says_which_rules_were_not_asked()
    {
        using var run = new Run();
        run.With("_posts/2026-04-27-a.md", $"---\ntitle: A\n---\n\n{new string('a', 33 << 20)}");

        run.Start("check", ".", "--isolated").Should().Be(2);

        run.Output.Should().NotContain("missing-").And.Contain("larger than 32 MB").And.Contain("nothing was checked");
        run.Output.Should().MatchRegex("not asked: \\d+ rules \\([a-z]+/.*\\) about what is absent");
        run.Start("check", ".", "--isolated", "--format", "json").Should().Be(2);
        run.Output.Should().Contain("\"notAsked\":[").And.Contain("\"template/missing-contents\"");
    }

    [Theory]
    [InlineData("a.md", "Elements are nested too deeply")]
    [InlineData("b.md", "Lists, quotes or brackets")]
    [InlineData("c.md", "values are nested deeper than is read")]
    public void What_a_parser_leaves_out_is_told_and_not_called_checked(string name, string reason)
    {
        string text = name switch
        {
            "a.md" => $"---\ntitle: A\n---\n\n{string.Concat(Enumerable.Repeat("<div>", 600))}\n",
            "b.md" => $"---\ntitle: A\n---\n\n{new string('>', 3_000)} a\n",
            _ => $"---\ntitle: A\nb: {new string('[', 100)}{new string(']', 100)}\n---\n\nText.\n",
        };
        using var run = new Run();
        run.With($"_posts/2026-04-27-{name}", text);

        run.Start("check", ".", "--isolated", "--fail-on", "never").Should().Be(2);

        run.Output.ToLowerInvariant().Should().Contain(reason.ToLowerInvariant());
        run.Output.Should().Contain("1 not fully checked").And.NotContain("no direct trace").And.NotContain("template/missing-");
    }

    [Fact]
    public void A_notebook_that_is_nested_too_deeply_is_told()
    {
        using var run = new Run();
        run.With("_posts/2026-04-27-a.md", "---\ntitle: A\n---\n\n![a](/assets/img/2026-04-27-a/a.ipynb)\n")
            .With("assets/img/2026-04-27-a/a.ipynb", $"{{\"cells\": [], \"metadata\": {new string('[', 70)}{new string(']', 70)}}}");

        run.Start("check", ".", "--isolated", "--fail-on", "never").Should().Be(2);

        run.Output.Should().Contain("nested too deeply to be read as a notebook").And.Contain("1 not fully checked");
    }

    [Fact]
    public void A_limit_of_archives_is_no_clean_run()
    {
        using var run = new Run();
        run.With("_posts/2026-04-27-a.md", "---\ntitle: A\n---\n\nText.\n");
        run.Write(
            "assets/img/2026-04-27-a/a.zip",
            Assets.Samples.Zip([.. Enumerable.Range(0, 30).Select(n => ($"a{n}.txt", new byte[] { 65 }))])
        );

        run.Start("check", ".", "--isolated", "--fail-on", "never", "--limit", "parts=20").Should().Be(2);

        run.Output.Should().Contain("1 not fully checked");
    }

    [Theory]
    [InlineData("kind: required\n    file: data/*.csv", Completeness.WholeSubmission)]
    [InlineData("kind: count\n    of: words\n    min: 100", Completeness.WholeSubmission)]
    [InlineData("kind: count\n    of: words\n    max: 100", Completeness.Any)]
    public void A_rule_of_a_pack_needs_what_its_kind_needs(string keys, Completeness needs)
    {
        string card = $"    {keys}\n    summary: S\n    why: W.\n    fix: F.\n    severity: note\n    bad: a\n    good: b\n";

        DataPack pack = PackReader.Read("our.yml", $"name: our\nrules:\n  our/thing:\n{card}", []);

        pack.Pack.Rules.Should().ContainSingle().Which.Descriptor.Needs.Should().Be(needs);
    }

    private static string KeyOf(Finding finding) => $"{finding.Rule.Id} {finding.Place.File} {finding.Message.Reveal()}";
}
