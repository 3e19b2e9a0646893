using System.Diagnostics;
using PostLint.Cli;

namespace PostLint.Tests.Cli;

/// <summary>What users of other linters expect of a command.</summary>
public sealed class DailyUseTests : IDisposable
{
    private const string Name = "_posts/2026-04-27-a.md";
    private const string Leaking =
        "---\ntitle: A\nauthors:\n  - name: Anonymous\n#  - name: Ada Example\n---\n\nWe thank Ada Example for her help.\n";

    private readonly Run _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Without_a_path_it_checks_here()
    {
        _run.With(Name, Leaking);

        _run.Start("check", "--isolated").Should().Be(1);

        _run.Output.Should().Contain($"{Name}:5:").And.Contain("identity/commented-author");
    }

    [Fact]
    public void Check_fixes_where_it_is_asked_to_and_reports_the_rest()
    {
        _run.With(Name, Leaking);

        _run.Start("check", "--isolated", "--fix").Should().Be(1);

        _run.Output.Should().Contain($"fixed: {Name}: identity/commented-author").And.Contain("acknowledgment/sentence");
        _run.Read(Name).Should().NotContain("name: Ada").And.Contain("We thank Ada Example");
        _run.Start("check", "-", "--fix").Should().Be(2);
        _run.Error.Should().Contain("“postlint fix -” prints standard input fixed");
    }

    [Fact]
    public void A_report_for_programs_stands_alone_where_something_is_fixed()
    {
        _run.With(Name, Leaking);

        _run.Start("check", "--isolated", "--fix", "--format", "json");

        System
            .Text.Json.JsonDocument.Parse(_run.Output)
            .RootElement.GetProperty("counts")
            .GetProperty("errors")
            .GetInt32()
            .Should()
            .BePositive();
        _run.Error.Should().Contain("fixed: ");
    }

    [Fact]
    public void Statistics_count_by_rule_and_name_nobody()
    {
        _run.With(Name, Leaking).With("_posts/2026-04-27-b.md", Leaking);

        _run.Start("check", "--isolated", "--statistics", "--reveal").Should().Be(1);

        _run.Output.Should().MatchRegex("(?m)^2  error    identity/commented-author ").And.Contain("[2 fixable]").And.NotContain("Ada");
        _run.Start("check", "--isolated", "--statistics", "--format", "json").Should().Be(2);
        _run.Error.Should().Contain("--format FORMAT=FILE");
    }

    [Theory]
    [InlineData("always", "1", null, true)]
    [InlineData("never", null, "1", false)]
    [InlineData("auto", null, null, false)]
    [InlineData("auto", null, "1", true)]
    [InlineData("auto", "1", "1", false)]
    [InlineData("auto", null, "0", false)]
    public void Colours_come_as_they_are_asked_for(string when, string? no, string? force, bool isColored)
    {
        _run.With(Name, Leaking).Set("NO_COLOR", no ?? "").Set("FORCE_COLOR", force ?? "");

        _run.Start("check", "--isolated", "--color", when);

        _run.Output.Contains("\e[", StringComparison.Ordinal).Should().Be(isColored);
        _run.Output.Should().NotContain("Ada", "colours do not reveal");
    }

    [Fact]
    public void Rules_are_links_where_the_terminal_knows_them()
    {
        _run.With(Name, Leaking).IsTerminal = true;
        _run.Start("check", "--isolated", "--color", "never");
        _run.Output.Should().NotContain("\e]8");

        _run.Set("TERM_PROGRAM", "WezTerm").Start("check", "--isolated", "--color", "never");

        _run.Output.Should().Contain($"\e]8;;{RulePages.Site}rules/identity/commented-author/\e\\identity/commented-author\e]8;;\e\\");
    }

    [Fact]
    public void Suppress_leaves_nothing_open_and_nothing_unused()
    {
        _run.With(
                Name,
                "---\r\ntitle: A\r\nauthors:\r\n  - name: Anonymous\r\n#  - name: Ada Example\r\n---\r\n\r\n"
                    + "- a list\r\n- that thanks: we thank Ada Example for her help.\r\n\r\n"
                    + "Our code is at <https://github.com/ada-example/x>.\r\nWe thank Ada Example for her help.\r\n\r\n"
                    + "| a | b |\r\n|---|---|\r\n| we thank Ada Example for her help | c |\r\n\r\n![a](/assets/img/2026-04-27-a/a.bib)\r\n"
            )
            .With("assets/bibliography/2026-04-27-a.bib", "@article{a,\n  title = {A},\n  file = {/home/adaexample/a.pdf}\n}\n")
            .With(
                ".postlint.yml",
                "# ours\nexclude: [drafts]\nsuppressions:\n    - rule: identity/phone\n      path: x.md\n"
                    + "      value: \"1\"\n      reason: old\n"
            );
        Outside("check").Code.Should().Be(1);

        string said = Outside("suppress", ".", "--reason", "it is known").Output;

        said.Should().MatchRegex("suppressed in _posts/2026-04-27-a.md: .*identity/own-repository").And.Contain("in .postlint.yml: ");
        said.Should().Contain("stays: template/missing-description").And.Contain("severities: { template/missing-description: off }");
        said.Split('\n')
            .Where(line => line.StartsWith("stays: ", StringComparison.Ordinal))
            .Should()
            .OnlyContain(line => line.Contains("missing"));
        _run.Read(Name).Should().Contain("# postlint-disable-next-block identity/commented-author -- it is known\r\n#  - name: Ada");
        _run.Read(Name).Replace("\r\n", "", StringComparison.Ordinal).Should().NotContain("\n");
        _run.Read(".postlint.yml").Should().StartWith("# ours\nexclude: [drafts]\n").And.Contain("    - rule: identity/user-path\n");
        _run.Read(".postlint.yml").Should().NotContain("adaexample");
        (int code, string output) = Outside("check", "--ignore", "template");
        code.Should().Be(0, output);
        output.Should().Contain("no open finding").And.NotContain("unused-suppression");
    }

    [Fact]
    public void Suppress_shows_what_it_would_write_and_writes_nothing()
    {
        _run.With(Name, Leaking);

        _run.Start("suppress", ".", "--reason", "it is known", "--select", "identity", "--diff", "--reveal").Should().Be(0);

        _run.Output.Should()
            .Contain("+# postlint-disable-next-block identity/commented-author -- it is known")
            .And.NotContain("acknowledgment");
        _run.Read(Name).Should().Be(Leaking);
    }

    [Fact]
    public async Task Watch_checks_again_when_a_file_changes()
    {
        _run.With(Name, Leaking);
        using var stop = new CancellationTokenSource();
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var host = new Host(Stream.Null, output, error, _run.Folder, _ => null) { Stopped = stop.Token };
        string Printed() => System.Text.Encoding.UTF8.GetString(output.ToArray());
        Task<int> watch = Task.Run(() => CommandLine.Run(["check", "--isolated", "--watch"], host));
        await Until(() => error.ToString().Contains("waiting for changes", StringComparison.Ordinal));
        Printed().Should().Contain("identity/commented-author").And.NotContain("no direct trace found");

        _run.With(Name, "---\ntitle: A\n---\n\nThe tide comes in twice a day.\n");
        await Until(() => Printed().Contains("in 1 submission", StringComparison.Ordinal) && Count(error.ToString(), "waiting") >= 2);
        await stop.CancelAsync();

        (await watch).Should().Be(0);
    }

    [Fact]
    public void The_manual_page_tells_every_command_and_option()
    {
        _run.Start("manual").Should().Be(0);

        string page = _run.Output.Replace("\\-", "-", StringComparison.Ordinal);
        foreach ((string name, System.CommandLine.Command command) in EveryCommand.All)
        {
            page.Should().Contain($".SS postlint {name}");
            foreach (System.CommandLine.Option option in command.Options.Where(option => !option.Hidden && option.Name is not "--help"))
                page.Should().Contain($"\\fB{option.Name}\\fR");
        }
    }

    /// <summary>Runs a process of its own, in which paths of reports start from where it runs.</summary>
    private (int Code, string Output) Outside(params string[] arguments)
    {
        string library = Path.Combine(AppContext.BaseDirectory, "PostLint.Cli.dll");
        var info = new ProcessStartInfo("dotnet", [library, .. arguments])
        {
            WorkingDirectory = _run.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(info)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static async Task Until(Func<bool> condition)
    {
        // Only a watch that never notices waits so long.
        for (int tries = 0; tries < 1200; tries++)
        {
            if (condition())
                return;
            await Task.Delay(50);
        }
        condition().Should().BeTrue("the watch has to notice");
    }
}
