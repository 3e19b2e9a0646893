using CsCheck;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Tests.Reporting;

public sealed class TextReporterTests
{
    private const string Post = "one\nOur code: https://example.org/ada-example.\nagain ada-example\n";

    [Fact]
    public void Finding_is_printed_whole()
    {
        Finding finding = Runs.Finding(Runs.At(Post, "ada-example", context: TextContext.HtmlComment)) with
        {
            OtherPlaces = [Runs.At(Post, "ada-example\n"), new("a.bib", 3, 2, 9)],
            Requirement = new("Submissions are anonymous", "Call, section 2", "https://example.org/call"),
        };

        Runs.Of(Post, finding)
            .Text()
            .Should()
            .Be(
                """
                _posts/2026-04-27-my-post.md:2:31 error identity/own-repository
                  The account ada-example is presented as the authors' own
                      2 | Our code: https://example.org/ada-example.
                        |                               ^^^^^^^^^^^
                  also on line 3 and at a.bib:9
                  fix: Move it to an anonymous host.
                  why: Its owner can be looked up.
                  call: Submissions are anonymous. (Call, section 2, https://example.org/call)

                1 error in 1 submission

                """
            );
    }

    [Fact]
    public void What_to_do_is_printed_each_time_why_once_a_rule_and_the_call_once_a_run()
    {
        var asked = new Requirement("Submissions are anonymous", "Call, section 2", "");
        LintRun run = Runs.Of(
            Post,
            Runs.Finding(Runs.At(Post, "Our")) with
            {
                Requirement = asked,
            },
            Runs.Finding(Runs.At(Post, "again")),
            Runs.Finding(Runs.At(Post, "one"), rule: Runs.Rule("identity/x", Severity.Note)) with
            {
                Requirement = asked,
            }
        );

        string text = run.Text();
        text.Split("fix: ").Should().HaveCount(4);
        text.Split("why: ").Should().HaveCount(3);
        text.Split("call: ").Should().HaveCount(2);
        run.Text(Runs.Revealed with { ShowWhy = true }).Split("call: ").Should().HaveCount(3);
    }

    [Fact]
    public void The_worst_findings_of_a_submission_come_first()
    {
        string text = Runs.Of(
                Post,
                Runs.Finding(Runs.At(Post, "one"), rule: Runs.Rule("identity/x", Severity.Note)),
                Runs.Finding(Runs.At(Post, "Our"), rule: Runs.Rule("identity/y", Severity.Warning)),
                Runs.Finding(Runs.At(Post, "again"), rule: Runs.Rule("identity/z", Severity.Error))
            )
            .Text();

        text.IndexOf("identity/z", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("identity/y", StringComparison.Ordinal));
        text.IndexOf("identity/y", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("identity/x", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_no_line_is_shown_its_kind_is_told() =>
        Runs.Of(Post, Runs.Finding(Runs.At(Post, "ada-example", context: TextContext.HtmlComment)))
            .Text(Runs.Masked)
            .Should()
            .Contain("\n  in an HTML comment\n");

    [Fact]
    public void Masked_report_shows_no_line() =>
        Runs.Of(Post, Runs.Finding(Runs.At(Post, "ada-example")))
            .Text(Runs.Masked)
            .Should()
            .Contain("The account ▇▇▇ is")
            .And.NotContain("Our code");

    [Fact]
    public void Counts_name_what_there_is()
    {
        RuleDescriptor note = Runs.Rule("identity/x", Severity.Note),
            warning = Runs.Rule("identity/y", Severity.Warning);
        Place place = Runs.At(Post, "Our");
        Finding suppressed = Runs.Finding(place) with
        {
            Suppression = new(SuppressionKind.External, "agreed", new(".postlint.yml", Line: 3)),
        };

        Runs.Of(
                Post,
                Runs.Finding(place),
                Runs.Finding(place),
                Runs.Finding(place, rule: note),
                Runs.Finding(place, rule: warning),
                suppressed
            )
            .Text()
            .Should()
            .EndWith("2 errors, 1 warning, 1 note in 1 submission, 1 suppressed\n");
    }

    [Fact]
    public void Clean_run_says_what_was_not_found_and_never_anonymous() =>
        Runs.Of(Post).Text().Should().Be("no direct trace found in 1 submission\n");

    [Fact]
    public void Clean_run_lists_what_was_not_read()
    {
        string text = Runs.Of(Post).WithTrouble().Text(Runs.Masked);

        text.Should()
            .Contain("not read: assets/img/a b.png: it is larger than is read")
            .And.Contain("not read: missing.md: it does not exist")
            .And.Contain("fault of PostLint: identity/e-mail failed 2 times in 2026-04-27-my-post: InvalidOperationException\n")
            .And.EndWith("no direct trace found in 1 submission, 2 not checked, 1 fault of PostLint\n");
    }

    [Fact]
    public void Run_with_suppressed_findings_only_is_not_called_clean()
    {
        Finding suppressed = Runs.Finding(Runs.At(Post, "Our")) with
        {
            Suppression = new(SuppressionKind.InSource, "r", Runs.At(Post, "one")),
        };

        Runs.Of(Post, suppressed).Text().Should().Be("no open finding in 1 submission, 1 suppressed\n");
    }

    [Fact]
    public void Run_without_submission_claims_nothing() =>
        (Runs.Of(Post) with { Results = [] }).Text().Should().Be("nothing was checked\n");

    [Fact]
    public void A_run_whose_only_post_was_not_read_claims_nothing()
    {
        LintRun run = Runs.Of(Post);
        Submission submission = run.Results[0].Submission;
        Submission blind = submission with
        {
            Files = [submission.Files[0] with { Text = null }],
            Unread = [new(submission.Files[0].Path, "it is empty")],
        };

        (run with { Results = [run.Results[0] with { Submission = blind }] })
            .Text()
            .Should()
            .EndWith("nothing was checked, 1 not checked\n");
        (run with { Results = [run.Results[0], run.Results[0] with { Submission = blind }] })
            .Text()
            .Should()
            .EndWith("no direct trace found in 1 submission, 1 not checked\n");
    }

    [Fact]
    public void What_was_left_out_is_told_with_who_says_so() =>
        (Runs.Of(Post) with { Results = [], Excluded = [new("drafts/a.md", ".postlint.yml:4")], Ignored = 2 })
            .Text()
            .Should()
            .Be("not checked: drafts/a.md: excluded by .postlint.yml:4\nnothing was checked, 1 excluded, 2 ignored by git\n");

    [Fact]
    public void Quiet_leaves_out_counts_and_no_finding()
    {
        string text = Runs.Of(Post, Runs.Finding(Runs.At(Post, "Our"))).WithTrouble().Text(Runs.Revealed with { Quiet = true });

        text.Should().Contain("identity/own-repository").And.Contain("not read: missing.md").And.NotContain("in 1 submission");
    }

    [Fact]
    public void Evidence_is_a_tree_of_facts_and_rules()
    {
        var link = new AccountLink(Runs.At(Post, "https://example.org/ada-example"), "ada-example");
        var own = new OwnAccount(Runs.At(Post, "ada-example"));
        Derivation why = new(Runs.Rule(), [new(own, [new(Runs.Rule("identity/own-account"), [new(link, [])])]), new(link, [])]);

        Runs.Of(Post, Runs.Finding(own.Place) with { Derivations = [why] })
            .Text(Runs.Revealed with { ShowWhy = true, Width = 200 })
            .Should()
            .Contain(
                $"""
                  because of own account at {Runs.Path}:2:31 “ada-example”, concluded by identity/own-account
                    from account link at {Runs.Path}:2:11 “https://example.org/ada-example”

                """
            );
    }

    [Fact]
    public void Weighed_clues_are_shown_each_way_where_evidence_is_asked_for()
    {
        LintRun run = Runs.Of(Post, Runs.Weighed(Post));

        run.Text(Runs.Revealed with { ShowWhy = true, Width = 200 })
            .Should()
            .Contain(
                $"""
                  weighed: that this account is the authors’: chance 67 %, sum +1.00 bits, before any clue −1.50 bits
                    for +3.75 bits: “my” stands before it, at {Runs.Path}:2:1 “Our”
                    against −1.25 bits: it is said whose it is, at {Runs.Path}:3:1 “again”
                  because of
                """.TrimEnd()
            );
        run.Text(Runs.Revealed).Should().NotContain("weighed");
    }

    [Theory]
    [InlineData(0.001, "below 1 %")]
    [InlineData(0.006, "1 %")]
    [InlineData(0.5, "50 %")]
    [InlineData(0.996, "above 99 %")]
    public void A_chance_is_never_told_as_certain(double chance, string told) => PostLint.Reporting.Words.Percent(chance).Should().Be(told);

    [Fact]
    public void Evidence_that_shares_its_premises_is_printed_once_and_bounded()
    {
        Evidence evidence = new(new OwnAccount(new("f")), []);
        for (int i = 0; i < 60; i++)
            evidence = new(new OwnAccount(new("f", i)), [new(Runs.Rule(), [evidence, evidence]), new(Runs.Rule(), [evidence])]);

        string text = Runs.Of(Post, Runs.Finding(new("f")) with { Derivations = [new(Runs.Rule(), [evidence])] })
            .Text(Runs.Revealed with { ShowWhy = true });

        text.Split('\n').Length.Should().BeInRange(15, 100);
    }

    [Fact]
    public void Escapes_and_direction_marks_never_reach_the_terminal()
    {
        const string Hostile = "a \e]0;owned\a \u202eevil\u2066 \u009b31m \0 \r name\u200b \ue000\n";
        const string HostilePath = "po\e[31msts/\u202e.md";
        SubmittedFile file = new(HostilePath, FileRole.Post, new(HostilePath, Hostile), []);
        LintRun run = Runs.Of([file], Runs.Finding(Runs.At(Hostile, "name", HostilePath), "na\eme")) with
        {
            ConfigurationPath = "\e/x",
            Unread = [new("\u202d.md", "because \e[2J")],
        };

        string text = run.Text(Runs.Revealed with { ShowWhy = true });

        text.Should()
            .Contain(@"po\x1b[31msts/\u202e.md:1:")
            .And.Contain(@"a \x1b]0;owned\x07 \u202eevil\u2066 \x9b31m \x00 \x0d name\u200b \ue000");
        text.Where(character =>
                character != '\n'
                && (char.IsControl(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format)
            )
            .Should()
            .BeEmpty();
    }

    [Fact]
    public void Colour_is_written_only_when_asked_for()
    {
        LintRun run = Runs.Of(Post, Runs.Finding(Runs.At(Post, "Our")));

        run.Text(Runs.Revealed with { Color = true }).Should().Contain("\e[1;31merror\e[0m");
        run.Text().Should().NotContain("\e");
    }

    [Fact]
    public void Finding_at_a_file_without_text_names_the_file()
    {
        LintRun run = Runs.Of(
            [new("assets/img/a.png", FileRole.BinaryAsset, null, [])],
            Runs.Finding(new("assets/img/a.png", Context: TextContext.Metadata))
        );

        run.Text().Should().StartWith("assets/img/a.png error identity/own-repository\n").And.Contain("in the metadata of a file");
    }

    [Fact]
    public void Slice_over_several_lines_says_where_it_ends()
    {
        string text = Runs.Of(Post, Runs.Finding(Runs.At(Post, "code: https://example.org/ada-example.\nagain"))).Text();

        text.Should().Contain("|     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ to line 3\n");
    }

    [Fact]
    public void Long_message_is_wrapped()
    {
        string text = Runs.Of(Post, Runs.Finding(Runs.At(Post, "Our"))).Text(Runs.Revealed with { Width = 40 });

        text.Should().Contain("  The account ada-example is presented\n  as the authors' own\n");
    }

    [Fact]
    public void No_place_throws() =>
        Gen.Select(Gen.String, Gen.Int, Gen.Int, Gen.Int[-1, 3])
            .Sample(
                (text, start, length, line) =>
                {
                    Finding finding = Runs.Finding(new(Runs.Path, start, length, line), text) with
                    {
                        OtherPlaces = [new(Runs.Path, length, start, line), new(text, start, 1, line)],
                    };
                    LintRun run = Runs.Of(text, finding);
                    run.Text(Runs.Revealed with { Width = 0 }).Should().NotBeEmpty();
                    run.Json(Runs.Revealed).GetProperty("version").GetInt32().Should().Be(1);
                    run.Sarif(Runs.Revealed).GetProperty("runs").GetArrayLength().Should().Be(1);
                },
                iter: 2000
            );
}
