using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Reporting;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Tests.Reporting;

internal sealed record AccountLink(Place Place, string Owner) : Fact(Place);

internal sealed record OwnAccount(Place Place) : Fact(Place);

internal sealed record Hint(string Clue, Place Place) : Fact(Place), IClue;

/// <summary>Weighs all hints about a link.</summary>
internal sealed class WeighingRule(Func<WeightTable> table) : Rule
{
    public override RuleDescriptor Descriptor => Runs.Rule("identity/likely", Severity.Error);

    public override Pattern Pattern =>
        When<AccountLink>().Weigh<Hint>(table, Within.File).Report((link, weight) => At(link, $"x") with { Weight = weight });
}

/// <summary>Runs made by hand.</summary>
internal static class Runs
{
    public const string Path = "_posts/2026-04-27-my-post.md";

    public static readonly ReportOptions Masked = new("1.2.3");

    public static readonly ReportOptions Revealed = new("1.2.3") { Reveal = true };

    public static readonly Profile DoubleBlind = new("double-blind", "Anonymous.", new Dictionary<string, RuleSetting>());

    public static RuleDescriptor Rule(string id = "identity/own-repository", Severity severity = Severity.Error) =>
        new(id)
        {
            Summary = "A repository that the authors call their own",
            Why = "Its owner can be looked up.",
            Fix = "Move it to an anonymous host.",
            Severity = severity,
        };

    /// <summary>A finding whose clues were weighed: one clue for it, one against it, odds of three to one and a half.</summary>
    public static Finding Weighed(string text)
    {
        WeightTable table = WeightTable.Read(
            "test.txt",
            """
            hypothesis = this account is the authors’
            prior = -6
            note = 0
            warning = 4
            error = none
            my | 15 | 171 | links | “my” stands before it
            by | -5 | 80 | links | it is said whose it is
            """
        );
        return new Matcher(new([new WeighingRule(() => table)]))
            .Run([new AccountLink(At(text, "https"), "ada-example"), new Hint("my", At(text, "Our")), new Hint("by", At(text, "again"))])
            .Findings.Single();
    }

    /// <summary>The place of the first occurrence of a part.</summary>
    public static Place At(string text, string part, string path = Path, TextContext context = TextContext.Prose)
    {
        int start = text.IndexOf(part, StringComparison.Ordinal);
        return new(path, start, part.Length, new SourceText(path, text).LineOf(start), Context: context);
    }

    public static Finding Finding(Place place, string sensitive = "ada-example", RuleDescriptor? rule = null) =>
        new(rule ?? Rule(), place, Message.Of($"The account {new Sensitive(sensitive)} is presented as the authors' own"), []);

    public static LintRun Of(string text, params Finding[] findings) => Of([new(Path, FileRole.Post, new(Path, text), [])], findings);

    public static LintRun Of(SubmittedFile[] files, params Finding[] findings) =>
        new(DoubleBlind, [Rule()], [new(new("2026-04-27-my-post", files, []), DoubleBlind, findings, [])], null, []);

    public static LintRun Under(this LintRun run, Profile profile) =>
        run with
        {
            Profile = profile,
            Results = [.. run.Results.Select(result => result with { Profile = profile })],
        };

    public static LintRun WithTrouble(this LintRun run, string secret = "") =>
        run with
        {
            Results =
            [
                .. run.Results.Select(result =>
                    result with
                    {
                        Faults = [new(Rule("identity/e-mail"), new InvalidOperationException($"failed on {secret}"), 2)],
                        Submission = result.Submission with { Unread = [new("assets/img/a b.png", $"it is larger than is read {secret}")] },
                    }
                ),
            ],
            Unread = [new("missing.md", "it does not exist")],
        };

    public static string Print(this LintRun run, string format, ReportOptions options)
    {
        using var stream = new MemoryStream();
        ReportFormats.Named(format).Write(run, options, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Text(this LintRun run, ReportOptions? options = null) => run.Print("text", options ?? Revealed);

    public static System.Text.Json.JsonElement Json(this LintRun run, ReportOptions? options = null) =>
        Parse(run.Print("json", options ?? Masked));

    public static System.Text.Json.JsonElement Sarif(this LintRun run, ReportOptions? options = null) =>
        Parse(run.Print("sarif", options ?? Masked));

    private static System.Text.Json.JsonElement Parse(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
