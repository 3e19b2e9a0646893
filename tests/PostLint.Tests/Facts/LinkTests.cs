using PostLint.Facts;

namespace PostLint.Tests.Facts;

public class LinkTests
{
    [Theory]
    [InlineData("https://github.com/ada-example/post", "code", "ada-example", "post")]
    [InlineData("https://www.github.com/ada-example/post/blob/main/a.py#L3", "code", "ada-example", "post")]
    [InlineData("https://github.com/features/actions", "code", "", "")]
    [InlineData("https://raw.githubusercontent.com/ada-example/post/main/a.png", "code", "ada-example", "post")]
    [InlineData("https://ada-example.github.io/post/", "site", "ada-example", "post")]
    [InlineData("https://huggingface.co/spaces/ada-example/demo", "models", "ada-example", "demo")]
    [InlineData("https://huggingface.co/docs/transformers", "models", "", "")]
    [InlineData("https://colab.research.google.com/github/ada-example/post/blob/main/a.ipynb", "code", "ada-example", "post")]
    [InlineData("https://colab.research.google.com/drive/1a2b3c", "notebook", "", "1a2b3c")]
    [InlineData("https://observablehq.com/@ada-example/plot", "notebook", "ada-example", "plot")]
    [InlineData("https://gist.github.com/ada-example/1a2b", "gist", "ada-example", "1a2b")]
    [InlineData("https://ada-demo.onrender.com/", "deployment", "ada-demo", "")]
    [InlineData("https://anonymous.4open.science/r/post-1A2B", "anonymous", "", "post-1A2B")]
    [InlineData("https://example.org/", "", "", "")]
    public void Hosts_show_accounts_and_projects(string address, string kind, string account, string project)
    {
        WebLink link = Given.Facts<WebLink>($"See {address} there").Should().ContainSingle().Which;
        (link.Kind, link.Account.Text, link.Project.Text).Should().Be((kind, account, project));
    }

    [Theory]
    [InlineData("See https://example.org/a.", "https://example.org/a")]
    [InlineData("(https://example.org/a_(b))", "https://example.org/a_(b)")]
    [InlineData("[x](https://example.org/a \"title\")", "https://example.org/a")]
    [InlineData("<https://example.org/a>", "https://example.org/a")]
    [InlineData("at github.com/ada-example/post, there", "github.com/ada-example/post")]
    [InlineData("**https://example.org/a**", "https://example.org/a")]
    public void Addresses_end_where_they_end(string text, string address) =>
        Given.Facts<WebLink>(text).Should().ContainSingle().Which.Address.Text.Should().Be(address);

    [Theory]
    [InlineData("[x](https://example.org/a)", LinkUse.Anchor, TextContext.Link)]
    [InlineData("![x](https://example.org/a.png)", LinkUse.Image, TextContext.Link)]
    [InlineData("<img src=\"https://example.org/a.png\">", LinkUse.Image, TextContext.Attribute)]
    [InlineData("<iframe src=\"https://example.org/a\"></iframe>", LinkUse.Embed, TextContext.Attribute)]
    [InlineData("<!-- https://example.org/a -->", LinkUse.Comment, TextContext.HtmlComment)]
    [InlineData("```\nhttps://example.org/a\n```", LinkUse.Code, TextContext.Code)]
    [InlineData("See https://example.org/a", LinkUse.Text, TextContext.Prose)]
    [InlineData("---\ntitle: https://example.org/a\n---\n", LinkUse.Text, TextContext.FrontMatter)]
    public void Where_an_address_stands_is_known(string text, LinkUse use, TextContext context)
    {
        WebLink link = Given.Facts<WebLink>(text).Should().ContainSingle().Which;
        (link.Use, link.Place.Context).Should().Be((use, context));
        text.Substring(link.Place.Start, link.Place.Length).Should().Be(link.Address.Text);
    }
}
