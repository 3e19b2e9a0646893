namespace PostLint.Tests.Cli;

/// <summary>What users give that is no post, and what they meant.</summary>
public sealed class WrongInputTests : IDisposable
{
    private readonly Run _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("post.docx", "it is a Word document", "pandoc FILE --to=gfm")]
    [InlineData("post.odt", "it is an OpenDocument text", "pandoc FILE --to=gfm")]
    [InlineData("post.tex", "it is LaTeX", "pandoc FILE --to=gfm")]
    [InlineData("post.rst", "it is reStructuredText", "pandoc FILE --to=gfm")]
    [InlineData("post.pdf", "it is a PDF", "pdftotext -layout FILE post.md")]
    [InlineData("post.txt", "it is plain text", "postlint check - < FILE")]
    [InlineData("post.bib", "it is a bibliography", "name the post")]
    [InlineData("post.png", "it is a file that posts show or bring", "postlint metadata")]
    [InlineData("post.rar", "it is an archive of a kind that is not read", "zip or tar")]
    [InlineData("post.xyz", "it is of a kind that PostLint does not know", "postlint check - < FILE")]
    public void File_that_is_no_post_is_told_with_what_to_do(string name, string what, string todo)
    {
        _run.With(name, "x").Start("check", name).Should().Be(2);
        _run.Output.Should().Contain($"not read: {name}: {what}, and posts are Markdown").And.Contain(todo);
    }

    [Fact]
    public void Folder_without_a_post_tells_what_it_holds()
    {
        _run.With("paper/a.docx", "x").With("paper/b.docx", "x").With("paper/c.tex", "x").Start("check", "paper").Should().Be(2);
        _run.Output.Should().Contain("no post was found in it, but 2 files like a Word document (.docx); ").And.Contain("pandoc FILE");
        Directory.CreateDirectory(Path.Combine(_run.Folder, "empty"));
        _run.Start("check", "empty").Should().Be(2);
        _run.Output.Should().Contain("no post was found in it; posts are Markdown");
    }

    [Theory]
    [InlineData("my-pots", "did you mean my-post?", "check")]
    [InlineData("my-post/warm", "did you mean my-post/warm.md?", "check")]
    [InlineData("2030-04-27-warm.md", "did you mean _posts/2030-04-27-warm.md?", "check")]
    [InlineData("my-pots", "did you mean my-post?", "fix")]
    [InlineData("my-pots", "did you mean my-post?", "cite")]
    [InlineData("my-pots", "did you mean my-post?", "facts")]
    [InlineData("my-pots/warm.md", "did you mean my-post/warm.md?", "tree")]
    [InlineData("my-pots", "did you mean my-post?", "metadata")]
    [InlineData("my-pots", "did you mean my-post?", "config", "show")]
    [InlineData("my-pots", "did you mean my-post?", "baseline", "create")]
    public void Path_that_leads_nowhere_is_told_with_what_was_meant(string path, string hint, params string[] command)
    {
        _run.With("my-post/warm.md", "Text").With("_posts/2030-04-27-warm.md", "Text").Start([.. command, path]).Should().Be(2);
        (_run.Output + _run.Error).Should().Contain(hint);
        Directory.EnumerateFiles(_run.Folder).Should().BeEmpty("nothing is written because of a mistyped path");
    }

    [Fact]
    public void What_was_meant_is_masked_where_names_are()
    {
        _run.With("exampla-warm/post.md", "Text").Start("check", "exampla-warn").Should().Be(2);
        _run.Output.Should().Contain("did you mean ▇▇▇-warm?");
    }

    [Theory]
    [InlineData("did you mean sarif?", "check", "--format", "sarf", ".")]
    [InlineData("did you mean camera-ready?", "check", "--phase", "camera", ".")]
    [InlineData("the nearest that exists is \"iclr-blog-2026\"", "check", "--profile", "iclr-blog-2o26", ".")]
    [InlineData("did you mean identity/own-repository?", "check", "--select", "identity/own-repositry", ".")]
    [InlineData("did you mean check?", "chekc", ".")]
    [InlineData("did you mean --profile?", "check", "--profil", "x")]
    public void Mistyped_words_are_told_with_what_was_meant(string hint, params string[] words)
    {
        _run.Start(words).Should().Be(2);
        _run.Error.Should().Contain(hint);
    }
}
