using System.Text;
using Markdig;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Reporting;
using PostLint.Reporting.GitHub;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Tests.Reporting;

public sealed class GitHubReporterTests
{
    private static readonly ReportOptions s_options = new("0.1.0") { Reveal = true };

    [Theory]
    [InlineData("a\n::error::b", "::error file=x::a%0A::error::b")]
    [InlineData("100 %\r\n", "::error file=x::100 %25\\x0d%0A")]
    [InlineData("\u001b[31mred", "::error file=x::\\x1b[31mred")]
    [InlineData("a\u202Eb", "::error file=x::a\\u202eb")]
    public void A_message_ends_no_command_and_begins_none(string message, string line) =>
        WorkflowCommand.Of("error", message, ("file", "x")).Should().Be(line);

    [Fact]
    public void A_property_ends_none_either() =>
        WorkflowCommand.Of("error", "m", ("file", "a,b:c\nd%.md"), ("line", null)).Should().Be("::error file=a%2Cb%3Ac%0Ad%25.md::m");

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[click](https://evil.example)")]
    [InlineData("@everybody and #1")]
    [InlineData("`code` **bold** | table | # heading")]
    [InlineData("http://evil.example www.evil.example")]
    [InlineData("&lt;b&gt; \\<b\\>")]
    [InlineData("line\n\n# heading\n- [ ] box")]
    public void Text_in_Markdown_is_only_text(string text)
    {
        string shown = MarkdownText.Of(text);

        shown.Should().NotContainAny("<", ">", "\n", "@", "http:", "https:", "www.").And.NotMatchRegex(@"(?<![\\&])[*_\[\]`#]");
        string html = Markdig.Markdown.ToHtml(
            shown,
            new Markdig.MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().Build()
        );
        html.Should().StartWith("<p>").And.EndWith("</p>\n").And.NotContainAny("<a", "<img", "<b>", "<strong", "<code", "<h1", "<li");
    }

    [Fact]
    public void Of_many_findings_ten_are_annotated_the_worst_first()
    {
        string output = Run(25).Print("github", s_options);

        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(11);
        lines[..5].Should().OnlyContain(line => line.StartsWith("::error ", StringComparison.Ordinal));
        lines[^1].Should().Be("::notice title=PostLint::15 more in the summary");
    }

    [Fact]
    public void A_summary_of_five_thousand_findings_is_a_comment_of_the_worst()
    {
        string summary = Run(5_000).Print("summary", s_options);

        Encoding.UTF8.GetByteCount(summary).Should().BeLessThan(65_536);
        summary.Should().Contain("**error**").And.NotContain("**note**").And.Contain("more findings are not shown here");
        Run(5_000).Print("comment", s_options).Should().Be(summary);
        string whole = Run(40).Print("summary", s_options);
        whole
            .IndexOf("**note**", StringComparison.Ordinal)
            .Should()
            .BeGreaterThan(whole.LastIndexOf("**error**", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_made_to_be_uploaded_holds_open_findings_only()
    {
        LintRun run = Run(20);
        Finding[] findings = [.. run.Results[0].Findings];
        findings[0] = findings[0] with { Suppression = new(SuppressionKind.InSource, new("reason"), findings[0].Place) };
        run = run with { Results = [run.Results[0] with { Findings = findings }] };

        string sarif = run.Print("sarif-github", s_options);

        System
            .Text.Json.JsonDocument.Parse(sarif)
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")
            .GetArrayLength()
            .Should()
            .Be(19);
        sarif.Should().NotContain("suppressions").And.NotContain("\"fixes\"");
    }

    /// <summary>Findings of the three severities in turn, each on its line.</summary>
    private static LintRun Run(int count)
    {
        var post = new SubmittedFile(
            "_posts/a.md",
            FileRole.Post,
            new("_posts/a.md", string.Concat(Enumerable.Range(0, count).Select(n => $"line {n}\n"))),
            []
        );
        Finding[] findings =
        [
            .. Enumerable
                .Range(0, count)
                .Select(n => new Finding(
                    BuiltInPack.Catalogue.Cards[n % BuiltInPack.Catalogue.Cards.Count],
                    new Place(post.Path, post.Text!.LineSpan(n + 1).Start, 4, n + 1),
                    Message.Of($"finding {n} about {new Sensitive("somebody")}"),
                    []
                )
                {
                    Severity = (Severity)((n % 3) + (int)Severity.Note),
                }),
        ];
        Profile profile = BuiltInPack.Catalogue.Profile("double-blind");
        return new(profile, BuiltInPack.Catalogue.Cards, [new(new Submission("a", [post], []), profile, findings, [])], null, []);
    }
}
