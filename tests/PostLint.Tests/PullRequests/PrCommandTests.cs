using System.Text.Json;
using PostLint.Rules;

namespace PostLint.Tests.PullRequests;

public sealed class PrCommandTests : IDisposable
{
    private readonly Repo _repo = new();

    public void Dispose() => _repo.Dispose();

    /// <summary>
    /// Requests as the track's own check judges them: the title is the post's name, and only the post, its images, its HTML figures and its
    /// bibliography are touched.
    /// What is done is a list of: write, delete, link or module and a path; S stands for the post's name.
    /// </summary>
    public static TheoryData<string, string, string?> Requests =>
        new()
        {
            { "S", "write _posts/S.md", null },
            { "S", "write _posts/S.md, write assets/img/S/a.png", null },
            { "S", "write _posts/S.md, write assets/img/S/deep/er/a.png", null },
            { "S", "write _posts/S.md, write assets/html/S/a.html", null },
            { "S", "write _posts/S.md, write assets/bibliography/S.bib", null },
            { "S", "write _posts/S.md, write assets/img/S/a.png, write assets/html/S/b.html, write assets/bibliography/S.bib", null },
            { "S", "write _posts/S.html", "request/html-post" },
            { "My post", "write _posts/S.md", "request/wrong-title" },
            { "S.md", "write _posts/S.md", "request/wrong-title" },
            { "_posts/S.md", "write _posts/S.md", "request/wrong-title" },
            { "Submission: S", "write _posts/S.md", "request/wrong-title" },
            { "S", "write _posts/S.md, write assets/js/site.js", "assets/js/site.js: git checkout" },
            { "S", "write _posts/S.md, write _config.yml", "_config.yml: git checkout" },
            { "S", "write _posts/S.md, write README.md", "README.md: git checkout" },
            { "S", "write _posts/S.md, delete README.md", "README.md: git checkout" },
            { "S", "write _posts/S.md, write assets/img/other/a.png", "assets/img/other/a.png: git rm" },
            { "S", "write _posts/S.md, write assets/img/a.png", "assets/img/a.png: git rm" },
            { "S", "write _posts/S.md, write assets/bibliography/other.bib", "assets/bibliography/other.bib: git rm" },
            { "S", "write _posts/S.md, write assets/html/other/a.html", "assets/html/other/a.html: git rm" },
            { "S", "write _posts/S.md, write _site/index.html", "_site/index.html: git rm" },
            { "S", "write _posts/S.md, write Gemfile.lock", "Gemfile.lock: git rm" },
            { "S", "write _posts/S.md, write _includes/figure.html", "_includes/figure.html: git rm" },
            { "S", "write _posts/S.md, write .github/workflows/evil.yml", ".github/workflows/evil.yml: git rm" },
            { "S", "write _posts/S.md, write .postlint.yml", ".postlint.yml: git checkout" },
            { "S", "write _posts/S.md, write _posts/2025-04-28-earlier.md", "_posts/2025-04-28-earlier.md: git checkout" },
            { "S", "write _posts/S.md, delete _posts/2025-04-28-earlier.md", "_posts/2025-04-28-earlier.md: git checkout" },
            { "S", "write _posts/S.md, write _posts/2026-04-27-second.md", "request/several-posts" },
            { "S", "write assets/img/S/a.png", "request/no-post" },
            { "S", "write _posts/S.md, link assets/img/S/a.png", "request/symbolic-link" },
            {
                "S",
                "write _posts/S.md, write assets/img/S/a.png, write assets/css/it's.css",
                "assets/css/it's.css: git rm --cached 'assets/css/it'\\''s.css'"
            },
            { "S", "write _posts/S.md, write assets/Img/S/a.png", "assets/Img/S/a.png: git rm" },
        };

    [Theory]
    [MemberData(nameof(Requests))]
    public void The_verdict_is_that_of_the_tracks_own_check(string title, string does, string? problem)
    {
        problem = problem?.Replace("/S/", $"/{Repo.Slug}/", StringComparison.Ordinal);
        foreach (string[] step in does.Replace("S", Repo.Slug, StringComparison.Ordinal).Split(", ").Select(step => step.Split(' ', 2)))
        {
            if (step[0] is "delete")
                _repo.Delete(step[1]);
            else if (step[0] is "link")
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_repo.Folder, step[1]))!);
                File.CreateSymbolicLink(Path.Combine(_repo.Folder, step[1]), "/etc/passwd");
            }
            else
                _repo.Write(step[1], step[1].StartsWith("_posts/", StringComparison.Ordinal) ? Repo.Post + step[1] : "x\n");
        }
        _repo.Commit("Add a post");

        int code = _repo.Run.Start(
            "pr",
            "--base",
            "main",
            "--title",
            title == "Submission: S" ? $"Submission: {Repo.Slug}" : title.Replace("S", Repo.Slug, StringComparison.Ordinal),
            "--format",
            "json",
            "--reveal",
            "--repository",
            "."
        );
        (string Rule, string File, string Message)[] found =
        [
            .. Findings()
                .Where(finding => finding.Rule.StartsWith("request/", StringComparison.Ordinal) && finding.Severity is "error")
                .Select(finding => (finding.Rule, finding.File, finding.Message)),
        ];

        if (problem is null)
            found.Should().BeEmpty();
        else if (problem.StartsWith("request/", StringComparison.Ordinal))
            found.Select(finding => finding.Rule).Should().Contain(problem);
        else
            found
                .Should()
                .ContainSingle()
                .Which.Should()
                .Match<(string Rule, string File, string Message)>(finding =>
                    finding.File == problem.Split(": ", 2)[0]
                    && finding.Message.Contains(problem.Split(": ", 2)[1], StringComparison.Ordinal)
                );
        code.Should().BeLessThan(2);
        (code == 1).Should().Be(Findings().Any(finding => finding.Severity is "error"));
    }

    [Fact]
    public void Only_the_post_of_the_request_is_linted()
    {
        _repo.Git("checkout", "-q", "main");
        _repo.Write("_posts/2025-04-28-earlier.md", Repo.Post.Replace("Anonymous", "Ben Sample", StringComparison.Ordinal));
        _repo.Commit("An old post names its author");
        _repo.Git("checkout", "-q", "-B", "request");
        _repo.WithPost(post: Repo.Post.Replace("name: Anonymous", "name: Ada Example", StringComparison.Ordinal));
        _repo.Commit("Add a post");

        _repo.Run.Start("pr", "--base", "main", "--title", Repo.Slug, "--format", "json").Should().Be(1);

        Findings().Select(finding => finding.File).Should().OnlyContain(file => file.Contains(Repo.Slug, StringComparison.Ordinal));
        Findings().Select(finding => finding.Rule).Should().Contain("identity/author-not-anonymous");
    }

    [Fact]
    public void What_a_later_commit_removed_is_told_with_the_recipe()
    {
        _repo.WithPost(post: Repo.Post.Replace("name: Anonymous", "name: Anonymous\n# - name: Ada Example", StringComparison.Ordinal));
        _repo.Commit("Add a post");
        _repo.WithPost();
        _repo.Commit("Fix it");

        _repo.Run.Start("pr", "--base", "main", "--title", Repo.Slug, "--format", "json").Should().Be(1);

        Findings()
            .Should()
            .ContainSingle(finding => finding.Rule == "request/past-leak")
            .Which.Message.Should()
            .Contain("identity/commented-author")
            .And.Contain("git reset --soft");
        Findings().Select(finding => finding.Rule).Should().NotContain("identity/commented-author");
    }

    [Fact]
    public void Configuration_is_that_of_the_base()
    {
        _repo
            .WithPost(post: Repo.Post.Replace("name: Anonymous", "name: Ada Example", StringComparison.Ordinal))
            .Write(".postlint.yml", "severities: { identity: off }\n");
        _repo.Commit("Add a post and switch the check off");

        _repo.Run.Start("pr", "--base", "main", "--title", Repo.Slug, "--format", "json").Should().Be(1);

        Findings().Select(finding => finding.Rule).Should().Contain(["identity/author-not-anonymous", "request/other-file"]);
    }

    [Fact]
    public void A_profile_or_pack_of_the_command_line_is_the_bases_where_it_lies_in_the_repository()
    {
        _repo.Git("checkout", "-q", "main");
        _repo.Write("own.yml", "extends: double-blind\n");
        _repo.Commit("A profile");
        _repo.Git("checkout", "-q", "-B", "request");
        _repo
            .WithPost(post: Repo.Post.Replace("name: Anonymous", "name: Ada Example", StringComparison.Ordinal))
            .Write("own.yml", "extends: double-blind\nrules: { identity: { severity: off } }\n")
            .Write("evil.yml", "name: a\nrules: {}\n")
            .Write("evil.dll", "x");
        _repo.Commit("Add a post and loosen the profile");

        _repo.Run.Start("pr", "--base", "main", "--title", Repo.Slug, "--profile", "own.yml", "--format", "json").Should().Be(1);
        Findings().Select(finding => finding.Rule).Should().Contain("identity/author-not-anonymous");
        _repo.Run.Start("pr", "--base", "main", "--title", Repo.Slug, "--pack", "evil.yml").Should().Be(2);
        _repo.Run.Start("pr", "--base", "main", "--title", Repo.Slug, "--pack", "evil.dll").Should().Be(2);
        _repo
            .Run.Start("pr", "--base", "main", "--title", Repo.Slug, "--pack", "double-blind-conference", "--format", "json")
            .Should()
            .Be(1);

        _repo
            .Run.Error.Should()
            .Contain("evil.yml: the base of the request has no such file")
            .And.Contain("evil.dll: a class library of the repository");
    }

    [Fact]
    public void Nothing_of_the_repository_is_run()
    {
        string proof = Path.Combine(_repo.Folder, "proof");
        _repo.WithPost().Write(".gitattributes", "*.md filter=evil diff=evil\n");
        _repo.Commit("Add a post");
        foreach (
            (string key, string value) in ((string, string)[])
                [
                    ("core.fsmonitor", $"touch {proof}"),
                    ("filter.evil.smudge", $"touch {proof}"),
                    ("diff.evil.textconv", $"touch {proof}"),
                    ("diff.external", $"touch {proof}"),
                    ("core.pager", $"touch {proof}"),
                ]
        )
            _repo.Git("config", key, value);
        foreach (string hook in (string[])["post-checkout", "reference-transaction", "post-index-change"])
        {
            string path = Path.Combine(_repo.Folder, ".git", "hooks", hook);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, $"#!/bin/sh\ntouch {proof}\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        _repo.Run.Start("pr", "--base", "main", "--title", Repo.Slug).Should().BeLessThan(2);

        File.Exists(proof).Should().BeFalse();
    }

    [Fact]
    public void An_event_tells_title_body_and_commits()
    {
        _repo.WithPost();
        _repo.Commit("Add a post");
        _repo.Write(
            "event.json",
            JsonSerializer.Serialize(
                new
                {
                    pull_request = new
                    {
                        number = 7,
                        title = "Wrong",
                        body = "- [ ] anonymized\n",
                        @base = new { sha = _repo.Base },
                        head = new { sha = _repo.Head },
                    },
                }
            )
        );

        _repo.Run.Start("pr", "--event", "event.json", "--format", "json").Should().Be(1);

        Findings()
            .Select(finding => finding.Rule)
            .Should()
            .Contain(["request/wrong-title", "request/unticked-box", "request/missing-thread"]);
    }

    [Theory]
    [InlineData("{}", "no “pull_request”")]
    [InlineData("nonsense", "it is no JSON")]
    [InlineData("""{"pull_request": {"base": {"sha": "--output=x"}, "head": {"sha": "a"}}}""", "pull_request.base.sha")]
    public void A_broken_event_is_told(string json, string message)
    {
        _repo.Write("event.json", json);

        _repo.Run.Start("pr", "--event", "event.json").Should().Be(2);

        _repo.Run.Error.Should().Contain("event.json").And.Contain(message);
    }

    [Theory]
    [InlineData("nowhere", "nowhere is not in this checkout; fetch it first")]
    [InlineData("--output=x", "is no revision")]
    public void A_revision_that_is_not_there_is_told(string revision, string message)
    {
        _repo.Run.Start("pr", $"--base={revision}").Should().Be(2);

        _repo.Run.Error.Should().Contain(message);
    }

    [Fact]
    public void Whom_the_message_of_an_anonymous_commit_names_is_told()
    {
        _repo.WithPost();
        _repo.Commit("Add a post\n\nUse the figure of Olivia Exampleton, who sent it from olivia@examplia.edu");

        _repo.Run.Start("pr", "--base", "main", "--title", Repo.Slug, "--reveal");

        _repo.Run.Output.Should().Contain("Commits of this request name Olivia Exampleton and 1 other names or addresses");
    }

    [Fact]
    public void Commits_that_name_people_are_a_note()
    {
        _repo.WithPost();
        _repo.Git("config", "user.name", "Ada Example");
        _repo.Git("config", "user.email", "ada@example.edu");
        _repo.Commit("Add a post\n\nCo-authored-by: Ben Sample <ben@example.edu>");

        _repo.Run.Start("pr", "--base", "main", "--title", Repo.Slug, "--format", "json");

        Findings()
            .Should()
            .ContainSingle(finding => finding.Rule == "request/commit-author")
            .Which.Should()
            .Match<(string Rule, string File, string Severity, string Message)>(finding =>
                finding.Severity == "note" && !finding.Message.Contains("Ada", StringComparison.Ordinal)
            );
    }

    private (string Rule, string File, string Severity, string Message)[] Findings() =>
        [
            .. JsonDocument
                .Parse(_repo.Run.Output)
                .RootElement.GetProperty("submissions")
                .EnumerateArray()
                .SelectMany(submission => submission.GetProperty("findings").EnumerateArray())
                .Select(finding =>
                    (
                        finding.GetProperty("rule").GetString()!,
                        finding.GetProperty("file").GetString()!,
                        finding.GetProperty("severity").GetString()!,
                        finding.GetProperty("message").GetString()!
                    )
                ),
        ];
}
