using System.Diagnostics;
using System.Text.Json;

namespace PostLint.Tests.PullRequests;

/// <summary>The action's own steps, with the variables, event and files that GitHub gives them, on the event of a fork.</summary>
public sealed class ActionTests : IDisposable
{
    private readonly Repo _repo = new();
    private readonly Submissions.TemporaryFolder _runner = new();

    public void Dispose()
    {
        _repo.Dispose();
        _runner.Dispose();
    }

    [Fact]
    public void The_step_annotates_summarises_and_fails()
    {
        if (OperatingSystem.IsWindows())
            return;
        _repo.WithPost(post: Repo.Post.Replace("name: Anonymous", "name: Anonymous\n# - name: Ada Example", StringComparison.Ordinal));
        _repo.Commit("Add a post");

        (int code, string output) = Check(
            Repo.Slug,
            ("POSTLINT_SARIF", _runner.In("out.sarif")),
            ("POSTLINT_COMMENT", _runner.In("comment.md"))
        );

        code.Should().Be(1);
        output
            .Should()
            .Contain($"::error file=_posts/{Repo.Slug}.md,line=8")
            .And.Contain("title=identity/commented-author")
            .And.NotContain("Ada");
        File.ReadAllText(_runner.In("summary.md")).Should().Contain("## PostLint: 1 thing to change").And.NotContain("Ada");
        File.ReadAllLines(_runner.In("output.txt")).Should().Contain(["verdict=findings", "errors=1"]);
        JsonDocument
            .Parse(File.ReadAllText(_runner.In("out.sarif")))
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")
            .EnumerateArray()
            .Should()
            .Contain(result => result.GetProperty("ruleId").GetString() == "identity/commented-author");
        File.ReadAllText(_runner.In("comment.md")).Should().StartWith("## PostLint: ");
    }

    [Fact]
    public void A_clean_request_passes()
    {
        if (OperatingSystem.IsWindows())
            return;
        _repo.WithPost();
        _repo.Commit("Add a post");

        (int code, string output) = Check(Repo.Slug);

        code.Should().Be(0, output);
        File.ReadAllLines(_runner.In("output.txt")).Should().Contain(["verdict=clean", "errors=0"]);
        File.ReadAllText(_runner.In("summary.md")).Should().StartWith("## PostLint: ");
    }

    [Fact]
    public void Only_errors_above_the_level_fail()
    {
        if (OperatingSystem.IsWindows())
            return;
        _repo.WithPost(post: Repo.Post.Replace("Anonymous", "Ada Example", StringComparison.Ordinal));
        _repo.Commit("Add a post");

        Check(Repo.Slug, ("POSTLINT_FAIL_ON", "never")).Code.Should().Be(0);
        Check(Repo.Slug, ("POSTLINT_PROFILE", "nonsense")).Code.Should().Be(2);
        File.ReadAllLines(_runner.In("output.txt")).Should().Contain("verdict=unread");
    }

    [Fact]
    public void Revealing_is_warned_of()
    {
        if (OperatingSystem.IsWindows())
            return;
        _repo.WithPost(post: Repo.Post.Replace("Anonymous", "Ada Example", StringComparison.Ordinal));
        _repo.Commit("Add a post");

        Check(Repo.Slug, ("POSTLINT_REVEAL", "true")).Output.Should().Contain("::warning title=PostLint::reveal shows names");
    }

    [Theory]
    [InlineData(
        (
            """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"PostLint"}},"results":"""
            + """[{"ruleId":"identity/email","message":{"text":"a"},"locations":"""
            + """[{"physicalLocation":{"artifactLocation":{"uri":"_posts/a.md"}}}]}]}]}"""
        ),
        true
    )]
    [InlineData("""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Evil"}},"results":[]}]}""", false)]
    [InlineData(
        (
            """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"PostLint"}},"results":"""
            + """[{"ruleId":"identity/email","message":{"text":"a"},"locations":"""
            + """[{"physicalLocation":{"artifactLocation":{"uri":"../../etc/passwd"}}}]}]}]}"""
        ),
        false
    )]
    [InlineData(
        (
            """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"PostLint"}},"results":"""
            + """[{"ruleId":"identity/email","message":{"text":"a"},"locations":"""
            + """[{"physicalLocation":{"artifactLocation":{"uri":"https://evil.example"}}}]}]}]}"""
        ),
        false
    )]
    [InlineData("nonsense", false)]
    public void What_a_stranger_left_is_validated(string sarif, bool isKept)
    {
        if (!HasJq())
            return;
        File.WriteAllText(_runner.In("postlint.sarif"), sarif);

        Bash("validate.sh", [_runner.Path]).Code.Should().Be(0);

        File.Exists(_runner.In("postlint.sarif")).Should().Be(isKept);
    }

    [Theory]
    [InlineData("## PostLint: no direct trace found\n\nText with \\[brackets\\] and `code`.\n", true)]
    [InlineData("## PostLint: a\n\n[click](https://evil.example)\n", false)]
    [InlineData("## PostLint: a\n\n<img src=x>\n", false)]
    [InlineData("## PostLint: a\n\n@everybody look\n", false)]
    [InlineData("Something else\n", false)]
    public void A_comment_with_markup_of_a_stranger_is_left_out(string comment, bool isKept)
    {
        if (!HasJq())
            return;
        File.WriteAllText(_runner.In("postlint-comment.md"), comment);
        File.WriteAllText(_runner.In("evil.sh"), "x");

        Bash("validate.sh", [_runner.Path]);

        File.Exists(_runner.In("postlint-comment.md")).Should().Be(isKept);
        File.Exists(_runner.In("evil.sh")).Should().BeFalse();
    }

    [Fact]
    public void The_comment_that_the_check_writes_is_kept()
    {
        if (!HasJq())
            return;
        _repo.WithPost(
            post: Repo.Post.Replace("name: Anonymous", "name: Anonymous\n# - name: Ada Example", StringComparison.Ordinal)
                + "\nWrite to ada@example.edu, see https://ada.github.io/<b>x</b> and [x](javascript:alert(1)).\n"
        );
        _repo.Write("assets/js/@evil [x](evil) <img>.js", "x").Commit("Add a post");

        Check(Repo.Slug, ("POSTLINT_COMMENT", _runner.In("postlint-comment.md")), ("POSTLINT_SARIF", _runner.In("postlint.sarif")));
        string left = Bash("validate.sh", [_runner.Path]).Output;

        left.Should().NotContain("left out");
        File.Exists(_runner.In("postlint-comment.md")).Should().BeTrue();
    }

    private (int Code, string Output) Check(string title, params (string Name, string Value)[] inputs)
    {
        string payload = JsonSerializer.Serialize(
            new
            {
                number = 7,
                pull_request = new
                {
                    number = 7,
                    title,
                    body = "https://openreview.net/forum?id=abc",
                    @base = new { sha = _repo.Base },
                    head = new { sha = _repo.Head, repo = new { fork = true } },
                },
            }
        );
        File.WriteAllText(_runner.In("event.json"), payload);
        File.WriteAllText(
            _runner.In("postlint"),
            $"#!/bin/sh\nexec dotnet {Path.Combine(AppContext.BaseDirectory, "PostLint.Cli.dll")} \"$@\"\n"
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_runner.In("postlint"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return Bash(
            "check.sh",
            [],
            [
                ("POSTLINT_COMMAND", _runner.In("postlint")),
                ("GITHUB_EVENT_PATH", _runner.In("event.json")),
                ("GITHUB_ACTIONS", "true"),
                ("CI", "true"),
                ("RUNNER_TEMP", _runner.Path),
                ("GITHUB_OUTPUT", _runner.In("output.txt")),
                ("GITHUB_STEP_SUMMARY", _runner.In("summary.md")),
                .. inputs,
            ]
        );
    }

    private (int Code, string Output) Bash(string script, string[] arguments, params (string Name, string Value)[] variables)
    {
        var info = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, ".github", "action", script), .. arguments])
        {
            WorkingDirectory = _repo.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in variables)
            info.Environment[name] = value;
        using Process process = Process.Start(info)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    /// <summary>jq is on GitHub's runners and is installed by .ci/run.</summary>
    private static bool HasJq() =>
        !OperatingSystem.IsWindows()
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "jq")));
}
