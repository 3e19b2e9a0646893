using CsCheck;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Suppressions;
using PostLint.Syntax;

namespace PostLint.Tests.Findings;

public sealed class SuppressorTests
{
    private const string Post = "_posts/tides.md";
    private static readonly RuleDescriptor s_repository = Card("identity/own-repository");
    private static readonly RuleDescriptor s_email = Card("identity/email");
    private static readonly HashSet<string> s_known = [s_repository.Id, s_email.Id, .. SuppressionRules.All.Select(rule => rule.Id)];
    private static readonly string[] s_parts =
    [
        "postlint-",
        "disable",
        "enable",
        "-next-block",
        " ",
        ",",
        "--",
        "identity/email",
        "\n",
        "# ",
        "é",
        ":",
    ];
    private readonly Profile _profile = new("double-blind", "", new Dictionary<string, RuleSetting>());

    [Fact]
    public void Next_block_is_suppressed_and_the_one_after_it_is_not()
    {
        SyntaxTree tree = Parse(
            "<!-- postlint-disable-next-block identity/own-repository -- a public benchmark -->\n\nOne LEAK.\n\nTwo LEAK."
        );

        IReadOnlyList<Finding> findings = Apply(tree, [.. Leaks(tree)]);

        findings.Select(finding => finding.Suppression?.Reason.Text).Should().Equal("a public benchmark", null);
        findings[0].Suppression!.Kind.Should().Be(SuppressionKind.InSource);
        findings[0].Suppression!.Place.Should().Be(new Place(Post, 5, 73, 1, Context: TextContext.HtmlComment));
    }

    [Fact]
    public void Next_block_is_the_whole_list()
    {
        SyntaxTree tree = Parse("<!-- postlint-disable-next-block identity/own-repository -- why -->\n\n* a LEAK\n* b LEAK");
        Apply(tree, [.. Leaks(tree)]).Should().OnlyContain(finding => finding.Suppression != null);
    }

    [Fact]
    public void Directives_of_several_rules_may_be_stacked()
    {
        SyntaxTree tree = Parse(
            "<!-- postlint-disable-next-block identity/own-repository -- why -->\n\n<!-- postlint-disable-next-block "
                + "identity/email -- because -->\n\na LEAK"
        );
        Finding leak = Leaks(tree).Single();
        Apply(tree, leak, leak with { Rule = s_email })
            .Select(finding => finding.Suppression?.Reason.Text)
            .Should()
            .Equal("because", "why");
    }

    [Fact]
    public void Comment_with_words_may_be_the_next_block()
    {
        SyntaxTree tree = Parse("<!-- postlint-disable-next-block identity/own-repository -- why -->\n\n<!-- a LEAK -->");
        Apply(tree, [.. Leaks(tree)]).Single().Suppression.Should().NotBeNull();
    }

    [Fact]
    public void Range_holds_between_its_marks()
    {
        SyntaxTree tree = Parse(
            "a LEAK\n\n<!-- postlint-disable identity/own-repository, identity/email -- why -->\n\nb LEAK\n\n<!-- "
                + "postlint-enable identity/own-repository, identity/email -->\n\nc LEAK"
        );
        Finding[] leaks = [.. Leaks(tree), .. Leaks(tree).Select(leak => leak with { Rule = s_email })];
        Apply(tree, leaks).Select(finding => finding.Suppression is not null).Should().Equal(false, false, true, true, false, false);
    }

    [Theory]
    [InlineData("[//]: # (postlint-disable-next-block identity/own-repository -- why)\n\na LEAK")]
    [InlineData("{% comment %} postlint-disable-next-block identity/own-repository -- why {% endcomment %}\n\na LEAK")]
    [InlineData("<!--\n  postlint-disable-next-block identity/own-repository -- why\n  and more words\n-->\n\na LEAK")]
    public void Comments_of_every_kind_count(string text)
    {
        SyntaxTree tree = Parse(text);
        Apply(tree, [.. Leaks(tree)]).Should().ContainSingle().Which.Suppression!.Reason.Text.Should().Be("why");
    }

    [Fact]
    public void In_yaml_the_next_property_is_suppressed_as_a_whole()
    {
        SyntaxTree tree = ParseYaml(
            "---\n# postlint-disable-next-block identity/own-repository -- why\nauthors:\n  - name: LEAK\ntitle: LEAK\n---\n"
        );
        Apply(tree, [.. Leaks(tree)]).Select(finding => finding.Suppression is not null).Should().Equal(true, false);
    }

    [Fact]
    public void In_yaml_commented_lines_below_the_directive_are_its_block()
    {
        SyntaxTree tree = ParseYaml(
            "---\n# postlint-disable-next-block identity/own-repository -- why\n# authors:\n#   - name: LEAK\ntitle: LEAK\n---\n"
        );
        Apply(tree, [.. Leaks(tree)]).Select(finding => finding.Suppression is not null).Should().Equal(true, false);
    }

    [Fact]
    public void In_yaml_ranges_hold_between_their_lines()
    {
        SyntaxTree tree = ParseYaml(
            "---\n# postlint-disable identity/own-repository -- why\na: LEAK\n# postlint-enable identity/own-repository\nb: LEAK\n---\n"
        );
        Apply(tree, [.. Leaks(tree)]).Select(finding => finding.Suppression is not null).Should().Equal(true, false);
    }

    [Theory]
    [InlineData(
        "<!-- postlint-disable-next-block identity/own-repositry -- why -->\n\na",
        "submission/unknown-suppression",
        "There is no rule identity/own-repositry; the nearest is identity/own-repository."
    )]
    [InlineData(
        "<!-- postlint-disable-next-block identity -- why -->\n\na",
        "submission/unknown-suppression",
        "There is no rule identity."
    )]
    [InlineData(
        "<!-- postlint-disable-next-line identity/email -- why -->\n\na",
        "submission/unknown-suppression",
        "PostLint knows no suppression of this form."
    )]
    [InlineData(
        "<!-- postlint-disable-next-block -- why -->\n\na",
        "submission/incomplete-suppression",
        "This suppression names no rule; it has no effect."
    )]
    [InlineData(
        "<!-- postlint-disable identity/email -->\n\na\n\n<!-- postlint-enable identity/email -->",
        "submission/incomplete-suppression",
        "This suppression gives no reason after two hyphens; it has no effect."
    )]
    [InlineData(
        "<!-- postlint-disable-next-block identity/email -- -->\n\na",
        "submission/incomplete-suppression",
        "This suppression gives no reason after two hyphens; it has no effect."
    )]
    [InlineData(
        "<!-- postlint-disable-next-block identity/email -- why -->\n\na",
        "submission/unused-suppression",
        "Nothing here is found by identity/email; this suppression has no effect."
    )]
    [InlineData(
        "<!-- postlint-disable-next-block identity/email -- why -->",
        "submission/unused-suppression",
        "Nothing here is found by identity/email; this suppression has no effect."
    )]
    [InlineData(
        "a\n\n<!-- postlint-enable identity/email -->",
        "submission/unused-suppression",
        "No range for identity/email is open here."
    )]
    public void Directives_that_suppress_nothing_are_findings(string text, string rule, string message)
    {
        Finding finding = Apply(Parse(text)).Should().ContainSingle().Subject;
        (finding.Rule.Id, finding.Message.Reveal()).Should().Be((rule, message));
    }

    [Fact]
    public void Unclosed_range_holds_to_the_end_and_is_a_finding()
    {
        SyntaxTree tree = Parse("<!-- postlint-disable identity/own-repository -- why -->\n\na LEAK");

        IReadOnlyList<Finding> findings = Apply(tree, [.. Leaks(tree)]);

        findings.Select(finding => finding.Rule.Id).Should().Equal("submission/unclosed-suppression", s_repository.Id);
        findings[1].Suppression.Should().NotBeNull();
        tree.Source.Slice(findings[0].Place.Span).ToString().Should().Be("identity/own-repository");
    }

    [Fact]
    public void Suppression_without_reason_does_not_hold()
    {
        SyntaxTree tree = Parse("<!-- postlint-disable-next-block identity/own-repository -->\n\na LEAK");
        Apply(tree, [.. Leaks(tree)]).Should().OnlyContain(finding => finding.Suppression == null);
    }

    [Fact]
    public void Suppression_of_a_rule_that_did_not_run_is_not_called_unused()
    {
        SyntaxTree tree = Parse("<!-- postlint-disable-next-block identity/email -- why -->\n\na");
        HashSet<string> active = [.. s_known.Except([s_email.Id])];
        Suppressor.Apply([], [tree], _profile, [], s_known, active).Should().BeEmpty();
    }

    [Fact]
    public void Rule_that_the_profile_keeps_to_itself_cannot_be_suppressed()
    {
        SyntaxTree tree = Parse(
            "<!-- postlint-disable identity/own-repository -- why -->\n\na LEAK\n\n<!-- postlint-enable identity/own-repository -->"
        );
        Profile strict = With("identity", new(IsSuppressible: false));

        IReadOnlyList<Finding> findings = Suppressor.Apply([.. Leaks(tree)], [tree], strict, [SuppressLeak()], s_known, s_known);

        findings
            .Select(finding => finding.Rule.Id)
            .Should()
            .Equal("submission/refused-suppression", s_repository.Id, "submission/refused-suppression");
        findings.Should().OnlyContain(finding => finding.Suppression == null);
    }

    [Fact]
    public void Findings_on_suppressions_weigh_what_the_profile_says()
    {
        SyntaxTree tree = Parse("<!-- postlint-disable-next-block -->");
        Suppressor
            .Apply([], [tree], With("submission", new(Severity.Error)), [], s_known, s_known)
            .Single()
            .Severity.Should()
            .Be(Severity.Error);
        Suppressor.Apply([], [tree], With("submission", new(IsOff: true)), [], s_known, s_known).Should().BeEmpty();
    }

    [Fact]
    public void Finding_with_an_open_place_stays_open_there()
    {
        SyntaxTree tree = Parse("<!-- postlint-disable-next-block identity/own-repository -- why -->\n\na LEAK\n\nb LEAK\n\nc LEAK");
        Finding[] leaks = [.. Leaks(tree)];

        Finding finding = Apply(tree, leaks[0] with { OtherPlaces = [leaks[1].Place, leaks[2].Place] }).Single();

        finding.Suppression.Should().BeNull();
        finding.Place.Should().Be(leaks[1].Place);
        finding.OtherPlaces.Should().Equal(leaks[2].Place);
    }

    [Fact]
    public void Finding_is_suppressed_when_all_its_places_are()
    {
        SyntaxTree tree = Parse(
            "<!-- postlint-disable identity/own-repository -- why -->\n\na LEAK\n\nb LEAK\n\n<!-- postlint-enable "
                + "identity/own-repository -->"
        );
        Finding[] leaks = [.. Leaks(tree)];
        Apply(tree, leaks[0] with { OtherPlaces = [leaks[1].Place] }).Single().Suppression.Should().NotBeNull();
    }

    [Theory]
    [InlineData("LEAK")]
    [InlineData("github.com/ada-example")]
    public void Configuration_allows_by_the_text_or_the_marked_part_of_the_message(string value)
    {
        SyntaxTree tree = Parse("a LEAK");

        Suppression suppression = Suppressor
            .Apply([.. Leaks(tree)], [tree], _profile, [SuppressLeak(value)], s_known, s_known)
            .Single()
            .Suppression!;

        (suppression.Kind, suppression.Reason.Text, suppression.Place.Line).Should().Be((SuppressionKind.External, "not ours", 7));
        suppression.Place.File.Should().Be(".postlint.yml");
    }

    [Fact]
    public void Configuration_does_not_allow_other_values_rules_or_files()
    {
        SyntaxTree tree = Parse("a LEAK");
        SuppressionEntry[] others =
        [
            SuppressLeak("LEA"),
            SuppressLeak() with
            {
                Rule = s_email.Id,
            },
            SuppressLeak() with
            {
                Path = new(Environment.CurrentDirectory, "*.bib"),
            },
        ];
        Suppressor.Apply([.. Leaks(tree)], [tree], _profile, others, s_known, s_known).Single().Suppression.Should().BeNull();
    }

    [Fact]
    public void Comments_may_be_left_unread()
    {
        SyntaxTree tree = Parse("<!-- postlint-disable identity/own-repository -- why -->\n\na LEAK");
        Suppressor
            .Apply([.. Leaks(tree)], [tree], _profile, [], s_known, s_known, readsComments: false)
            .Single()
            .Suppression.Should()
            .BeNull();
    }

    [Fact]
    public void Too_many_directives_are_bounded_and_reported()
    {
        SyntaxTree tree = Parse(
            string.Concat(Enumerable.Repeat("<!-- postlint-disable-next-block identity/own-repository -- why -->\n\n", 1001)) + "a LEAK"
        );
        Apply(tree, [.. Leaks(tree)]).Should().ContainSingle(finding => finding.Rule == SuppressionRules.Unknown);
    }

    [Fact]
    public void Any_comment_is_read_and_every_place_lies_in_the_file() =>
        Gen.Int[0, s_parts.Length - 1]
            .Array[0, 12]
            .Sample(picks =>
            {
                SyntaxTree tree = Parse($"<!--{string.Concat(picks.Select(pick => s_parts[pick]))}-->\n\na LEAK");
                foreach (Finding finding in Apply(tree, [.. Leaks(tree)]))
                    finding.Place.Span.End.Should().BeLessThanOrEqualTo(tree.Source.Text.Length);
            });

    private IReadOnlyList<Finding> Apply(SyntaxTree tree, params Finding[] findings) =>
        Suppressor.Apply(findings, [tree], _profile, [], s_known, s_known);

    private static Profile With(string key, RuleSetting setting) =>
        new("strict", "", new Dictionary<string, RuleSetting> { [key] = setting });

    private static SuppressionEntry SuppressLeak(string value = "LEAK") =>
        new(s_repository.Id, new(Environment.CurrentDirectory, "_posts/*.md"), SuppressionEntry.HashOf(value), "not ours", 7);

    private static RuleDescriptor Card(string id) =>
        new(id)
        {
            Summary = "s",
            Why = "w",
            Fix = "f",
            Severity = Severity.Error,
        };

    private static IEnumerable<Finding> Leaks(SyntaxTree tree)
    {
        for (
            int at = tree.Source.Text.IndexOf("LEAK", StringComparison.Ordinal);
            at >= 0;
            at = tree.Source.Text.IndexOf("LEAK", at + 1, StringComparison.Ordinal)
        )
            yield return new(
                s_repository,
                new(Post, at, 4, tree.Source.LineOf(at)),
                Message.Of($"{new Sensitive("github.com/ada-example")} is theirs."),
                []
            );
    }

    /// <summary>Blocks between empty lines: comments, lists, paragraphs.</summary>
    private static SyntaxTree Parse(string text)
    {
        var builder = new TreeBuilder(new(Post, text));
        int start = 0;
        foreach (string block in text.Split("\n\n"))
        {
            var span = new TextSpan(start, block.Length);
            Node node = builder.Root.Add(BlockOf(block, span));
            for (
                int item = block.IndexOf("* ", StringComparison.Ordinal);
                node.Kind is NodeKind.List && item >= 0;
                item = block.IndexOf("* ", item + 1, StringComparison.Ordinal)
            )
                builder.AddBlock(
                    node.Add(new(NodeKind.ListItem, new(start + item, 8), TextContext.Prose)),
                    new TextSpan(start + item + 2, 6)
                );
            if (node.Kind is not NodeKind.List)
                builder.AddBlock(node, node.Content);
            start += block.Length + 2;
        }
        return builder.Build();
    }

    private static Node BlockOf(string block, TextSpan span)
    {
        foreach (
            (string open, string close, TextContext context) in new[]
            {
                ("<!--", "-->", TextContext.HtmlComment),
                ("[//]: # (", ")", TextContext.MarkdownComment),
                ("{% comment %}", "{% endcomment %}", TextContext.LiquidComment),
            }
        )
        {
            if (block.StartsWith(open) && block.EndsWith(close))
                return new(NodeKind.Comment, span, context)
                {
                    Content = TextSpan.Between(span.Start + open.Length, span.End - close.Length),
                };
        }
        return new(block.StartsWith("* ") ? NodeKind.List : NodeKind.Paragraph, span, TextContext.Prose);
    }

    /// <summary>Runs of comment lines, and properties with the indented lines below them.</summary>
    private static SyntaxTree ParseYaml(string text)
    {
        var source = new SourceText(Post, text);
        var builder = new TreeBuilder(source);
        Node frontMatter = builder.Root.Add(new(NodeKind.FrontMatter, new(0, text.Length), TextContext.FrontMatter));
        for (int line = 2; line < source.LineCount; line++)
        {
            TextSpan first = source.LineSpan(line);
            char mark = text[first.Start];
            if (mark == '-')
                break;
            while (text[source.LineSpan(line + 1).Start] == (mark == '#' ? '#' : ' '))
                line++;
            var span = TextSpan.Between(first.Start, source.LineSpan(line).End);
            frontMatter.Add(
                mark == '#'
                    ? new(NodeKind.Comment, span, TextContext.FrontMatterComment)
                    : new(NodeKind.Property, span, TextContext.FrontMatter)
            );
        }
        return builder.Build();
    }
}
