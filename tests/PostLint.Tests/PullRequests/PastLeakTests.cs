using System.Text.Json;

namespace PostLint.Tests.PullRequests;

/// <summary>
/// Whose work the commits of a request hold: what a merge brings is nobody's leak, what the request added and took back is.
/// </summary>
public sealed class PastLeakTests : IDisposable
{
    private const string Organisers =
        "The track.\n\nOrganisers: [Ada Example](https://www.linkedin.com/in/ada-example), I am a PhD student at Examplia University.\n";

    private static readonly string s_leak = Repo.Post.Replace(
        "name: Anonymous",
        "name: Anonymous\n# - name: Ada Example",
        StringComparison.Ordinal
    );

    private readonly Repo _repo = new();

    public void Dispose() => _repo.Dispose();

    [Theory]
    [InlineData("merge", "-q", "--no-edit", "main")]
    [InlineData("merge", "-q", "--no-edit", "-s", "ours", "main")]
    [InlineData("merge", "-q", "--squash", "main")]
    [InlineData("cherry-pick", "main")]
    [InlineData("checkout", "main", "--", "_pages/about.md")]
    public void What_upstream_brings_is_nobodys_leak(params string[] merge)
    {
        _repo.WithPost().Commit("Add a post");
        Upstream();
        _repo.Git(merge);
        _repo.Write("assets/img/note.txt", "x\n").Commit("Go on");
        File.Delete(Path.Combine(_repo.Folder, "assets/img/note.txt"));
        // Later versions of the page must not make the merged one look like something that was taken back.
        _repo.Git("checkout", "-q", "main");
        _repo.Write("_pages/about.md", "The track.\n").Commit("Take it back");
        _repo.Git("checkout", "-q", "request");

        PastLeaks().Should().BeEmpty();
    }

    [Fact]
    public void Lines_that_stood_in_a_page_are_not_theirs_who_change_another()
    {
        _repo.Git("checkout", "-q", "main");
        _repo.Write("_pages/about.md", Organisers).Commit("Organisers");
        _repo.Git("checkout", "-q", "-B", "request");
        _repo.WithPost().Write("_pages/about.md", Organisers + "\nOne more line.\n").Commit("Add a post");
        _repo.Write("_pages/about.md", Organisers).Commit("Leave the page alone");

        PastLeaks().Should().BeEmpty();
    }

    [Fact]
    public void A_line_of_their_own_in_a_page_of_others_is_a_leak()
    {
        _repo.Git("checkout", "-q", "main");
        _repo.Write("_pages/about.md", Organisers).Commit("Organisers");
        _repo.Git("checkout", "-q", "-B", "request");
        _repo.WithPost().Write("_pages/about.md", Organisers + "\n<!-- write to olivia.exampleton@examplia.edu -->\n").Commit("Add a post");
        _repo.Write("_pages/about.md", Organisers).Commit("Leave the page alone");

        PastLeaks().Should().ContainSingle().Which.Should().Contain("identity/contact-email");
    }

    [Fact]
    public void A_side_branch_is_the_requests_own()
    {
        _repo.WithPost().Commit("Add a post");
        _repo.Git("checkout", "-q", "-b", "side");
        _repo.WithPost(post: s_leak).Commit("Names");
        _repo.WithPost().Commit("No names");
        _repo.Git("checkout", "-q", "request");
        Upstream();
        _repo.Git("merge", "-q", "--no-edit", "side");

        PastLeaks().Should().ContainSingle().Which.Should().Contain("identity/commented-author");
    }

    [Fact]
    public void What_a_side_branch_held_counts_also_where_ours_dropped_it()
    {
        _repo.WithPost().Commit("Add a post");
        _repo.Git("checkout", "-q", "-b", "side");
        _repo.WithPost(post: s_leak).Commit("Names");
        _repo.Git("checkout", "-q", "request");
        _repo.Git("merge", "-q", "--no-edit", "-s", "ours", "side");

        PastLeaks().Should().ContainSingle().Which.Should().Contain("identity/commented-author");
    }

    [Fact]
    public void What_a_merge_writes_itself_is_the_requests_own()
    {
        _repo.WithPost().Commit("Add a post");
        Upstream();
        _repo.Git("merge", "-q", "--no-edit", "--no-commit", "main");
        _repo.WithPost(post: s_leak).Commit("Merge");
        _repo.WithPost().Commit("No names");

        PastLeaks().Should().ContainSingle().Which.Should().Contain("identity/commented-author");
    }

    [Fact]
    public void An_event_that_knows_an_older_branch_is_read_with_the_branch_as_it_is()
    {
        string opened = _repo.Base;
        _repo.WithPost().Commit("Add a post");
        Upstream();
        _repo.Git("update-ref", "refs/remotes/origin/main", "main");
        _repo.Git("merge", "-q", "--no-edit", "main");
        object request = new
        {
            title = Repo.Slug,
            body = "",
            @base = new { sha = opened, @ref = "main" },
            head = new { sha = _repo.Head },
        };
        _repo.Write("event.json", JsonSerializer.Serialize(new { pull_request = request }));

        _repo.Run.Start("pr", "--event", "event.json", "--format", "json").Should().BeLessThan(2, _repo.Run.Error);

        Errors().Should().NotContain(error => error.Rule.StartsWith("request/", StringComparison.Ordinal));
    }

    [Fact]
    public void All_posts_of_a_request_are_linted_and_each_with_its_own_files()
    {
        const string second = "2026-04-27-second";
        _repo
            .WithPost()
            .WithPost(
                second,
                Repo.Post.Replace(Repo.Slug, second, StringComparison.Ordinal).Replace("name: Anonymous", "name: Ada Example")
            )
            .Commit("Add two posts");

        _repo.Run.Start("pr", "--base", "main", "--title", Repo.Slug, "--format", "json").Should().Be(1);

        Errors().Should().Contain(error => error.Rule == "identity/author-not-anonymous" && error.File == $"_posts/{second}.md");
        Errors().Count(error => error.Rule == "request/several-posts").Should().Be(1);
    }

    [Fact]
    public void Work_on_the_site_passes_with_a_word()
    {
        _repo.Write("_pages/about.md", Organisers).Write("README.md", "The track, again.\n").Commit("Name organisers");
        _repo.Write("_pages/about.md", "The track.\n").Commit("Shorter");

        _repo.Run.Start("pr", "--base", "main", "--title", "Name organisers", "--format", "summary").Should().Be(0, _repo.Run.Error);

        _repo.Run.Output.Should().Contain("request/site-change").And.NotContain("past-leak");
    }

    [Fact]
    public void A_bare_repository_has_the_profiles_of_the_base()
    {
        _repo.Git("checkout", "-q", "main");
        _repo.Write("own.yml", "extends: double-blind\n").Commit("A profile");
        _repo.Git("checkout", "-q", "-B", "request");
        _repo.WithPost(post: s_leak).Write("own.yml", "extends: double-blind\nrules: { identity: { severity: off } }\n").Commit("Loosen");
        _repo.Git("clone", "-q", "--bare", ".", "bare.git");
        foreach (string profile in (string[])["iclr-blog-2026", "bare.git/own.yml"])
        {
            _repo
                .Run.Start(
                    "pr",
                    "--repository",
                    "bare.git",
                    "--base",
                    "main",
                    "--head",
                    "request",
                    "--profile",
                    profile,
                    "--format",
                    "json"
                )
                .Should()
                .Be(1, _repo.Run.Error);
            Errors().Should().Contain(error => error.Rule == "identity/commented-author");
        }
    }

    [Fact]
    public void A_content_that_is_missing_makes_one_file_unread()
    {
        if (OperatingSystem.IsWindows())
            return;
        _repo.WithPost(post: s_leak).Write($"assets/img/{Repo.Slug}/a.svg", "<svg/>").Commit("Add a post");
        string blob = _repo.Output("rev-parse", $"HEAD:assets/img/{Repo.Slug}/a.svg").Trim(),
            file = Path.Combine(_repo.Folder, ".git/objects", blob[..2], blob[2..]);
        File.SetUnixFileMode(file, UnixFileMode.UserWrite);
        File.Delete(file);

        _repo.Run.Start("pr", "--base", "main", "--title", Repo.Slug, "--format", "json").Should().Be(2);

        Errors().Should().Contain(error => error.Rule == "identity/commented-author");
        _repo.Run.Output.Should().Contain("its content is not in this repository");
    }

    /// <summary>The organisers edit their page on the branch that the request goes to.</summary>
    private void Upstream()
    {
        _repo.Git("checkout", "-q", "main");
        _repo.Write("_pages/about.md", Organisers).Commit("Organisers");
        _repo.Git("checkout", "-q", "request");
    }

    private string[] PastLeaks()
    {
        _repo.Run.Start("pr", "--base", "main", "--title", Repo.Slug, "--format", "json").Should().BeLessThan(2, _repo.Run.Error);
        return [.. Errors().Where(error => error.Rule == "request/past-leak").Select(error => error.Message)];
    }

    private (string Rule, string File, string Message)[] Errors() =>
        [
            .. JsonDocument
                .Parse(_repo.Run.Output)
                .RootElement.GetProperty("submissions")
                .EnumerateArray()
                .SelectMany(submission => submission.GetProperty("findings").EnumerateArray())
                .Where(finding => finding.GetProperty("severity").GetString() is "error")
                .Select(finding =>
                    (
                        finding.GetProperty("rule").GetString()!,
                        finding.GetProperty("file").GetString()!,
                        finding.GetProperty("message").GetString()!
                    )
                ),
        ];
}
