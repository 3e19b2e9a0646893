using CsCheck;
using PostLint.Facts;

namespace PostLint.Tests.Facts;

/// <summary>What rules of form meet: anchors, contents, assets, footnotes, scripts and descriptions.</summary>
public sealed class TemplateFactTests
{
    private static readonly Gen<string> s_pieces = Gen.OneOf([
        .. new[]
        {
            "---\n",
            "toc:\n",
            " - name: ",
            "   subsections:\n",
            "description: ",
            "## ",
            "[^1]",
            "[a](#",
            ")",
            "{: #",
            "}",
            "<script",
            ">",
            "{% include ",
            "{% cite ",
            "%}",
            "{% cite%}",
            ".png",
            "assets/img/",
            "$$",
            "\\label{",
            "<a name=\"",
            "\"",
            "\n",
            " ",
            "word",
            "é",
            "😀",
            "\0",
            "%",
            "%zz",
            "Abc. ",
            "<!--",
            "-->",
            "`",
            "<iframe src=",
        }.Select(Gen.Const),
    ]);

    [Theory]
    [InlineData("Results", "results")]
    [InlineData("What’s next?", "whats-next")]
    [InlineData("Trust regions & steps", "trust-regions--steps")]
    [InlineData("2.1 Steps", "21-steps")]
    [InlineData("snake_case", "snake_case")]
    public void Ids_are_made_as_kramdown_makes_them(string heading, string id) => AnchorExtractor.IdOf(heading).Should().Be(id);

    [Theory]
    [InlineData("## Twice\n\n## Twice\n", "Twice1")]
    [InlineData("## 2. Steps\n", "steps")]
    [InlineData("<h2 id=\"my-end\">The end</h2>\n", "myend")]
    [InlineData("## The end {#last}\n", "last")]
    [InlineData("<a name=\"spot\"></a>\n", "spot")]
    [InlineData("A line.\n{: #line-one}\n", "lineone")]
    [InlineData("$$ x \\label{eq:one} $$\n", "eqone")]
    public void Anchors_are_found(string text, string id) =>
        Given
            .Facts<Anchor>(text)
            .Select(anchor => anchor.Id.Text)
            .Should()
            .Contain(found => found.Equals(id, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("[a](#one-two)", "one-two")]
    [InlineData("<a href=\"#one\">a</a>", "one")]
    public void Links_to_anchors_are_found(string text, string target) =>
        Given.Facts<AnchorLink>(text).Should().ContainSingle().Which.Target.Text.Should().Be(target);

    [Theory]
    [InlineData("- name: One\n  - name: Two", "")]
    [InlineData("- name: Two\n  - name: One", "OutOfOrder")]
    [InlineData("- name: One\n  - name: Three", "NoHeading NotListed")]
    [InlineData("- name: \"1. ONE\"\n    subsections:\n    - name: Part\n  - name: Two", "")]
    [InlineData("- name: One\n    subsections:\n    - name: Two", "OtherLevel")]
    public void Contents_are_compared_with_headings(string entries, string faults)
    {
        string text = $"---\ntoc:\n  {entries}\n---\n\n## One\n\ntext\n\n### Part\n\ntext\n\n## Two\n\ntext\n";
        string.Join(' ', Given.Facts<ContentsDifference>(text).Select(difference => difference.Fault)).Should().Be(faults);
    }

    [Theory]
    [InlineData("![a]({{ site.url }}/public/images/s/x.png)", "public/images/s/x.png", AssetForm.Markdown)]
    [InlineData("![a](../assets/img/s/x.png)", "assets/img/s/x.png", AssetForm.Markdown)]
    [InlineData("{% include figure.html path=\"assets/img/s/x.png\" %}", "assets/img/s/x.png", AssetForm.Include)]
    [InlineData("<img src=\"{{ 'assets/img/s/x.png' | relative_url }}\">", "assets/img/s/x.png", AssetForm.Html)]
    [InlineData("<!-- <img src=\"assets/img/s/x.png\"> -->", "assets/img/s/x.png", AssetForm.Mention)]
    [InlineData("`assets/img/s/x.png`", "assets/img/s/x.png", AssetForm.Mention)]
    public void Assets_are_found(string text, string path, AssetForm form)
    {
        AssetReference asset = Given.Facts<AssetReference>(text).Where(reference => reference.IsRooted).Should().ContainSingle().Subject;
        (asset.Path.Text, asset.Form).Should().Be((path, form));
    }

    [Fact]
    public void Addresses_on_the_web_are_no_assets() =>
        Given.Facts<AssetReference>("![a](https://example.org/assets/img/x.png)").Should().BeEmpty();

    [Theory]
    [InlineData("A note.[^1]\n", 1)]
    [InlineData("A note.[^1]\n\n[^1]: Text.\n", 0)]
    [InlineData("`[^1]`\n", 0)]
    public void Footnotes_without_text_are_found(string text, int count) => Given.Facts<LooseFootnote>(text).Should().HaveCount(count);

    [Theory]
    [InlineData("<script>go()</script>\n", 1)]
    [InlineData("<script type=\"application/json\">{}</script>\n", 0)]
    [InlineData("```\n<script>go()</script>\n```\n", 0)]
    [InlineData("<!-- <script>go()</script> -->\n", 0)]
    public void Scripts_are_found(string text, int count) => Given.Facts<Script>(text).Should().HaveCount(count);

    [Theory]
    [InlineData("One. Two.", 2, false, false)]
    [InlineData("One, e.g. Two et al. Three.", 1, false, false)]
    [InlineData("Of $x$.", 1, true, false)]
    [InlineData("See https://example.org.", 1, false, true)]
    public void Descriptions_are_read(string description, int sentences, bool hasMath, bool hasLink)
    {
        Description found = Given.Facts<Description>($"---\ndescription: \"{description}\"\n---\n").Should().ContainSingle().Subject;
        (found.Sentences, found.HasMath, found.HasLink).Should().Be((sentences, hasMath, hasLink));
    }

    [Fact]
    public void Extractors_never_throw() =>
        s_pieces
            .Array[0, 40]
            .Select(string.Concat)
            .Sample(
                text =>
                {
                    Given.Facts<Fact>(text);
                },
                iter: 300
            );
}
