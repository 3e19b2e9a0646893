using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Tests.Reporting;

/// <summary>Formats that other programs read, against what those ask for.</summary>
public sealed class MachineFormatTests
{
    private const string Post =
        "---\ntitle: T\n---\nÜber 😀 we thank Ada Example for her help.\n\nOur code is at https://github.com/ada-example/x.\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void JUnit_is_valid_and_counts_what_it_holds(bool reveals)
    {
        XDocument document = XDocument.Parse(Everything().Print("junit", reveals ? Runs.Revealed : Runs.Masked));

        Validate(document);
        XElement[] cases = [.. document.Descendants("testcase")];
        foreach (XElement counted in document.Descendants().Where(element => element.Name.LocalName is "testsuites" or "testsuite"))
        {
            ((int?)counted.Attribute("tests")).Should().Be(counted.Descendants("testcase").Count());
            ((int?)counted.Attribute("failures")).Should().Be(counted.Descendants("failure").Count());
            ((int?)counted.Attribute("errors")).Should().Be(counted.Descendants("error").Count());
            ((int?)counted.Attribute("skipped")).Should().Be(counted.Descendants("skipped").Count());
        }
        cases.Should().HaveCountGreaterThan(5);
        document.Descendants("failure").Should().HaveCount(1);
        document.Descendants("skipped").Should().HaveCount(1);
        // A note is told and fails nothing; two things were not read, and a rule failed.
        document.Descendants("system-out").Should().HaveCount(1);
        document.Descendants("error").Should().HaveCount(3);
    }

    [Fact]
    public void JUnit_of_a_clean_post_is_one_case_that_passes()
    {
        XDocument document = XDocument.Parse(Runs.Of(Post).Print("junit", Runs.Masked));

        Validate(document);
        document.Descendants("testcase").Should().ContainSingle().Which.HasElements.Should().BeFalse();
    }

    [Fact]
    public void JUnit_that_is_not_valid_is_refused_by_the_schema()
    {
        FluentActions
            .Invoking(() => Validate(XDocument.Parse("<testsuites><testsuite name='a'><testcase/></testsuite></testsuites>")))
            .Should()
            .Throw<XmlSchemaValidationException>();
    }

    [Fact]
    public void GitLab_gets_what_it_needs_of_each_finding()
    {
        JsonElement[] issues = [.. Parse(Everything().Print("gitlab", Runs.Masked)).EnumerateArray()];

        issues.Should().HaveCount(5);
        foreach (JsonElement issue in issues)
        {
            issue.GetProperty("description").GetString().Should().NotBeNullOrWhiteSpace();
            issue.GetProperty("check_name").GetString().Should().NotBeNullOrWhiteSpace();
            issue.GetProperty("severity").GetString().Should().BeOneOf("info", "minor", "major", "critical", "blocker");
            issue.GetProperty("location").GetProperty("path").GetString().Should().NotBeNullOrWhiteSpace().And.NotStartWith("./");
            issue.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32().Should().BePositive();
        }
        issues.Select(issue => issue.GetProperty("fingerprint").GetString()).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Rdjson_counts_bytes_and_suggests_safe_fixes()
    {
        JsonElement root = Parse(Everything().Print("rdjson", Runs.Masked));

        root.GetProperty("source").GetProperty("name").GetString().Should().Be("PostLint");
        JsonElement[] diagnostics = [.. root.GetProperty("diagnostics").EnumerateArray()];
        foreach (JsonElement diagnostic in diagnostics)
        {
            diagnostic.GetProperty("message").GetString().Should().NotBeNullOrWhiteSpace();
            diagnostic.GetProperty("location").GetProperty("path").GetString().Should().NotBeNullOrWhiteSpace();
            diagnostic.GetProperty("severity").GetString().Should().BeOneOf("ERROR", "WARNING", "INFO");
        }
        JsonElement thanks = diagnostics.Single(one =>
            one.TryGetProperty("code", out JsonElement code) && code.GetProperty("value").GetString() == "acknowledgment/sentence"
        );
        JsonElement range = thanks.GetProperty("location").GetProperty("range");
        string line = Post.Split('\n')[3];
        int start = range.GetProperty("start").GetProperty("column").GetInt32(),
            end = range.GetProperty("end").GetProperty("column").GetInt32();
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)[(start - 1)..(end - 1)]).Should().Be("we thank");
        JsonElement suggestion = thanks.GetProperty("suggestions").EnumerateArray().Single();
        suggestion.GetProperty("text").GetString().Should().BeEmpty();
        suggestion.GetProperty("range").GetProperty("start").GetProperty("column").GetInt32().Should().Be(start);
    }

    [Fact]
    public void Concise_is_one_line_a_finding()
    {
        string[] lines = Everything().Print("concise", Runs.Masked).TrimEnd('\n').Split('\n');

        lines.Should().HaveCount(5);
        lines[0].Should().StartWith($"{Runs.Path}:4:9: error acknowledgment/sentence ").And.EndWith("This thanks ▇▇▇");
    }

    private static LintRun Everything()
    {
        Place thanked = Runs.At(Post, "we thank");
        Finding thanks = Runs.Finding(thanked, rule: Runs.Rule("acknowledgment/sentence")) with
        {
            Message = Message.Of($"This thanks {new Sensitive("Ada Example")}"),
            Fixes = [new(Message.Of($"Take it out"), thanked, "", IsSafe: true)],
        };
        Finding note = Runs.Finding(Runs.At(Post, "title"), rule: Runs.Rule("scope/short-post", Severity.Note));
        Finding suppressed = Runs.Finding(Runs.At(Post, "https")) with
        {
            Suppression = new(SuppressionKind.InSource, "it is a benchmark", Runs.At(Post, "Our")),
        };
        return Runs.Of(Post, thanks, note, suppressed).WithTrouble();
    }

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static void Validate(XDocument document)
    {
        var schemas = new XmlSchemaSet();
        using var schema = XmlReader.Create(Path.Combine(Repository.Root, "docs", "schemas", "junit.xsd"));
        schemas.Add(null, schema);
        document.Validate(schemas, null);
    }
}
