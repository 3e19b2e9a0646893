using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Tests.Submissions;

/// <summary>Posts where Hugo and Quarto keep them, and notebooks.</summary>
public sealed class GeneratedSiteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hugo_keeps_a_post_and_its_files_in_a_folder()
    {
        Write(
            "hugo.toml",
            "archetypes/default.md",
            "content/_index.md",
            "content/about.md",
            "content/posts/_index.md",
            "content/posts/warm/index.md",
            "content/posts/warm/notes.md",
            "content/posts/warm/plot.svg",
            "static/images/cold.svg",
            "static/images/other.svg",
            "themes/plain/README.md"
        );
        _folder.Write("content/posts/cold.md", "Text ![Loss](/images/cold.svg)"u8.ToArray());

        Submission[] posts = [.. ReadAll(".")];

        posts.Select(post => post.Name).Should().Equal("cold", "warm");
        PathsOf(posts[0]).Should().Equal("content/posts/cold.md", "static/images/cold.svg");
        PathsOf(posts[1]).Should().Equal("content/posts/warm/index.md", "content/posts/warm/notes.md", "content/posts/warm/plot.svg");
    }

    [Fact]
    public void Quarto_keeps_a_post_and_its_files_in_a_folder()
    {
        Write("_quarto.yml", "index.qmd", "about.qmd", "posts/warm/index.qmd", "posts/warm/_part.qmd", "posts/warm/refs.bib");
        Write("posts/cold.ipynb");

        Submission[] posts = [.. ReadAll(".")];

        posts.Select(post => post.Name).Should().Equal("cold", "warm");
        PathsOf(posts[1]).Should().Equal("posts/warm/index.qmd", "posts/warm/_part.qmd", "posts/warm/refs.bib");
    }

    [Theory]
    [InlineData("content/posts/warm/index.md")]
    [InlineData("content/posts/warm")]
    [InlineData("content/posts")]
    public void Post_in_a_folder_of_its_own_comes_with_all_of_it_and_with_what_it_names(string path)
    {
        Write("hugo.toml", "content/posts/warm/plot.svg", "static/a.svg", "static/b.svg");
        _folder.Write("content/posts/warm/index.md", "Text ![Loss](/a.svg)"u8.ToArray());
        Submission post = ReadAll(path).Should().ContainSingle().Subject;
        post.Name.Should().Be("warm");
        PathsOf(post).Should().BeEquivalentTo("content/posts/warm/index.md", "content/posts/warm/plot.svg", "static/a.svg");
    }

    [Fact]
    public void Notebook_is_a_post_where_it_is_named_or_nothing_else_is_one()
    {
        Write("alone/warm.ipynb", "alone/plot.svg", "beside/post.md", "beside/warm.ipynb");
        PathsOf(ReadAll("alone").Single()).Should().Equal("alone/warm.ipynb", "alone/plot.svg");
        ReadAll("alone").Single().Files[0].Role.Should().Be(FileRole.Post);
        PathsOf(ReadAll("beside").Single()).Should().Equal("beside/post.md", "beside/warm.ipynb");
        PathsOf(ReadAll("beside/warm.ipynb").Single()).Should().Equal("beside/warm.ipynb");
    }

    private void Write(params string[] paths)
    {
        foreach (string path in paths)
            _folder.Write(path, "Text"u8.ToArray());
    }

    private Submission[] ReadAll(string path)
    {
        var reader = new SubmissionReader { WorkingDirectory = _folder.Path };
        Discovery found = reader.Discover([path]);
        found.Unread.Should().BeEmpty();
        return found.Sources.Select(source => reader.Read(source)).ToArray();
    }

    private static IEnumerable<string> PathsOf(Submission submission) => submission.Files.Select(file => file.Path);
}
