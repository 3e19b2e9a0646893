using PostLint.Facts;

namespace PostLint.Tests.Facts;

public class AuthorTests
{
    [Theory]
    [InlineData("---\nauthors:\n  - name: Ada Example\n---\n", "Live Named Ada Example")]
    [InlineData("---\nauthors: Anonymous\n---\n", "Live Anonymous Anonymous")]
    [InlineData(
        "---\nauthor: Example, Ada, Examplia Inc; Sample, Ben\n---\n",
        "Live Named Example, Ada, Examplia Inc|Live Named Sample, Ben"
    )]
    [InlineData("---\nauthors:\n  - Ada Example\n  - Ben Sample\n---\n", "Live Named Ada Example|Live Named Ben Sample")]
    [InlineData(
        "---\nauthors:\n  - name: Anonymous\n# authors:\n#   - name: Ada Example\n---\n",
        "Live Anonymous Anonymous|Comment Named Ada Example"
    )]
    [InlineData("---\nauthors: Anonymous\n# authors: Example, Ada\n---\n", "Live Anonymous Anonymous|Comment Named Example, Ada")]
    [InlineData(
        "---\nauthors:\n  - name: Anonymous\n#  - name: Ada Example\n#    url: x\n---\n",
        "Live Anonymous Anonymous|Comment Named Ada Example"
    )]
    [InlineData(
        "---\nauthors:\n  - name: Anonymous\n# authors:\n#   - name: Albert Einstein\n#     url: "
            + "\"https://en.wikipedia.org/wiki/Albert_Einstein\"\n---\n",
        "Live Anonymous Anonymous|Comment Template Albert Einstein"
    )]
    [InlineData(
        "---\nauthors:\n  - name: Anonymous\ntoc:\n# toc:\n#   - name: Images and Figures\n#     subsections:\n#     - name: Plots\n---\n",
        "Live Anonymous Anonymous"
    )]
    [InlineData(
        "---\nauthors:\n  - name: Anonymous\n# Anonymize when submitting\n# make sure: that names match\n---\n",
        "Live Anonymous Anonymous"
    )]
    public void Author_lists_are_found_wherever_they_stand(string text, string expected) =>
        string.Join('|', Given.Facts<AuthorEntry>(text).Select(entry => $"{entry.Origin} {entry.Standing} {entry.Name.Text}"))
            .Should()
            .Be(expected);

    [Fact]
    public void Distill_data_hold_an_author_list() =>
        Given
            .Facts<AuthorEntry>(
                "<d-front-matter><script type=\"text/json\">{\"title\": \"x\", \"authors\": [{\"author\": \"Ada Example\", "
                    + "\"affiliation\": \"Examplia\"}]}</script></d-front-matter>",
                "post.html"
            )
            .Should()
            .ContainSingle()
            .Which.Name.Text.Should()
            .Be("Ada Example");

    [Theory]
    [InlineData("url: \"https://ada.examplia.edu\"", AuthorStanding.Named)]
    [InlineData("url: \"\"", null)]
    [InlineData("url: Anonymous", AuthorStanding.Anonymous)]
    [InlineData("url: \"https://en.wikipedia.org/wiki/Albert_Einstein\"", AuthorStanding.Template)]
    [InlineData("affiliations:\n      name: IAS, Princeton", AuthorStanding.Template)]
    [InlineData("affiliations:\n      name: University of Examplia", AuthorStanding.Named)]
    public void Details_beside_an_anonymous_author_are_weighed(string detail, AuthorStanding? standing)
    {
        AuthorDetail? found = Given
            .Facts<AuthorDetail>($"---\nauthors:\n  - name: Anonymous\n    {detail}\n---\n")
            .SingleOrDefault(one => one.Value.Text.Length > 0);
        found?.Standing.Should().Be(standing);
        (found is null).Should().Be(standing is null);
    }

    [Theory]
    [InlineData("<!-- (ada): I would leave this out -->", CommentNameKind.Speaker, "ada")]
    [InlineData("<!-- Ada: shall we keep this? -->", CommentNameKind.Speaker, "Ada")]
    [InlineData("<!-- Hi Ada and Ben, thanks -->", CommentNameKind.Greeting, "Ada")]
    [InlineData("<!-- Please check.\n\nBest regards,\nAda Example -->", CommentNameKind.Signature, "Ada Example")]
    [InlineData("<!-- TODO(ada): mend -->", CommentNameKind.Assignee, "ada")]
    public void Comments_name_those_who_talk(string text, CommentNameKind kind, string name) =>
        Given.Facts<CommentedName>(text).Should().Contain(found => found.Kind == kind && found.Name.Text == name);

    [Theory]
    [InlineData("<!-- Note: this is a note -->")]
    [InlineData("<!-- Figure: a plot of the loss -->")]
    [InlineData("<!-- Hi all, please read -->")]
    [InlineData("The zebra runs.\n\n<!-- Zebra: a striped animal -->")]
    public void Labels_are_no_names(string text) => Given.Facts<CommentedName>(text).Should().BeEmpty();
}
