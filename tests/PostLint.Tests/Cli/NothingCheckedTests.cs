using System.Text;
using PostLint.Tests.Assets;

namespace PostLint.Tests.Cli;

/// <summary>What was not checked is never called clean, and what is left out is told with who says so.</summary>
public sealed class NothingCheckedTests : IDisposable
{
    private const string Post = "---\ntitle: A\n---\n\nThe tide comes in twice a day, and the charts tell when.\n";
    private readonly Run _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public void Empty_standard_input_is_not_clean(string input)
    {
        _run.Input = Encoding.UTF8.GetBytes(input);

        _run.Start("check", "-", "--isolated").Should().Be(2);

        _run.Output.Should()
            .Contain("not read: stdin.md: it is empty")
            .And.Contain("nothing was checked, 1 not checked")
            .And.NotContain("no direct trace");
    }

    [Theory]
    [InlineData("zero.md", "it is empty")]
    [InlineData("blank.md", "it is empty")]
    [InlineData("folder", "no post was found in it")]
    [InlineData("nowhere", "there is no such file or folder")]
    [InlineData("empty.zip", "no post was found in it")]
    [InlineData("blank.zip", "it is empty")]
    [InlineData("https://example.org/post.md", "it is an address, and nothing is fetched")]
    public void What_holds_no_post_is_not_clean(string path, string reason)
    {
        _run.With("zero.md", "").With("blank.md", " \n\t\n").With("folder/data.csv", "a,b\n");
        _run.Write("empty.zip", Samples.Archive("empty.zip", ("data.csv", "a,b\n"u8.ToArray())));
        _run.Write("blank.zip", Samples.Archive("blank.zip", ("_posts/2026-04-27-a.md", "\n\n"u8.ToArray())));

        foreach (string format in (string[])["text", "summary", "json", "github"])
        {
            _run.Start("check", path, "--isolated", "--format", format).Should().Be(2, format);
            _run.Output.Should().NotContain("no direct trace", format);
        }

        _run.Start("check", path, "--isolated", "--reveal");
        _run.Output.Should().Contain($"not read: {path}").And.Contain(reason).And.Contain("nothing was checked");
    }

    [Fact]
    public void A_clean_post_beside_one_that_is_not_read_counts_alone()
    {
        _run.With("_posts/2026-04-27-a.md", Post).With("_posts/2026-04-27-b.md", "");

        _run.Start("check", ".", "--isolated", "--select", "identity").Should().Be(2);

        _run.Output.Should().Contain("no direct trace found in 1 submission, 1 not checked");
    }

    [Theory]
    [InlineData("drafts/_posts/2026-04-27-a.md")]
    [InlineData("drafts/_posts")]
    [InlineData("drafts")]
    public void What_the_configuration_excludes_is_told_with_its_line_and_is_no_failure(string path)
    {
        _run.With(".postlint.yml", "profile: double-blind\nexclude:\n  - drafts/**\n")
            .With("drafts/_posts/2026-04-27-a.md", Post + "We thank Ada Example.\n");

        _run.Start("check", path, "--reveal").Should().Be(0);

        _run.Output.Should()
            .Contain($"not checked: {path}: excluded by .postlint.yml:3")
            .And.Contain("nothing was checked, 1 excluded")
            .And.NotContain("no direct trace");
    }

    [Fact]
    public void What_the_command_line_excludes_is_told()
    {
        _run.With("drafts/a.md", Post);

        _run.Start("check", "drafts/a.md", "--exclude", "drafts", "--reveal").Should().Be(0);

        _run.Output.Should().Contain("not checked: drafts/a.md: excluded by --exclude");
    }

    [Fact]
    public void Excluded_standard_input_is_told_and_comes_out_of_a_fix_as_it_was()
    {
        _run.With(".postlint.yml", "exclude: [drafts]\n");
        _run.Input = Encoding.UTF8.GetBytes("---\n#  - name: Ada Example\n---\n");

        _run.Start("check", "-", "--stdin-path", "drafts/a.md", "--reveal").Should().Be(0);
        _run.Output.Should().Contain("excluded by .postlint.yml:1");
        _run.Start("fix", "-", "--stdin-path", "drafts/a.md").Should().Be(0);

        _run.Output.Should().Be("---\n#  - name: Ada Example\n---\n");
    }

    [Fact]
    public void A_fix_leaves_what_is_excluded()
    {
        const string Leaking = "---\ntitle: A\nauthors:\n  - name: Anonymous\n#  - name: Ada Example\n---\n\nText.\n";
        _run.With(".postlint.yml", "exclude: [drafts]\n").With("drafts/a.md", Leaking);

        _run.Start("fix", "drafts/a.md").Should().Be(0);

        _run.Read("drafts/a.md").Should().Be(Leaking);
    }

    [Fact]
    public void What_git_ignores_is_counted_and_read_where_asked_for()
    {
        Directory.CreateDirectory(Path.Combine(_run.Folder, ".git"));
        _run.With(".gitignore", "build/\n")
            .With("_posts/2026-04-27-a.md", Post)
            .With("build/_posts/2026-04-27-b.md", Post + "The list stands at ada@examplia.edu.\n");

        _run.Start("check", ".", "--select", "identity").Should().Be(0);
        _run.Output.Should().Contain("no direct trace found in 1 submission, 1 ignored by git");
        _run.Start("check", ".", "--select", "identity", "--fail-on", "warning", "--no-ignore").Should().Be(1);
        _run.Start("check", ".", "--select", "identity", "--fail-on", "warning", "--isolated").Should().Be(1);
        _run.Start("check", "build/_posts/2026-04-27-b.md", "--select", "identity", "--fail-on", "warning").Should().Be(1);
    }

    [Fact]
    public void A_command_called_postlint_is_no_configuration()
    {
        _run.With("postlint", "#!/bin/sh\n").With("_posts/2026-04-27-a.md", Post);

        _run.Start("check", "_posts/2026-04-27-a.md");

        _run.Error.Should().BeEmpty();
    }

    [Fact]
    public void A_fix_that_looks_at_nothing_says_so()
    {
        _run.With(".postlint.yml", "exclude:\n  - _posts/**\n").With("_posts/2026-04-27-a.md", Post);

        _run.Start("fix", "_posts/2026-04-27-a.md", "--diff").Should().Be(0);

        _run.Output.Should().Be("not checked: _posts/2026-04-27-a.md: excluded by .postlint.yml:2\nnothing to fix\n");
    }

    [Theory]
    [InlineData(".postlint.yaml")]
    [InlineData("postlint.yml")]
    [InlineData(".postlint.yml.txt")]
    [InlineData(".postlnit.yml")]
    [InlineData(".PostLint.yml")]
    public void A_file_that_is_called_nearly_like_the_configuration_is_told(string name)
    {
        _run.With(name, "ignore: [identity]\n").With("_posts/2026-04-27-a.md", Post);

        _run.Start("check", "_posts/2026-04-27-a.md");
        _run.Error.Should().Be($"postlint: {name} is not read; a configuration is called .postlint.yml\n");

        using var isolated = new Run();
        isolated.With(name, "ignore: [identity]\n").With("a.md", Post).Start("check", "a.md", "--isolated");
        isolated.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData(".pre-commit-config.yaml")]
    [InlineData("post.yml")]
    [InlineData(".prettierrc.yml")]
    public void Other_files_are_not_told(string name)
    {
        _run.With(name, "a: b\n").With("a.md", Post);

        _run.Start("check", "a.md");

        _run.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData(
        "options:\n  scope/almost-empty: { words: three-thousand }\n",
        ".postlint.yml:2:32: words of scope/almost-empty has to be a whole number from 1 on, in words; \"three-thousand\" is not"
    )]
    [InlineData(
        "options:\n  scope/long-post: { percent: 950 }\n",
        ".postlint.yml:2:31: percent of scope/long-post has to be a whole number from 1 to 99, in percent; \"950\" is not"
    )]
    [InlineData(
        "exclude: [\"drafts/[\"]\n",
        ".postlint.yml:1:11: exclude “drafts/[”: the bracket at character 8 is not closed; write \\[ for the sign itself"
    )]
    [InlineData("profile: b\n", ".postlint.yml:1:10: unknown profile \"b\"; the file b.yml lies beside this one: write profile: b.yml")]
    [InlineData("packs: [nosuch.yml]\n", ".postlint.yml:1:9: there is no such pack: nosuch.yml")]
    public void A_bad_setting_is_told_with_its_line_and_nothing_runs(string configuration, string error)
    {
        _run.With(".postlint.yml", configuration).With("b.yml", "extends: double-blind\n").With("a.md", "Three words here.\n");

        _run.Start("check", "a.md").Should().Be(2);

        _run.Output.Should().BeEmpty();
        _run.Error.Should().Be($"postlint: {error}\n");
    }
}
