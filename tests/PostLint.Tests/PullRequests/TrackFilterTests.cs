using System.Text.Json;

namespace PostLint.Tests.PullRequests;

/// <summary>Requests for every branch of the tracks' filter: whatever it closes, PostLint tells as an error of the request.</summary>
public sealed class TrackFilterTests : IClassFixture<TrackFilterTests.Repository>
{
    private readonly Repo _repo;

    public TrackFilterTests(Repository shared) => _repo = shared.Repo;

    /// <summary>
    /// Title, what is done, and the rule for which PostLint alone refuses the request. S stands for the name of a post; steps are
    /// <c>write</c>, <c>delete</c> or <c>link</c> and a path.
    /// </summary>
    public static TheoryData<string, string, string?> Requests =>
        new()
        {
            { "S", "write _posts/S.md", null },
            { "S", "write _posts/S.md, write assets/img/S/a.png", null },
            { "S", "write _posts/S.md, write assets/img/S/b/c/a.png", null },
            { "S", "write _posts/S.md, write assets/html/S/a.html", null },
            { "S", "write _posts/S.md, write assets/bibliography/S.bib", null },
            { "S", "write _posts/S.md, write assets/img/S/a.png, write assets/html/S/b.html, write assets/bibliography/S.bib", null },
            { "S", "write _posts/S.md, write assets/img/S/With Blank_and.CAPS.PNG", null },
            { "S", "write _posts/S.md, write assets/html/S/lib/d3.min.js", null },
            { "S", "write _posts/S.md, write assets/img/S/paper.pdf", null },
            { "2026-05-02-other-day", "write _posts/2026-05-02-other-day.md", null },
            { "2026-04-27-x", "write _posts/2026-04-27-x.md", null },
            { "2026-04-27-2-4x-faster", "write _posts/2026-04-27-2-4x-faster.md", null },
            { "Warm-up", "write _posts/S.md", null },
            { "S.md", "write _posts/S.md", null },
            { "_posts/S", "write _posts/S.md", null },
            { "_posts/S.md", "write _posts/S.md", null },
            { "Submission: S", "write _posts/S.md", null },
            { "S-v2", "write _posts/S.md", null },
            { "2026-04-27", "write _posts/S.md", null },
            { "warm-up", "write _posts/S.md", null },
            { "2026-4-27-warm-up", "write _posts/S.md", null },
            { "2025-04-27-warm-up", "write _posts/S.md", null },
            { "[S]x", "write _posts/S.md", null },
            { "Add S", "write _posts/S.md", null },
            { "2026-04-27-warm-down", "write _posts/S.md", null },
            { "2026-04-27 Warm Up", "write _posts/S.md", "request/wrong-title" },
            { "2026-04-27-Warm-Up", "write _posts/S.md", "request/wrong-title" },
            { "2026-04-27_warm_up", "write _posts/S.md", "request/wrong-title" },
            { "[S]", "write _posts/S.md", "request/wrong-title" },
            { "2026-04-27-warm'-up", "write _posts/S.md", "request/wrong-title" },
            { "2026-04-27-Warm-Up", "write _posts/2026-04-27-Warm-Up.md", null },
            { "2026-04-27-warm_up", "write _posts/2026-04-27-warm_up.md", null },
            { "2026-04-27-warm up", "write _posts/2026-04-27-warm up.md", null },
            { "2026-04-27-warm--up", "write _posts/2026-04-27-warm--up.md", null },
            { "2026-04-27-warm-up-", "write _posts/2026-04-27-warm-up-.md", null },
            { "2026-04-27-v1.0", "write _posts/2026-04-27-v1.0.md", null },
            { "2026-04-27-échauffement", "write _posts/2026-04-27-échauffement.md", null },
            { "2026-04-27-1,000-steps", "write _posts/2026-04-27-1,000-steps.md", null },
            { "2026-04-27-it's", "write _posts/2026-04-27-it's.md", null },
            { "warm-up", "write _posts/warm-up.md", null },
            { "2026-04-27", "write _posts/2026-04-27.md", null },
            { "20260427-warm-up", "write _posts/20260427-warm-up.md", null },
            { "2025-04-28-warm-up", "write _posts/2025-04-28-warm-up.md", null },
            { "2024-05-07-warm-up", "write _posts/2024-05-07-warm-up.md", null },
            { "2027-04-27-warm-up", "write _posts/2027-04-27-warm-up.md", null },
            { "S", "write _posts/_posts/S.md", null },
            { "S", "write _posts/2026/S.md", null },
            { "S", "write posts/S.md", null },
            { "S", "write S.md", null },
            { "S", "write _drafts/S.md", null },
            { "S", "write _posts/S.html", null },
            { "S", "write _posts/S.markdown", null },
            { "S", "write _posts/S.MD", null },
            { "S", "write _Posts/S.md", null },
            { "S", "write _posts/S.md, write _posts/S.mdx", "request/other-file" },
            { "S", "write _posts/S.md, write assets/img/S-extra/a.png", "request/other-file" },
            { "S", "write _posts/S.md, write assets/img/S.png", "request/other-file" },
            { "S", "write _posts/S.md, write assets/bibliography/S.bib.bak", "request/other-file" },
            { "S", "write _posts/S.md, write assets/img/a.png", null },
            { "S", "write _posts/S.md, write assets/img/other/a.png", null },
            { "S", "write _posts/S.md, write assets/Img/S/a.png", null },
            { "S", "write _posts/S.md, write assets/bibliography/other.bib", null },
            { "S", "write _posts/S.md, write assets/S/a.png", null },
            { "S", "write _posts/S.md, write img/S/a.png", null },
            { "S", "write _posts/S.md, write assets/video/S/a.mp4", null },
            { "S", "write _posts/S.md, write assets/img/2026-04-27-Warm-Up/a.png", null },
            { "S", "write _posts/S.md, write README.md", null },
            { "S", "write _posts/S.md, delete README.md", null },
            { "S", "write _posts/S.md, write _config.yml", null },
            { "S", "write _posts/S.md, write .github/workflows/a.yml", null },
            { "S", "write _posts/S.md, write Gemfile.lock", null },
            { "S", "write _posts/S.md, write .DS_Store", null },
            { "S", "write _posts/S.md, write _pages/about.md", null },
            { "S", "write _posts/S.md, write _bibliography/papers.bib", null },
            { "S", "write _posts/S.md, write _posts/2026-04-27-second.md", null },
            { "S", "write _posts/S.md, write _posts/2025-04-28-earlier.md", null },
            { "S", "write _posts/S.md, delete _posts/2025-04-28-earlier.md", null },
            { "S", "write assets/img/S/a.png", "request/no-post" },
            { "S", "write README.md", null },
            { "S", "write assets/bibliography/S.bib", "request/no-post" },
            { "S", "write _posts/S.md, link assets/img/S/a.png", "request/symbolic-link" },
        };

    [Theory]
    [MemberData(nameof(Requests))]
    public void What_the_filter_closes_is_an_error_and_all_else_has_a_reason(string title, string does, string? stricter)
    {
        (title, does) = (WithName(title), WithName(does));
        var changed = new List<string>();
        _repo.Git("checkout", "-q", "-f", "-B", "request", "main");
        _repo.Git("clean", "-q", "-f", "-d");
        foreach (string[] step in does.Split(", ").Select(step => step.Split(' ', 2)))
        {
            changed.Add(step[1]);
            if (step[0] is "delete")
                _repo.Delete(step[1]);
            else if (step[0] is "link")
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_repo.Folder, step[1]))!);
                File.CreateSymbolicLink(Path.Combine(_repo.Folder, step[1]), "/etc/hostname");
            }
            else
                _repo.Write(step[1], step[1].Contains("posts/", StringComparison.OrdinalIgnoreCase) ? Repo.Post + step[1] : "x\n");
        }
        _repo.Commit("Add a post");

        int code = _repo.Run.Start("pr", "--base", "main", "--title", title, "--format", "json");

        string[] errors =
        [
            .. JsonDocument
                .Parse(_repo.Run.Output)
                .RootElement.GetProperty("submissions")
                .EnumerateArray()
                .SelectMany(submission => submission.GetProperty("findings").EnumerateArray())
                .Where(finding => finding.GetProperty("severity").GetString() is "error")
                .Select(finding => finding.GetProperty("rule").GetString()!)
                .Where(rule => rule.StartsWith("request/", StringComparison.Ordinal) || rule is "template/file-name"),
        ];
        bool isClosed = TrackFilter.Closes(title, changed, year: 2026);
        code.Should().BeLessThan(2, _repo.Run.Error);
        if (isClosed)
            errors.Should().NotBeEmpty("the filter closes this request");
        else if (stricter is null)
            errors.Should().BeEmpty("the filter lets this request in");
        else
            errors.Should().Contain(stricter);
        if (isClosed)
            stricter.Should().BeNull("a reason of its own is stated only where the filter has none");
    }

    private static string WithName(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @"(?<![A-Za-z])S(?![A-Za-z])", Repo.Slug);

    /// <summary>One repository for all requests, each a branch of its own.</summary>
    public sealed class Repository : IDisposable
    {
        internal Repo Repo { get; } = new();

        public void Dispose() => Repo.Dispose();
    }
}
