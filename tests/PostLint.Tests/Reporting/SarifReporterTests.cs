using System.Text.Json;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Reporting.Sarif;
using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Tests.Reporting;

public sealed class SarifReporterTests
{
    private const string Post = "one\r\nOur code: https://example.org/ada-example.\nagain ada-example\rstill\n";

    [Fact]
    public void Run_without_results_is_whole()
    {
        JsonElement log = Runs.Of(Post).Sarif(),
            run = log.GetProperty("runs")[0];

        log.GetProperty("version").GetString().Should().Be("2.1.0");
        run.GetProperty("results").GetArrayLength().Should().Be(0);
        run.GetProperty("columnKind").GetString().Should().Be("utf16CodeUnits");
        run.GetProperty("automationDetails").GetProperty("id").GetString().Should().Be("postlint/");
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules").GetArrayLength().Should().Be(1);
        run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public void Rank_is_the_chance_of_weighed_clues_in_percent_and_left_out_elsewhere()
    {
        JsonElement results = Runs.Of(Post, Runs.Weighed(Post), Runs.Finding(Runs.At(Post, "still")))
            .Sarif()
            .GetProperty("runs")[0]
            .GetProperty("results");

        results[0].GetProperty("rank").GetDouble().Should().Be(66.7);
        results[0].GetProperty("level").GetString().Should().Be("warning");
        results[1].TryGetProperty("rank", out _).Should().BeFalse();
    }

    [Fact]
    public void Rule_has_all_that_code_scanning_reads()
    {
        var setting = new RuleSetting(Severity.Note, Requirement: new("Be anonymous", "Call", "https://example.org/call"));
        LintRun run = Runs.Of(Post).Under(new("p", "P.", new Dictionary<string, RuleSetting> { ["identity"] = setting }));

        JsonElement rule = run.Sarif().GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];

        rule.GetProperty("id").GetString().Should().Be("identity/own-repository");
        rule.GetProperty("name").GetString().Should().Be("OwnRepository");
        rule.GetProperty("shortDescription").GetProperty("text").GetString().Should().Be("A repository that the authors call their own.");
        rule.GetProperty("fullDescription").GetProperty("text").GetString().Should().Be("Its owner can be looked up.");
        rule.GetProperty("help")
            .GetProperty("text")
            .GetString()
            .Should()
            .Contain("Move it to an anonymous host.")
            .And.Contain("Be anonymous. (Call, https://example.org/call)");
        rule.GetProperty("help")
            .GetProperty("markdown")
            .GetString()
            .Should()
            .Contain("## How to fix it")
            .And.Contain("[Call](https://example.org/call)");
        rule.GetProperty("defaultConfiguration").GetProperty("level").GetString().Should().Be("note");
        rule.GetProperty("properties")
            .GetRawText()
            .Should()
            .Be("""{"tags":["identity"],"precision":"low","problem.severity":"recommendation"}""");
    }

    [Fact]
    public void Descriptions_and_tags_stay_in_their_limits()
    {
        RuleDescriptor wordy = Runs.Rule() with { Summary = new('s', 3000), Why = new('w', 3000) };

        JsonElement rule = (Runs.Of(Post) with { Rules = [wordy] })
            .Sarif()
            .GetProperty("runs")[0]
            .GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")[0];

        rule.GetProperty("shortDescription").GetProperty("text").GetString().Should().HaveLength(1024);
        rule.GetProperty("fullDescription").GetProperty("text").GetString().Should().HaveLength(1024);
        rule.GetProperty("properties").GetProperty("tags").GetArrayLength().Should().BeInRange(1, 10);
    }

    [Fact]
    public void Region_is_the_slice()
    {
        JsonElement result = Results(Runs.Of(Post, Runs.Finding(Runs.At(Post, "ada-example"))))[0];

        Location(result)
            .GetRawText()
            .Should()
            .Be(
                $$$"""{"artifactLocation":{"uri":"{{{Runs.Path}}}","uriBaseId":"%SRCROOT%"},"""
                    + "\"region\":"
                    + """{"startLine":2,"startColumn":31,"endLine":2,"endColumn":42}}"""
            );
    }

    [Fact]
    public void Region_does_not_reach_into_the_next_line()
    {
        JsonElement region = Location(Results(Runs.Of(Post, Runs.Finding(Runs.At(Post, "one\r\n"))))[0]).GetProperty("region");

        (region.GetProperty("endLine").GetInt32(), region.GetProperty("endColumn").GetInt32()).Should().Be((1, 4));
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(3, 4, 4)]
    public void Empty_region_is_widened_where_a_character_follows(int at, int startColumn, int endColumn)
    {
        JsonElement region = Location(Results(Runs.Of(Post, Runs.Finding(new(Runs.Path, at, 0, 1))))[0]).GetProperty("region");

        (region.GetProperty("startColumn").GetInt32(), region.GetProperty("endColumn").GetInt32()).Should().Be((startColumn, endColumn));
    }

    [Fact]
    public void File_without_text_has_no_region_and_no_line_hash()
    {
        const string Path = "assets/img/a.png";
        JsonElement result = Results(
            Runs.Of([new(Path, FileRole.BinaryAsset, null, [])], Runs.Finding(new(Path, Context: TextContext.Metadata)))
        )[0];

        Location(result).GetRawText().Should().Be($$$"""{"artifactLocation":{"uri":"{{{Path}}}","uriBaseId":"%SRCROOT%"}}""");
        result.GetProperty("partialFingerprints").EnumerateObject().Select(print => print.Name).Should().Equal("postlint/v1");
    }

    [Fact]
    public void Line_hash_is_that_of_the_line_number()
    {
        JsonElement result = Results(Runs.Of(Post, Runs.Finding(Runs.At(Post, "ada-example"))))[0];

        result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString().Should().Be(LineHashes.Of(Post)[1]);
    }

    [Theory]
    [InlineData("a b/ü#?.md", "a%20b/%C3%BC%23%3F.md")]
    [InlineData("c:d.md", "c%3Ad.md")]
    [InlineData("/tmp/a b.md", "file:///tmp/a%20b.md")]
    [InlineData("C:/a b.md", "file:///C:/a%20b.md")]
    [InlineData("../a.md", "../a.md")]
    public void Path_is_percent_encoded(string path, string uri) => ArtifactUri.Of(path).Should().Be(uri);

    [Fact]
    public void Related_locations_are_other_places_then_evidence_distinct_and_few()
    {
        Place[] others = [.. Enumerable.Range(0, 5).Select(i => new Place(Runs.Path, i, 1, 1))];
        Evidence[] facts = [.. Enumerable.Range(0, 30).Select(i => new Evidence(new AccountLink(new(Runs.Path, i, 1, 1), "x"), []))];
        Finding finding = Runs.Finding(Runs.At(Post, "o")) with { OtherPlaces = others, Derivations = [new(Runs.Rule(), facts)] };

        JsonElement[] related = [.. Results(Runs.Of(new string('o', 50), finding))[0].GetProperty("relatedLocations").EnumerateArray()];

        related.Select(location => location.GetProperty("id").GetInt32()).Should().Equal(Enumerable.Range(1, 12));
        related
            .Select(location => location.GetProperty("message").GetProperty("text").GetString())
            .Distinct()
            .Should()
            .Equal("The same cause.", "Evidence: account link.");
        related.Select(location => location.GetProperty("physicalLocation").GetRawText()).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Message_links_to_related_locations_and_to_nothing_of_the_submission()
    {
        Finding finding = Runs.Finding(Runs.At(Post, "Our"), "[x](https://example.org)") with { OtherPlaces = [Runs.At(Post, "again")] };

        Results(Runs.Of(Post, finding), reveal: true)[0]
            .GetProperty("message")
            .GetProperty("text")
            .GetString()
            .Should()
            .Be(@"The account \[x\](https://example.org) is presented as the authors' own. See also [3](1).");
    }

    [Fact]
    public void Suppressed_results_are_marked_and_the_others_say_they_are_not()
    {
        Finding open = Runs.Finding(Runs.At(Post, "Our"));
        Finding suppressed = open with { Suppression = new(SuppressionKind.External, "agreed", new(".postlint.yml", Line: 3)) };

        JsonElement results = Results(Runs.Of(Post, suppressed, open));

        results[0]
            .GetProperty("suppressions")[0]
            .GetRawText()
            .Should()
            .StartWith("""{"kind":"external","status":"accepted","justification":"\u2587\u2587\u2587",""")
            .And.Contain("\"region\":{\"startLine\":3}");
        results[1].GetProperty("suppressions").GetArrayLength().Should().Be(0);
        Results(Runs.Of(Post, open))[0].TryGetProperty("suppressions", out _).Should().BeFalse();
    }

    [Fact]
    public void Faults_and_unread_files_are_notifications()
    {
        JsonElement invocation = Runs.Of(Post).WithTrouble().Sarif().GetProperty("runs")[0].GetProperty("invocations")[0];

        invocation.GetProperty("executionSuccessful").GetBoolean().Should().BeFalse();
        invocation
            .GetProperty("toolExecutionNotifications")
            .EnumerateArray()
            .Select(item => item.GetProperty("message").GetProperty("text").GetString())
            .Should()
            .Equal(
                "Rule identity/e-mail failed 2 times, which is a fault of PostLint: InvalidOperationException.",
                "Not read: it is larger than is read .",
                "Not read: it does not exist."
            );
        invocation
            .GetProperty("toolExecutionNotifications")[1]
            .GetProperty("locations")[0]
            .GetProperty("physicalLocation")
            .GetProperty("artifactLocation")
            .GetProperty("uri")
            .GetString()
            .Should()
            .Be("assets/img/a%20b.png");
    }

    [Fact]
    public void Rule_that_did_not_declare_itself_is_listed_with_its_result()
    {
        JsonElement run = Runs.Of(Post, Runs.Finding(Runs.At(Post, "Our"), rule: Runs.Rule("suppression/unused")))
            .Sarif()
            .GetProperty("runs")[0];
        int index = run.GetProperty("results")[0].GetProperty("ruleIndex").GetInt32();

        run.GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")[index]
            .GetProperty("id")
            .GetString()
            .Should()
            .Be("suppression/unused");
    }

    [Fact]
    public void Too_many_results_leave_out_the_lightest_and_say_so()
    {
        RuleDescriptor note = Runs.Rule("identity/note", Severity.Note);
        Finding[] notes = [.. Enumerable.Repeat(Runs.Finding(new(Runs.Path), rule: note), 25_000)];

        JsonElement run = Runs.Of(Post, [.. notes, Runs.Finding(new(Runs.Path))]).Sarif().GetProperty("runs")[0];

        run.GetProperty("results").GetArrayLength().Should().Be(25_000);
        run.GetProperty("results")[0].GetProperty("level").GetString().Should().Be("error");
        run.GetProperty("invocations")[0]
            .GetProperty("toolExecutionNotifications")[0]
            .GetProperty("message")
            .GetProperty("text")
            .GetString()
            .Should()
            .StartWith("1 result of the least weight left out");
    }

    private static JsonElement Results(LintRun run, bool reveal = false) =>
        run.Sarif(Runs.Masked with { Reveal = reveal }).GetProperty("runs")[0].GetProperty("results");

    private static JsonElement Location(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");
}
