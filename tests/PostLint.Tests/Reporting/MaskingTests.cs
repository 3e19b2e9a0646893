using System.Text.Json;
using CsCheck;
using PostLint.Engine;
using PostLint.Findings;
using PostLint.Reporting;
using PostLint.Rules;

namespace PostLint.Tests.Reporting;

public sealed class MaskingTests
{
    private const string Post =
        "---\n# authors: Ada Example\ntitle: T\n---\nOur code is at https://github.com/ada-example/x, by Ada Example and Ben "
        + "Sample.\nMore at ada-example's page.\n";

    private static readonly string[] s_names = ["ada", "example", "ben", "sample"];

    public static TheoryData<string> Formats => [.. ReportFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Masked_report_holds_no_planted_name(string format)
    {
        string report = Everything().Print(format, Runs.Masked with { ShowWhy = true });

        report.ToLowerInvariant().Should().NotContainAny(s_names);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Revealed_report_holds_the_names(string format)
    {
        // Counts name nobody, whoever reads them.
        if (format is "statistics")
            return;
        string report = Everything().Print(format, Runs.Revealed with { ShowWhy = true });

        report.Replace("\\", "", StringComparison.Ordinal).Should().Contain("Ada Example").And.Contain("ada-example");
        if (format is "json" or "sarif")
            report.Should().Contain("reason of Ben Sample");
    }

    [Fact]
    public void Name_marked_in_one_message_is_masked_in_others()
    {
        Finding marked = Runs.Finding(Runs.At(Post, "ada-example"));
        var careless = new Finding(
            Runs.Rule("identity/e-mail"),
            Runs.At(Post, "Our"),
            Message.Of($"See {new Neutral("ADA-example.github.io")} and adaptations"),
            []
        );

        Runs.Of(Post, marked, careless).Text(Runs.Masked).Should().Contain("See ▇▇▇.github.io and adaptations");
    }

    [Fact]
    public void Part_inside_a_word_is_no_name()
    {
        Finding marked = Runs.Finding(Runs.At(Post, "Ada"), "Ann");
        var other = new Finding(Runs.Rule("identity/e-mail"), Runs.At(Post, "Our"), Message.Of($"The annotation cannot stay"), []);

        Runs.Of(Post, marked, other).Text(Runs.Masked).Should().Contain("The annotation cannot stay");
    }

    [Fact]
    public void No_run_of_any_marked_texts_leaks_one() =>
        Gen.Select(Gen.Char['a', 'z'].Array[6, 12], Gen.Char['\u0600', '\u06ff'].Array[6, 12])
            .Sample(
                (first, second) =>
                {
                    string[] secrets = ["q" + new string(first) + "q", new(second)];
                    string text = $"- {secrets[0]}\n- {secrets[1]}\n";
                    Finding[] findings = [.. secrets.Select(secret => Runs.Finding(Runs.At(text, secret), secret))];
                    string report = Runs.Of(text, findings).Text(Runs.Masked);
                    return !secrets.Any(secret => report.Contains(secret, StringComparison.OrdinalIgnoreCase));
                },
                iter: 200
            );

    [Fact]
    public void Fingerprint_of_a_line_does_not_depend_on_the_found_name()
    {
        string other = Post.Replace("Ada Example\n", "Ben Sample\n", StringComparison.Ordinal);

        Fingerprint(Post, "Ada Example").Should().Be(Fingerprint(other, "Ben Sample"));
    }

    private static string? Fingerprint(string text, string name) =>
        Runs.Of(text, Runs.Finding(Runs.At(text, name)))
            .Json()
            .GetProperty("submissions")[0]
            .GetProperty("findings")[0]
            .GetProperty("fingerprint")
            .GetString();

    private static LintRun Everything()
    {
        var link = new AccountLink(Runs.At(Post, "https://github.com/ada-example/x"), "ada-example");
        var account = new OwnAccount(Runs.At(Post, "ada-example/x"));
        RuleDescriptor concluding = Runs.Rule("identity/own-account");
        Derivation why = new(Runs.Rule(), [new(account, [new(concluding, [new(link, [])])])]);
        Finding open = Runs.Finding(Runs.At(Post, "ada-example")) with
        {
            Derivations = [why],
            OtherPlaces = [Runs.At(Post, "ada-example's page")],
        };
        Finding comment = Runs.Finding(
            Runs.At(Post, "Ada Example", context: TextContext.FrontMatterComment),
            "Ada Example",
            Runs.Rule("identity/author-in-comment")
        );
        Finding suppressed = Runs.Finding(Runs.At(Post, "Ben Sample"), "Ben Sample") with
        {
            Suppression = new(SuppressionKind.InSource, "reason of Ben Sample", Runs.At(Post, "Our")),
        };
        return Runs.Of(Post, comment, open, suppressed).WithTrouble("ada-example");
    }
}
