using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Tests.Submissions;

public sealed class SubmissionReaderTests : IDisposable
{
    private const string Readable =
        "posts are Markdown (also of Quarto and R Markdown), HTML, notebooks, or archives (zip, tar) with one of them";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Track_layout_is_one_submission_with_the_post_first()
    {
        Write(
            "_posts/2030-04-01-tides.md",
            "assets/img/2030-04-01-tides/a.svg",
            "assets/img/2030-04-01-tides/b.png",
            "assets/html/other/c.html",
            "assets/bibliography/2030-04-01-tides.bib"
        );

        Submission submission = ReadAll(".").Single();

        submission.Name.Should().Be("2030-04-01-tides");
        submission
            .Files.Select(file => (file.Path, file.Role))
            .Should()
            .Equal(
                ("_posts/2030-04-01-tides.md", FileRole.Post),
                ("assets/bibliography/2030-04-01-tides.bib", FileRole.Bibliography),
                ("assets/html/other/c.html", FileRole.TextAsset),
                ("assets/img/2030-04-01-tides/a.svg", FileRole.TextAsset),
                ("assets/img/2030-04-01-tides/b.png", FileRole.BinaryAsset)
            );
        submission.Files[4].Sheet.Should().BeNull();
        submission.Unread.Should().BeEmpty();
    }

    [Fact]
    public void Layout_of_2022_is_one_submission()
    {
        Write("_posts/2022-03-25-tides.md", "_includes/2022-03-25-tides/plot.html", "public/images/2022-03-25-tides/a.svg");
        PathsOf(ReadAll(".").Single())
            .Should()
            .Equal("_posts/2022-03-25-tides.md", "_includes/2022-03-25-tides/plot.html", "public/images/2022-03-25-tides/a.svg");
    }

    [Fact]
    public void Repository_of_many_posts_gives_each_its_own_assets()
    {
        Write(
            "README.md",
            "assets/img/one/a.svg",
            "assets/img/Two/b.svg",
            "assets/js/theme.js",
            "assets/bibliography/one.bib",
            "assets/bibliography/shared.bib",
            "_includes/fig.html"
        );
        _folder.Write("_posts/one.md", "no references");
        _folder.Write(
            "_posts/two.md",
            "---\nbibliography: shared.bib\n---\n{% include fig.html %} ![x]({{ site.baseurl }}/assets/js/theme.js) and "
                + "https://example.org/assets/img/one/a.svg"
        );

        IReadOnlyList<Submission> submissions = ReadAll(".");

        PathsOf(submissions[0]).Should().Equal("_posts/one.md", "assets/bibliography/one.bib", "assets/img/one/a.svg");
        PathsOf(submissions[1])
            .Should()
            .Equal("_posts/two.md", "_includes/fig.html", "assets/bibliography/shared.bib", "assets/img/Two/b.svg", "assets/js/theme.js");
        submissions.Should().HaveCount(2);
    }

    [Fact]
    public void Post_named_alone_brings_its_own_assets()
    {
        Write("_posts/one.md", "_posts/two.md", "assets/img/one/a.svg", "assets/img/two/b.svg");
        PathsOf(ReadAll("_posts/one.md").Single()).Should().Equal("_posts/one.md", "assets/img/one/a.svg");
    }

    [Fact]
    public void Folder_of_posts_alone_finds_assets_beside_it()
    {
        Write("_posts/one.md", "_posts/two.md", "assets/img/one/a.svg");
        ReadAll("_posts").Select(submission => submission.Files.Count).Should().Equal(2, 1);
    }

    [Fact]
    public void Folder_of_submissions_keeps_them_apart()
    {
        Write("a/_posts/one.md", "a/assets/img/other/x.svg", "b/_posts/two.md", "b/assets/img/other/y.svg");

        IReadOnlyList<Submission> submissions = ReadAll(".");

        PathsOf(submissions[0]).Should().Equal("a/_posts/one.md", "a/assets/img/other/x.svg");
        PathsOf(submissions[1]).Should().Equal("b/_posts/two.md", "b/assets/img/other/y.svg");
    }

    [Fact]
    public void Single_post_of_a_whole_site_does_not_own_the_theme()
    {
        Write("_config.yml", "_layouts/distill.html", "_posts/one.md", "assets/js/theme.js", "assets/img/one/a.svg");
        PathsOf(ReadAll(".").Single()).Should().Equal("_posts/one.md", "assets/img/one/a.svg");
    }

    [Fact]
    public void Folder_without_layout_takes_its_markdown_for_posts()
    {
        Write("README.md", "b.md", "a.markdown", "assets/note.md");
        ReadAll(".").Select(submission => submission.Name).Should().Equal("a", "b");
    }

    [Fact]
    public void Html_with_front_matter_is_a_post_and_figures_are_not()
    {
        _folder.Write("post.html", "\uFEFF---\nlayout: distill\n---\n");
        _folder.Write("figure.html", "<svg></svg>");
        PathsOf(ReadAll(".").Single()).Should().Equal("post.html", "figure.html");
    }

    [Fact]
    public void Folder_with_nothing_but_a_readme_takes_it_for_a_post()
    {
        Write("README.md");
        ReadAll(".").Single().Name.Should().Be("README");
    }

    [Fact]
    public void Folder_without_any_post_is_reported()
    {
        Write("data.csv");
        Discover(".").Unread.Should().Equal(new Unread(".", $"no post was found in it; {Readable}"));
    }

    [Theory]
    [InlineData("gone.md", "there is no such file or folder")]
    [InlineData(
        "refs.bib",
        $"it is a bibliography, and {Readable}; it is checked with its post: name the post, or the folder that holds both"
    )]
    public void What_cannot_be_a_submission_is_reported_and_others_go_on(string path, string reason)
    {
        Write("refs.bib", "post.md");

        Discovery discovery = Discover(path, "post.md");

        discovery.Unread.Should().ContainSingle().Which.Should().Match<Unread>(unread => unread.Path == path && unread.Reason == reason);
        discovery.Sources.Should().ContainSingle();
    }

    [Fact]
    public void Folders_of_tools_are_skipped()
    {
        Write("post.md", ".git/a.md", "node_modules/b.md", "_site/c.md", ".cache/d.md", ".postlint.yml");
        PathsOf(ReadAll(".").Single()).Should().Equal("post.md");
    }

    [Fact]
    public void Excluded_paths_are_left_out_of_folders_and_of_the_command_line()
    {
        Write("post.md", "drafts/old.md");
        SubmissionReader reader = Reader(new PathPattern(_folder.Path, "drafts") { Origin = ".postlint.yml:2" });

        reader.Discover(["."]).Sources.Select(source => source.Name).Should().Equal("post");
        reader
            .Discover(["drafts/old.md"])
            .Should()
            .BeEquivalentTo(new Discovery([], []) { Excluded = [new("drafts/old.md", ".postlint.yml:2")] });
        reader.Discover(["drafts"]).Should().BeEquivalentTo(new Discovery([], []) { Excluded = [new("drafts", ".postlint.yml:2")] });
    }

    [Fact]
    public void A_folder_whose_posts_are_all_excluded_is_excluded_and_one_without_posts_is_not_read()
    {
        Write("a/drafts/old.md", "b/a.min.js");
        SubmissionReader reader = Reader(
            new PathPattern(_folder.Path, "drafts") { Origin = "here:1" },
            new PathPattern(_folder.Path, "*.min.js")
        );

        reader.Discover(["a"]).Should().BeEquivalentTo(new Discovery([], []) { Excluded = [new("a/drafts", "here:1")] });
        reader.Discover(["b"]).Unread.Should().Equal(new Unread("b", $"no post was found in it; {Readable}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n")]
    [InlineData("\uFEFF\u200B\n")]
    public void A_post_in_which_nothing_can_be_seen_was_not_read(string text)
    {
        _folder.Write("post.md", text);

        Submission submission = ReadAll("post.md").Single();

        submission.Files.Single().Text.Should().BeNull();
        submission.Unread.Single().Reason.Should().StartWith("it is empty");
    }

    [Fact]
    public void Post_named_twice_is_read_once()
    {
        Write("_posts/one.md", "_posts/two.md");
        Discover("_posts/two.md", ".").Sources.Select(source => source.Name).Should().Equal("two", "one");
    }

    [Fact]
    public void Given_full_path_outside_the_working_directory_is_reported_in_full()
    {
        Write("_posts/one.md");
        var reader = new SubmissionReader { WorkingDirectory = Path.GetTempPath() + "elsewhere" };
        reader.Read(reader.Discover([_folder.Path]).Sources.Single()).Files[0].Path.Should().Be(_folder.In("_posts/one.md"));
    }

    [Fact]
    public void Given_relative_path_outside_the_working_directory_stays_relative()
    {
        Write("_posts/one.md");
        var reader = new SubmissionReader { WorkingDirectory = _folder.In("work") };
        reader.Read(reader.Discover([".."]).Sources.Single()).Files[0].Path.Should().Be("../_posts/one.md");
    }

    [Fact]
    public void Standard_input_is_a_post_of_the_given_path()
    {
        var reader = new SubmissionReader
        {
            WorkingDirectory = _folder.Path,
            StandardInput = new MemoryStream("# Tides\r\n"u8.ToArray()),
            StandardInputPath = "_posts/tides.md",
        };

        Submission submission = reader.Read(reader.Discover(["-"]).Sources.Single());

        submission.Name.Should().Be("tides");
        submission.Files.Single().Path.Should().Be("_posts/tides.md");
        submission.Files.Single().Text!.Text.Should().Be("# Tides\r\n");
    }

    [Fact]
    public void Link_out_of_the_folder_is_not_followed()
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret.bib", "@misc{secret}");
        Write("_posts/one.md", "assets/x.txt");
        File.CreateSymbolicLink(_folder.In("assets/refs.bib"), outside.In("secret.bib"));
        Directory.CreateSymbolicLink(_folder.In("assets/img"), outside.Path);

        Submission submission = ReadAll(".").Single();

        PathsOf(submission).Should().Equal("_posts/one.md", "assets/x.txt");
        submission.Unread.Select(entry => entry.Path).Should().Equal("assets/img", "assets/refs.bib");
    }

    [Fact]
    public void Link_within_the_folder_is_read_once()
    {
        Write("_posts/one.md", "assets/b.txt");
        File.CreateSymbolicLink(_folder.In("assets/a.txt"), "b.txt");
        ReadAll(".").Single().Files.Skip(1).Should().ContainSingle().Which.Text!.Text.Should().Be("assets/b.txt");
    }

    [Fact]
    public void Post_below_a_linked_folder_is_not_read()
    {
        using var outside = new TemporaryFolder();
        outside.Write("one.md", "secret");
        Directory.CreateSymbolicLink(_folder.In("_posts"), outside.Path);

        Discovery discovery = Discover("_posts/one.md");

        discovery.Sources.Should().BeEmpty();
        discovery.Unread.Single().Reason.Should().Be(SymbolicLink.LeadsOut);
    }

    [Fact]
    public void Links_in_a_circle_are_reported()
    {
        Write("post.md");
        File.CreateSymbolicLink(_folder.In("a.bib"), "b.bib");
        File.CreateSymbolicLink(_folder.In("b.bib"), "a.bib");
        ReadAll(".").Single().Unread.Select(entry => entry.Path).Should().Equal("a.bib", "b.bib");
    }

    [Fact]
    public void Post_that_becomes_a_link_after_it_was_found_is_not_read()
    {
        using var outside = new TemporaryFolder();
        string post = _folder.Write("_posts/one.md", "text");
        SubmissionReader reader = Reader();
        SubmissionSource source = reader.Discover(["."]).Sources.Single();
        File.Delete(post);
        File.CreateSymbolicLink(post, outside.Write("secret.md", "secret"));

        Submission submission = reader.Read(source);

        submission.Files.Single().Text.Should().BeNull();
        submission.Unread.Should().ContainSingle();
    }

    [Fact]
    public void File_that_is_gone_is_reported_and_the_others_are_read()
    {
        Write("_posts/one.md", "assets/a.txt", "assets/b.txt");
        SubmissionReader reader = Reader();
        SubmissionSource source = reader.Discover(["."]).Sources.Single();
        File.Delete(_folder.In("assets/a.txt"));

        Submission submission = reader.Read(source);

        submission.Files.Select(file => file.Text is null).Should().Equal(false, true, false);
        submission.Unread.Should().Equal(new Unread("assets/a.txt", "it is not there any more"));
    }

    [Fact]
    public void File_without_permission_is_reported()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
            return;
        string post = _folder.Write("post.md", "text");
        File.SetUnixFileMode(post, UnixFileMode.None);
        ReadAll(".").Single().Unread.Should().Equal(new Unread("post.md", "permission to read it is denied"));
    }

    [Fact]
    public void Text_over_the_limit_is_reported_with_the_limit()
    {
        _folder.Write("post.md", new string('x', 101));
        _folder.Write("data.csv", new string('x', 100));
        SubmissionReader reader = new() { WorkingDirectory = _folder.Path, Limits = new(TextBytes: 100) };

        Submission submission = reader.Read(reader.Discover(["."]).Sources.Single());

        submission.Unread.Should().Equal(new Unread("post.md", "it is larger than 100 bytes, the limit for text"));
        submission.Files[1].Text!.Text.Should().HaveLength(100);
    }

    [Fact]
    public void Too_many_files_are_reported()
    {
        Write("a.txt", "b.txt", "c.txt", "post.md");
        SubmissionReader reader = new() { WorkingDirectory = _folder.Path, Limits = new(Files: 2) };
        reader.Discover(["."]).Unread.Should().Contain(entry => entry.Reason.Contains("more than 2 files"));
    }

    [Fact]
    public void Too_deep_folders_are_reported()
    {
        Write("post.md", "a/b/c/d.txt");
        SubmissionReader reader = new() { WorkingDirectory = _folder.Path, Limits = new(Depth: 2) };
        reader.Read(reader.Discover(["."]).Sources.Single()).Unread.Should().Equal(new Unread("a/b/c", "it lies more than 2 folders deep"));
    }

    [Fact]
    public void Unknown_extension_is_told_by_content()
    {
        _folder.Write("post.md", "text");
        _folder.Write("LICENSE", "words");
        _folder.Write("weights.xyz", [1, 0, 2]);
        ReadAll(".").Single().Files.Select(file => file.Role).Should().Equal(FileRole.Post, FileRole.TextAsset, FileRole.BinaryAsset);
    }

    [Fact]
    public void Empty_post_is_reported_and_an_empty_asset_is_text()
    {
        _folder.Write("post.md", "");
        _folder.Write("data.csv", "");

        Submission submission = ReadAll(".").Single();

        submission.Unread.Select(entry => entry.Path).Should().Equal("post.md");
        submission.Files[1].Text!.Text.Should().BeEmpty();
    }

    [Fact]
    public void Order_is_the_same_every_time()
    {
        Write([.. Enumerable.Range(0, 50).Select(i => $"_posts/{i * 37 % 50:00}.md")]);
        ReadAll(".").Select(submission => submission.Name).Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    private void Write(params string[] names)
    {
        foreach (string name in names)
            _folder.Write(name, name);
    }

    private SubmissionReader Reader(params PathPattern[] excluded) => new() { WorkingDirectory = _folder.Path, Excluded = excluded };

    private Discovery Discover(params string[] paths) => Reader().Discover(paths);

    private IReadOnlyList<Submission> ReadAll(params string[] paths)
    {
        SubmissionReader reader = Reader();
        return [.. reader.Discover(paths).Sources.Select(source => reader.Read(source))];
    }

    private static IEnumerable<string> PathsOf(Submission submission) => submission.Files.Select(file => file.Path);
}
