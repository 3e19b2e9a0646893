using System.Globalization;
using System.Text.Json;
using PostLint.Fit;
using PostLint.Tests.Cli;
using PostLint.Triage;
using PostLint.Triage.Decisions;

namespace PostLint.Tests.Triage;

public sealed class DecisionTests
{
    private const string Post =
        "---\nlayout: distill\ntitle: Warm-up\ndescription: Why it helps. It is short.\ndate: 2026-04-27\nauthors:\n  - name: Anonymous\n"
        + "---\n\n## Why\n\nThe rate grows over the first steps.\n";

    private static readonly DateTimeOffset s_evening = new(2026, 12, 1, 20, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Two chairs decide about 500 submissions each, of which they share 500; about 50 they disagree, and 30 change afterwards.
    /// </summary>
    [Fact]
    public void Two_chairs_are_merged_in_either_order_and_all_is_told()
    {
        Decision[] first = [.. Enumerable.Range(0, 500).Select(i => Of(i, "Ada", i % 3))],
            second = [.. Enumerable.Range(0, 500).Select(i => Of(i, "Ben", i % 10 == 3 ? (i + 1) % 3 : i % 3))];
        static string Now(string id) => int.Parse(id, CultureInfo.InvariantCulture) >= 470 ? $"new {id}" : $"content {id}";

        var one = DecisionSheet.Of(first.Concat(second), Now);
        var other = DecisionSheet.Of(second.Reverse().Concat(first), Now);

        one.Submissions.Should().HaveCount(500);
        one.Submissions.Where(submission => submission.IsChanged)
            .Should()
            .HaveCount(30)
            .And.OnlyContain(submission => submission.Kind == null);
        one.Submissions.Count(submission => submission.IsDisputed)
            .Should()
            .Be(47, "three of fifty changed meanwhile, and are told as that");
        one.Submissions.Sum(submission => submission.All.Count).Should().Be(1_000, "no decision is lost");
        one.Submissions.Should().BeEquivalentTo(other.Submissions, options => options.WithStrictOrdering());
    }

    [Fact]
    public void Who_decides_again_takes_back_the_earlier_decision_and_nobody_elses()
    {
        Decision early = Of(1, "Ada", 0),
            late = early with { Kind = DecisionKind.Keep, When = s_evening.AddHours(1) },
            others = Of(1, "Ben", 1);

        DecidedSubmission decided = DecisionSheet.Of([late, others, early], id => $"content {id}").Submissions.Single();

        decided.All.Should().BeEquivalentTo([late, others]);
        decided.IsDisputed.Should().BeTrue();
    }

    [Fact]
    public void Decisions_become_messages_notes_tags_and_a_table()
    {
        using Run run = Season();
        (string id, Dictionary<string, string> contents) = RunOf(run);
        run.With(
                "ada.json",
                Export(id, "Ada", ("aB1", "ask", contents["aB1"]), ("aB2", "keep", contents["aB2"]), ("aB3", "reject", contents["aB3"]))
            )
            .With("ben.json", Export(id, "Ben", ("aB1", "ask", contents["aB1"]), ("aB3", "keep", contents["aB3"]), ("aB4", "ask", "old")));

        run.Start("decide", "out", "ada.json", "ben.json", "--deadline", "by 3 December", "--learn", "learned.jsonl")
            .Should()
            .Be(1, run.Error);
        string first = run.Output;
        byte[] table = run.ReadBytes("out/decisions/decisions.csv");
        run.Start("decide", "out", "ben.json", "ada.json", "--deadline", "by 3 December").Should().Be(1);

        run.Output.Should().Be(first, "the order of files decides nothing");
        run.ReadBytes("out/decisions/decisions.csv").Should().Equal(table);
        first
            .Should()
            .Contain("2 submissions decided: 0 reject, 1 ask, 1 keep")
            .And.Contain("disagreement: 1")
            .And.Contain("aB3  Ada: reject, Ben: keep");
        first.Should().Contain("changed since a decision: 1").And.Contain("aB4  Ben: ask");
        string message = run.Read("out/decisions/messages/" + RunFolder.NameOf("aB1") + ".txt");
        message
            .Should()
            .StartWith("Dear authors of submission 1, “Warm-up 1”")
            .And.Contain("by 3 December")
            .And.Contain("`_posts/2026-04-27-a1.md`, line 8: ")
            .And.Contain("Quirina Vandermolen")
            .And.Contain("npx postlint check _posts/2026-04-27-a1.md");
        using JsonDocument notes = JsonDocument.Parse(run.Read("out/decisions/openreview-notes.json"));
        JsonElement edit = notes.RootElement.EnumerateArray().Single();
        edit.GetProperty("invitation").GetString().Should().Be("Example.cc/2026/Blog/Submission1/-/Official_Comment");
        edit.GetProperty("note").GetProperty("content").GetProperty("comment").GetProperty("value").GetString().Should().Be(message);
        run.Read("out/decisions/hotcrp-tags.csv").Should().Be("paper,action,tag\r\n1,tag,postlint-ask\r\n2,tag,postlint-keep\r\n");
        run.Read("out/decisions/disagreements.csv").Should().Contain("Ada,reject").And.Contain("Ben,keep");
        run.Read("out/decisions/changed.csv").Should().Contain("aB4").And.Contain(",no");
        run.Read("learned.jsonl").Should().Contain("identity/commented-author").And.NotContain("Vandermolen").And.NotContain("Warm-up");
    }

    [Fact]
    public void What_is_learned_from_decisions_bears_on_the_next_weights()
    {
        using var run = new Run();
        run.With(
            "learned.jsonl",
            """
            {"rule":"identity/likely-own-account","severity":"note","clues":["own-before"],"verdict":"ask"}
            {"rule":"identity/likely-own-account","severity":"note","clues":["praise-before"],"verdict":"keep"}
            {"rule":"identity/commented-author","severity":"error","clues":[],"verdict":"ask"}
            {"rule":"scope/likely-review","severity":"note","clues":["weak paper"],"verdict":"reject"}
            """
        );

        IReadOnlyList<Learned> rows = Learned.Read(Path.Combine(run.Folder, "learned.jsonl"));

        rows.Should().HaveCount(3, "nothing was weighed for the author list");
        Case[] cases = [.. Learned.Cases(rows)];
        Regression model = Regression.Fit(cases, ["own-before", "praise-before"], new Dictionary<string, double>(), 1, _ => 1);
        model.BitsOf("own-before").Should().BePositive();
        model.BitsOf("praise-before").Should().BeNegative();
        Learned.Sentences(rows, new()).Should().ContainSingle().Which.Kind.Should().Be("review");
    }

    [Theory]
    [InlineData("""{"rule":"scope/likely-review","clues":[],"verdict":"maybe"}""", "the verdict maybe is none of ask, reject and keep")]
    [InlineData("""{"rule":"scope/likely-review"}""", "it is no row of rule, clues and verdict")]
    [InlineData("nonsense", "it is no row of rule, clues and verdict")]
    public void What_is_no_row_of_decisions_is_told_with_its_line(string row, string reason)
    {
        using var run = new Run();
        run.With("learned.jsonl", $"\n{row}\n");

        FluentActions
            .Invoking(() => Learned.Read(Path.Combine(run.Folder, "learned.jsonl")))
            .Should()
            .Throw<FormatException>()
            .WithMessage($"*learned.jsonl:2: {reason}*");
    }

    [Fact]
    public void A_template_of_ones_own_is_used_and_checked()
    {
        using Run run = Season();
        (string id, Dictionary<string, string> contents) = RunOf(run);
        run.With("ada.json", Export(id, "Ada", ("aB1", "ask", contents["aB1"])))
            .With("own.txt", "Hello {title}!\n{places}\n")
            .With("bad.txt", "Hello\n{naem}\n{places}\n")
            .With("empty.txt", "Hello\n");

        run.Start("decide", "out", "ada.json", "--template", "own.txt", "--quiet").Should().Be(0, run.Error);
        run.Read("out/decisions/messages/" + RunFolder.NameOf("aB1") + ".txt").Should().StartWith("Hello Warm-up 1!\nTo change:");

        run.Start("decide", "out", "ada.json", "--template", "bad.txt").Should().Be(2);
        run.Error.Should().Contain("bad.txt:2").And.Contain("{naem}");
        run.Start("decide", "out", "ada.json", "--template", "empty.txt").Should().Be(2);
        run.Error.Should().Contain("it has no {places}");
    }

    [Theory]
    [InlineData("""{"run": "other", "decisions": []}""", "its decisions are of run other")]
    [InlineData("""[{"id": "aB1"}]""", "it holds no decisions")]
    [InlineData(
        """{"run": "RUN", "decisions": [{"submission": "aB1", "decision": "maybe", "when": "2026-12-01"}]}""",
        "decision 1: “maybe” is no decision"
    )]
    [InlineData("""{"run": "RUN", "decisions": [{"decision": "ask"}]}""", "decision 1: it names no submission")]
    [InlineData(
        """{"run": "RUN", "decisions": [{"submission": "aB1", "decision": "ask", "when": "soon"}]}""",
        "decision 1: “when” is no time"
    )]
    [InlineData("nonsense", "it is no valid JSON")]
    public void What_is_no_file_of_this_runs_decisions_is_told(string json, string message)
    {
        using Run run = Season();
        run.With("ada.json", json.Replace("RUN", RunOf(run).Id, StringComparison.Ordinal));

        run.Start("decide", "out", "ada.json").Should().Be(2);

        run.Error.Should().Contain("ada.json").And.Contain(message);
    }

    private static Decision Of(int submission, string by, int kind) =>
        new(
            submission.ToString(CultureInfo.InvariantCulture),
            (DecisionKind)kind,
            by,
            s_evening.AddMinutes(submission),
            "",
            $"content {submission.ToString(CultureInfo.InvariantCulture)}"
        );

    private static Run Season()
    {
        Run run = new Run();
        var notes = new List<object>();
        for (int i = 1; i <= 4; i++)
        {
            notes.Add(
                new
                {
                    id = $"aB{i}",
                    number = i,
                    domain = "Example.cc/2026/Blog",
                    content = new { title = new { value = $"Warm-up {i}" } },
                }
            );
            run.With(
                $"{i}/_posts/2026-04-27-a{i}.md",
                Post.Replace("name: Anonymous\n", "name: Anonymous\n#  - name: Quirina Vandermolen\n", StringComparison.Ordinal)
            );
        }
        run.With("notes.json", JsonSerializer.Serialize(new { notes }));
        run.Start("triage", "notes.json", "--out", "out", "--profile", "iclr-blog-2026", "--ignore", "scope,template", "--quiet")
            .Should()
            .Be(0, run.Error);
        return run;
    }

    /// <summary>The id of the run, and what its submissions hold, as its page has them.</summary>
    private static (string Id, Dictionary<string, string> Contents) RunOf(Run run)
    {
        using var folder = new RunFolder(Path.Combine(run.Folder, "out"));
        return (RunInfo.Of(folder.Path)!.Id, folder.Journal.Ids.ToDictionary(id => id, id => folder.Journal.HeadOf(id)!.Content));
    }

    private static string Export(string run, string by, params (string Id, string Decision, string Content)[] decisions) =>
        JsonSerializer.Serialize(
            new
            {
                run,
                by,
                decisions = decisions.Select(decision => new
                {
                    submission = decision.Id,
                    decision = decision.Decision,
                    why = "",
                    when = "2026-12-01T20:00:00Z",
                    content = decision.Content,
                }),
            }
        );
}
