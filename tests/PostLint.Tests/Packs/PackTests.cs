using PostLint.Engine;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Tests.Cli;

namespace PostLint.Tests.Packs;

public sealed class PackTests
{
    private const string Rule =
        "name: a\nrules:\n  a/b:\n    kind: pattern\n    summary: S\n    why: W.\n    fix: F.\n    severity: note\n    find: abc\n";

    [Fact]
    public void Each_kind_finds_and_passes_what_it_should()
    {
        Catalogue catalogue = BuiltInPack.Catalogue.With([Path.Combine(Repository.Root, "tests", "PostLint.Tests", "Packs", "kinds.yml")]);

        PackTester.Test(catalogue.DataPacks[0], catalogue.CreatePack()).Should().BeEmpty();
        catalogue.DataPacks[0].Pack.Rules.Select(rule => rule.GetType()).Distinct().Should().HaveCountGreaterThan(9);
    }

    [Fact]
    public void What_a_venue_asks_can_be_said_as_data()
    {
        Catalogue catalogue = BuiltInPack.Catalogue.With([
            Path.Combine(Repository.Root, "tests", "PostLint.Tests", "Packs", "venue-needs.yml"),
        ]);

        PackTester.Test(catalogue.DataPacks[0], catalogue.CreatePack()).Should().BeEmpty();
        PackTester.Unmatched(catalogue.DataPacks[0], catalogue.CreatePack()).Should().BeEmpty();
    }

    [Fact]
    public void A_new_pack_has_rules_of_the_kinds_that_are_named_and_passes_its_tests()
    {
        using var run = new Run();
        string[] kinds = [.. RuleKind.All.SelectMany(kind => (string[])["--kind", kind.Name])];

        run.Start(["packs", "new", "garden", .. kinds]).Should().Be(0, run.Error);
        run.Start("packs", "test", "garden.yml").Should().Be(0, run.Output);

        run.Output.Should().Be($"garden.yml: {RuleKind.All.Count} rules, {run.Output.Split(' ')[3]} examples, all as they should be\n");
        run.Read("garden.yml").Should().StartWith("# yaml-language-server: $schema=pack.schema.json\n").And.NotContain("example-venue");
        run.Read("pack.schema.json").Should().Be(Schemas.Pack());
        run.Start("packs", "new", "garden").Should().Be(2);
        run.Error.Should().Contain("it exists already");
    }

    [Fact]
    public void Patterns_and_globs_that_match_nothing_are_told()
    {
        using var run = new Run();
        run.With(
            "a.yml",
            "name: a\nrules:\n  a/b:\n    kind: count\n    of: megabytes\n    each: true\n    in: [\"img/*.{png,jpg}\", "
                + "\"imgs/*.gif\"]\n    max: 1\n"
                + "    summary: S\n    why: W.\n    fix: F.\n    severity: note\n"
                + "    bad: { files: { post.md: x, img/a.png: \"{{2000000 bytes}}\" } }\n    good: x\n"
        );

        run.Start("packs", "test", "a.yml").Should().Be(0, run.Output);

        run.Output.Should().Contain("a/b: “imgs/*.gif” matches no file of its examples").And.NotContain("png");
    }

    [Fact]
    public void A_shape_of_a_heading_that_no_example_has_is_told()
    {
        using var run = new Run();
        run.With(
            "a.yml",
            "name: a\nrules:\n  a/b:\n    kind: forbidden\n    heading: '^Thankz$'\n    summary: S\n    why: W.\n    fix: F.\n"
                + "    severity: note\n    bad: \"# Thanks\\n\\nText.\"\n    good: x\n"
        );

        run.Start("packs", "test", "a.yml").Should().Be(1, run.Output);

        run.Output.Should().Contain("a/b: “^Thankz$” matches nothing in its examples");
    }

    [Fact]
    public void Why_an_example_is_not_found_is_told_where_its_shape_is_the_reason()
    {
        using var run = new Run();
        const string Card = "    summary: S\n    why: W.\n    fix: F.\n    severity: note\n    good: x\n";
        run.With(
            "a.yml",
            $"name: a\nrules:\n  a/words:\n    kind: count\n    of: words\n    max: 1\n    bad: Two words.\n{Card}"
                + $"  a/notes:\n    kind: count\n    of: matches\n    find: '\\[\\^'\n    max: 0\n    bad: \"A[^1].\\n\\n[^1]: x\"\n{Card}"
        );

        run.Start("packs", "test", "a.yml").Should().Be(1, run.Output);

        run.Output.Should()
            .Contain("it measures whole posts, whose front matter has a title, and a description or a layout")
            .And.Contain("a/notes: “\\[\\^” matches nothing in its examples where it looks; it matches a file as it is written");
    }

    [Fact]
    public void A_fix_of_a_bibliography_is_tested_in_its_file()
    {
        using var run = new Run();
        const string Entry = "@misc{a, title={T}, note={submitted to X}}";
        run.With(
            "a.yml",
            "name: a\nrules:\n  a/note:\n    kind: pattern\n    find: { regex: submitted, field: note }\n    remove: field\n "
                + "   summary: S\n"
                + "    why: W.\n    fix: F.\n    severity: note\n"
                + $"    bad: {{ files: {{ post.md: x, post.bib: \"{Entry}\" }} }}\n    good: x\n"
                + "    fixed: { files: { post.bib: \"@misc{a, title={T}, }\" } }\n"
        );

        run.Start("packs", "test", "a.yml").Should().Be(0, run.Output);
        run.With("a.yml", run.Read("a.yml").Replace("fixed: { files: { post.bib", "fixed: { files: { other.bib", StringComparison.Ordinal));
        run.Start("packs", "test", "a.yml").Should().Be(2, run.Output);

        run.Error.Should().Contain("the bad example has no file other.bib");
    }

    [Fact]
    public void A_fix_that_makes_something_else_than_its_pack_says_is_told()
    {
        using var run = new Run();
        run.With("a.yml", Rule + "    replace: d\n    bad: abc abc\n    fixed: d abc\n    good: x\n");

        run.Start("packs", "test", "a.yml").Should().Be(1);

        run.Output.Should().Contain("the fix makes “d d” of this example, and not “d abc”");
    }

    [Fact]
    public void Fix_does_what_a_pack_says()
    {
        using var run = new Run();
        run.With("a.yml", Rule.Replace("find: abc", "find: '(a)bc'", StringComparison.Ordinal) + "    replace: $1z\n    safe: true\n")
            .With("post.md", "An abc and *a*bc.\n");

        run.Start("fix", "post.md", "--pack", "a.yml", "--select", "a/b", "--isolated");

        run.Read("post.md").Should().Be("An az and *a*bc.\n", "within marks only a person can");
    }

    [Fact]
    public void Packs_that_ship_pass_their_own_examples()
    {
        Catalogue catalogue = BuiltInPack.Catalogue.With(BuiltInPack.Catalogue.ShippedNames);

        catalogue.DataPacks.Should().HaveCount(2);
        catalogue.DataPacks.SelectMany(pack => PackTester.Test(pack, catalogue.CreatePack())).Should().BeEmpty();
    }

    [Theory]
    [InlineData("kind: pattern", "kind: patern", "4:11", "the nearest that exists is \"pattern\"")]
    [InlineData("severity: note", "level: note", "8:5", "it is called \"severity\"")]
    [InlineData("    fix: F.\n", "    mend: F.\n", "7:5", "it is called \"fix\"")]
    [InlineData("severity: note", "severity: eror", "8:15", "the nearest that exists is \"error\"")]
    [InlineData("    find: abc\n", "    find: abc\n    findd: abc\n", "10:5", "the nearest that exists is \"find\"")]
    [InlineData("find: abc", "find: 'a(b'", "9:11", "this is no regular expression")]
    [InlineData("find: abc", "find: { regex: a, words: [b] }", "9:11", "find has either regex or words")]
    [InlineData("find: abc", "find: { regex: a, in: prosa }", "9:27", "the nearest that exists is \"prose\"")]
    [InlineData("find: abc", "find: abc\n    message: a {matches}", "10:14", "the nearest that exists is \"match\"")]
    [InlineData("    find: abc\n", "", "3:3", "a/b needs find")]
    [InlineData("    why: W.\n", "", "3:3", "a/b needs its why")]
    [InlineData("a/b:", "A b:", "3:3", "is no id of a rule")]
    [InlineData("a/b:", "identity/email:", "3:3", "there is a rule identity/email already")]
    [InlineData("name: a\n", "", "1:1", "a pack needs its name")]
    [InlineData("    find: abc\n", "    find: abc\n    bad: [{ file: x }]\n", "10:13", "unknown key \"file\"")]
    [InlineData("kind: pattern", "kind: count\n    of: words", "3:3", "a count rule has min, max or both")]
    [InlineData("kind: pattern", "kind: count\n    of: matches\n    each: true\n    max: 1", "3:3", "each belongs to files")]
    [InlineData("find: abc", "find: { regex: a, in: raw, key: title }", "9:11", "find has in, key or field, and no two of them")]
    [InlineData("find: abc", "find: abc\n    replace: $2", "3:3", "replace names “$2”, and find captures nothing")]
    [InlineData("find: abc", "find: abc\n    replace: a\n    remove: line", "3:3", "a rule has either replace or remove")]
    [InlineData("find: abc", "find: abc\n    remove: lines", "10:13", "the nearest that exists is \"line\"")]
    [InlineData("find: abc", "find: '(?<who>abc)'\n    message: a {whom}", "10:14", "the nearest that exists is \"who\"")]
    [InlineData("find: abc", "find: abc\n    fixed: [a, b]\n    bad: abc", "3:3", "2 texts of fixed, and 1 of bad")]
    [InlineData("kind: pattern\n", "kind: forbidden\n    file: 'a.{png'\n", "5:11", "braces hold alternatives with commas between")]
    [InlineData("kind: pattern\n", "kind: forbidden\n    file: '{slag}.png'\n", "5:11", "or {slug} or {date}")]
    [InlineData("    find: abc\n", "    find: abc\n  a/b: {}\n", "10:3", "the same key stands twice")]
    public void Mistakes_are_told_with_place_and_fix(string right, string wrong, string place, string message)
    {
        Action read = () => PackReader.Read("a.yml", Rule.Replace(right, wrong, StringComparison.Ordinal), BuiltInPack.Catalogue.RuleIds);

        read.Should()
            .Throw<UserException>()
            .Which.Errors.Select(error => error.ToString())
            .Should()
            .Contain(error =>
                error.StartsWith($"a.yml:{place}: ", StringComparison.Ordinal) && error.Contains(message, StringComparison.Ordinal)
            );
    }

    [Theory]
    [InlineData("abc|", "")]
    [InlineData("abc", "abc")]
    [InlineData("x*abc+d", "abc")]
    [InlineData("ab?cdef", "cdef")]
    [InlineData("(foo|barn)s? here", " here")]
    [InlineData("(?:alpha|beta){1,2}x", "alpha,beta")]
    [InlineData("(?:alpha|beta){0,2}x", "")]
    [InlineData("(?=alpha)be", "")]
    [InlineData("(?<!alpha)beta", "beta")]
    [InlineData("(?<name>alpha)", "alpha")]
    [InlineData("[abc]def", "def")]
    [InlineData(@"\bgrant no\.", "grant no.")]
    [InlineData(@"\d{4}-\w+", "")]
    [InlineData(@"a\x41bcd", "bcd")]
    [InlineData("alpha|be", "")]
    [InlineData("alpha|beta|gam{2}", "alpha,beta,gam")]
    [InlineData("alpha|beta|ga{2}", "")]
    [InlineData("(?i)alpha", "alpha")]
    [InlineData("straße", "stra")]
    public void Every_match_holds_one_of_the_literals(string regex, string literals) =>
        string.Join(',', RequiredLiterals.Of(regex)).Should().Be(literals);

    [Theory]
    [InlineData(@"grant (no|number)\.? [A-Z]{2}", "Grant NO. AB")]
    [InlineData(@"(?:our|my) (code|data)(set)?s?\b", "MY datasets")]
    [InlineData(@"[^a]bc+d|x{2,}yz", "xxxyz")]
    [InlineData(@"(a(b(cdef)))?ghi", "ghi")]
    [InlineData(@"foo(?#comment)bar", "foobar")]
    [InlineData(@"caf\u00e9 au lait", "CAFÉ AU LAIT")]
    [InlineData(@"\p{Lu}bcd\p{Ll}", "Abcde")]
    [InlineData(@"a{3}bcde?", "aaabcd")]
    public void No_match_is_missed(string regex, string match)
    {
        IReadOnlyList<string> literals = RequiredLiterals.Of(regex);

        System
            .Text.RegularExpressions.Regex.IsMatch(match, regex, System.Text.RegularExpressions.RegexOptions.IgnoreCase)
            .Should()
            .BeTrue();
        (literals.Count == 0 || literals.Any(literal => match.Contains(literal, StringComparison.OrdinalIgnoreCase)))
            .Should()
            .BeTrue($"of {string.Join(',', literals)} {match} holds none");
    }

    [Theory]
    [InlineData("a {match} b", "a x b")]
    [InlineData("{{match}} {match}", "{match} x")]
    [InlineData("none", "none")]
    public void Messages_are_filled(string template, string message) =>
        Message
            .Of(new MessageTemplate(template, ["match"]).Fill(("match", MessageTemplate.Of(new Sensitive("x")))))
            .Reveal()
            .Should()
            .Be(message);

    [Fact]
    public void What_a_message_shows_of_the_text_is_masked() =>
        Message
            .Of(new MessageTemplate("a {match}", ["match"]).Fill(("match", MessageTemplate.Of(new Sensitive("Ada")))))
            .ToString()
            .Should()
            .NotContain("Ada");

    [Fact]
    public void A_pattern_that_takes_too_long_is_told()
    {
        using var run = new Run();
        run.With("a.yml", Rule.Replace("find: abc", "find: '(x+x+)+y'", StringComparison.Ordinal))
            .With("post.md", $"Text {new string('x', 5_000)}\n");

        run.Start("check", "post.md", "--pack", "a.yml", "--isolated").Should().Be(0);

        run.Output.Should().Contain("submission/unread-part").And.Contain("the pattern of a/b takes too long");
    }

    [Fact]
    public void Class_libraries_are_named_on_the_command_line_only()
    {
        using var run = new Run();
        run.With(".postlint.yml", "packs: [evil.dll]\n").With("post.md", "Text.\n");

        run.Start("check", "post.md").Should().Be(2);

        run.Error.Should().Contain(".postlint.yml:1:9").And.Contain("no file decides which code runs");
    }

    [Fact]
    public void Packs_of_a_configuration_have_severities_options_and_suppressions()
    {
        using var run = new Run();
        run.With(
            "packs/a.yml",
            Rule.Replace(
                "find: abc",
                "find: abc\n  a/long:\n    kind: count\n    of: links\n    max: 0\n    summary: S\n    why: W.\n    fix: "
                    + "F.\n    severity: note",
                StringComparison.Ordinal
            )
        );
        run.With(".postlint.yml", "packs: [packs]\nseverities: { a/b: error }\noptions: { a/long: { max: 5 } }\n")
            .With("post.md", "abc [x](https://example.org)\n\n<!-- postlint-disable-next-block a/b -- an example -->\n\nabc\n");

        run.Start("check", "post.md").Should().Be(1);

        run.Output.Should().Contain("post.md:1:1 error a/b").And.NotContain("post.md:5:1 error a/b").And.NotContain("a/long");
    }

    [Fact]
    public void The_schemas_are_JSON_and_know_every_rule_and_kind()
    {
        var schemas = new Schemas(BuiltInPack.Catalogue.Cards, BuiltInPack.Catalogue.ProfileNames);

        foreach (string schema in (string[])[Schemas.Pack(), schemas.Profile(), schemas.Configuration()])
            System.Text.Json.JsonDocument.Parse(schema).RootElement.GetProperty("$schema").GetString().Should().Contain("2020-12");
        Schemas.Pack().Should().ContainAll(RuleKind.All.Select(kind => $"\"const\": \"{kind.Name}\""));
        schemas.Configuration().Should().ContainAll(BuiltInPack.Catalogue.RuleIds);
    }
}
