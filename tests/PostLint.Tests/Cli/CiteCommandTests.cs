using System.Text.Json;

namespace PostLint.Tests.Cli;

public class CiteCommandTests
{
    private const string Post =
        "---\nlayout: distill\ntitle: Why AdamW warms up\nauthors:\n  - name: Ludwig van Example\n    affiliations:\n      "
        + "name: Example University\n  - name: Zoë Sample\n  - name: Ben Roe Jr.\n---\n\nText.\n";

    [Fact]
    public void Line_and_entry_are_ready_to_paste()
    {
        using Run run = new Run().With("_posts/2024-05-07-warm.md", Post);
        run.Start("cite", "_posts/2024-05-07-warm.md", "--profile", "iclr-blog-2024").Should().Be(0);
        run.Output.Should()
            .Be(
                """
                For attribution in academic contexts, please cite this work as

                van Example, et al., "Why AdamW warms up", ICLR Blogposts, 2024.

                BibTeX citation

                @inproceedings{example2024whyadamwwarms,
                  author = {van Example, Ludwig and Sample, Zoë and Roe, Jr., Ben},
                  title = {Why {AdamW} warms up},
                  booktitle = {ICLR Blogposts 2024},
                  year = {2024},
                  note = {https://iclr-blogposts.github.io/2024/blog/warm/},
                  url = {https://iclr-blogposts.github.io/2024/blog/warm/}
                }

                """
            );
    }

    [Fact]
    public void Entry_and_parts_come_alone()
    {
        using Run run = new Run().With(
            "_posts/2022-03-25-warm.md",
            "---\nlayout: post\ntitle: Warm\nauthors: Doe, Zoë, Example Corp; Roe, Rick\n---\n"
        );
        run.Start("cite", ".", "--profile", "iclr-blog-2022", "--format", "bibtex", "--ascii").Should().Be(0);
        run.Output.Should()
            .StartWith("@inproceedings{doe2022warm,")
            .And.Contain("Doe, Zo{\\\"{e}} and Roe, Rick")
            .And.Contain("/2022/03/25/warm/");
        run.Start("cite", ".", "--profile", "iclr-blog-2022", "--format", "json").Should().Be(0);
        JsonDocument
            .Parse(run.Output)
            .RootElement.GetProperty("line")
            .GetString()
            .Should()
            .Be("Doe & Roe, \"Warm\", ICLR Blog Track, 2022.");
    }

    [Theory]
    [InlineData("Text without a head.\n", "there is no front matter to cite from")]
    [InlineData("---\nlayout: distill\nauthors:\n  - name: Ada Example\n---\n", "1:1: there is no title")]
    [InlineData("---\ntitle: Warm\n---\n", "1:1: there are no authors")]
    [InlineData("---\ntitle: Warm\nauthors:\n  - name: Anonymous\n---\n", "4:11: this author is anonymous or a placeholder")]
    public void What_is_missing_is_said_with_its_place(string post, string message)
    {
        using Run run = new Run().With("2024-05-07-warm.md", post);
        run.Start("cite", "2024-05-07-warm.md", "--profile", "iclr-blog-2024").Should().Be(2);
        run.Error.Should().Contain("2024-05-07-warm.md").And.Contain(message);
    }

    [Theory]
    [InlineData("double-blind", "the profile names no edition")]
    [InlineData("iclr-blog-2042", "iclr-blog-2042")]
    public void A_profile_without_an_edition_cites_nothing(string profile, string message)
    {
        using Run run = new Run().With("2024-05-07-warm.md", Post);
        run.Start("cite", "2024-05-07-warm.md", "--profile", profile).Should().Be(2);
        run.Error.Should().Contain(message);
    }
}
