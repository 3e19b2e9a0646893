using System.Text.Json;
using PostLint.Engine;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Tests.Reporting;

public sealed class JsonReporterTests
{
    private const string Post = "one\nOur code: https://example.org/ada-example.\nagain ada-example\n";

    [Fact]
    public void Document_says_what_was_run()
    {
        JsonElement root = (Runs.Of(Post) with { ConfigurationPath = ".postlint.yml" }).Json();

        root.GetProperty("version").GetInt32().Should().Be(1);
        root.GetProperty("tool").GetRawText().Should().Be("""{"name":"PostLint","version":"1.2.3"}""");
        root.GetProperty("profile").GetRawText().Should().Be("""{"name":"double-blind","phase":"submission"}""");
        root.GetProperty("configuration").GetString().Should().Be(".postlint.yml");
        root.GetProperty("masked").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public void Finding_keeps_its_place_and_what_is_behind_it()
    {
        var fact = new AccountLink(Runs.At(Post, "https://example.org/ada-example"), "ada-example");
        Finding finding = Runs.Finding(Runs.At(Post, "ada-example", context: TextContext.FrontMatterComment)) with
        {
            OtherPlaces = [Runs.At(Post, "ada-example\n")],
            Derivations = [new(Runs.Rule(), [new(fact, [])])],
            Requirement = new("Be anonymous.", "Call", ""),
            Suppression = new(SuppressionKind.InSource, "agreed with Ada Example", Runs.At(Post, "one")),
        };

        JsonElement found = Runs.Of(Post, finding).Json(Runs.Revealed).GetProperty("submissions")[0].GetProperty("findings")[0];

        found.GetProperty("fingerprint").GetString().Should().MatchRegex("^[0-9a-f]{32}:1$");
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(found.GetRawText())!.Remove("fingerprint", out _).Should().BeTrue();
        Fields(found, "rule", "severity", "message", "file", "line", "column", "endLine", "endColumn", "context", "text")
            .Should()
            .Equal(
                "identity/own-repository",
                "error",
                "The account ada-example is presented as the authors' own",
                Runs.Path,
                "2",
                "31",
                "2",
                "42",
                "front-matter-comment",
                "ada-example"
            );
        Fields(found.GetProperty("otherPlaces")[0], "line", "column", "endLine", "endColumn").Should().Equal("3", "7", "4", "1");
        Fields(found.GetProperty("evidence")[0], "kind", "depth").Should().Equal("account-link", "0");
        found.GetProperty("evidence")[0].GetProperty("place").GetProperty("column").GetInt32().Should().Be(11);
        found.GetProperty("requirement").GetRawText().Should().Be("""{"text":"Be anonymous.","source":"Call"}""");
        Fields(found.GetProperty("suppression"), "kind", "reason").Should().Equal("in-source", "agreed with Ada Example");
    }

    [Fact]
    public void Weighed_clues_are_named_with_their_weights()
    {
        JsonElement weight = Runs.Of(Post, Runs.Weighed(Post))
            .Json()
            .GetProperty("submissions")[0]
            .GetProperty("findings")[0]
            .GetProperty("weight");

        weight
            .GetRawText()
            .Should()
            .Be(
                """
                {"hypothesis":"this account is the authors\u2019","bits":1,"priorBits":-1.5,"chance":0.667,
                "for":[{"clue":"my","words":"\u201Cmy\u201D stands before it","bits":3.75,"support":171,"source":"links"}],
                "against":[{"clue":"by","words":"it is said whose it is","bits":-1.25,"support":80,"source":"links"}]}
                """.ReplaceLineEndings("")
            );
    }

    [Fact]
    public void Trouble_is_part_of_the_document()
    {
        JsonElement root = Runs.Of(Post).WithTrouble().Json();

        root.GetProperty("unread").GetRawText().Should().Be("""[{"file":"missing.md","reason":"it does not exist"}]""");
        root.GetProperty("submissions")[0].GetProperty("unread")[0].GetProperty("file").GetString().Should().Be("assets/img/a b.png");
        root.GetProperty("submissions")[0]
            .GetProperty("faults")
            .GetRawText()
            .Should()
            .Be("""[{"rule":"identity/e-mail","count":2,"exception":"InvalidOperationException"}]""");
        root.GetProperty("counts")
            .GetRawText()
            .Should()
            .Be(
                """{"submissions":1,"errors":0,"warnings":0,"notes":0,"suppressed":0,"unread":2,"faults":1,"notFullyChecked":0"""
                    + ""","whole":1,"gaps":0,"excluded":0,"ignored":0,"notChecked":2,"open":0}"""
            );
    }

    [Fact]
    public void Document_is_ascii_and_ends_its_line()
    {
        const string Text = "\u202e日本\e\n";
        string json = Runs.Of(Text, Runs.Finding(Runs.At(Text, "日本"), "日本")).Print("json", Runs.Revealed);

        json.Should().EndWith("}\n");
        json.Where(character => character is (< ' ' or > '~') and not '\n').Should().BeEmpty();
    }

    private static string[] Fields(JsonElement element, params string[] names) =>
        [.. names.Select(name => element.GetProperty(name).ToString())];
}
