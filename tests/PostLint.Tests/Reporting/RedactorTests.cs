using PostLint.Findings;
using PostLint.Reporting;
using PostLint.Submissions;

namespace PostLint.Tests.Reporting;

public sealed class RedactorTests
{
    private const string Post =
        "---\ntitle: Notes on Quozzle Sampling\n---\n"
        + "The quozzle step of quozzle sampling is a step of BlorpNet and of BlorpNet only. Mara Vexquolin wrote it.\n";

    [Theory]
    [InlineData("_posts/2026-04-27-warm-up.md")]
    [InlineData("assets/img/2026-04-27-warm-up/loss_curve_heatmap2.png")]
    [InlineData("assets/img/Resnet50-trainingLoss.svg")]
    [InlineData("assets/img/quozzle.png")]
    [InlineData("assets/img/blorpnet_v2.png")]
    [InlineData("assets/img/LSTM.png")]
    [InlineData("assets/img/quozzel.png")]
    [InlineData("assets/img/a3f9c21e.png")]
    public void Path_of_words_and_of_what_the_post_speaks_of_stays(string path) => Redactor().ShowPath(path).Should().Be(path);

    [Theory]
    [InlineData("assets/img/mara_vexquolin_fig1.png", "assets/img/mara_▇▇▇_fig1.png")]
    [InlineData("assets/img/MaraVexquolin.png", "assets/img/Mara▇▇▇.png")]
    [InlineData("assets/img/zebbelino/plot.png", "assets/img/▇▇▇/plot.png")]
    [InlineData("data.zip!/zebbelino/plot.png", "data.zip!/▇▇▇/plot.png")]
    public void Word_of_a_path_that_no_dictionary_has_is_masked(string path, string shown) => Redactor().ShowPath(path).Should().Be(shown);

    [Theory]
    [InlineData("plots/tobin-hartwell.png", "plots/▇▇▇.png")]
    [InlineData("plots/tobinhartwell3.png", "plots/▇▇▇3.png")]
    [InlineData("plots/by_Hartwell.png", "plots/by_▇▇▇.png")]
    public void Name_that_a_finding_marks_is_masked_in_paths(string path, string shown) =>
        Redactor("Tobin Hartwell").ShowPath(path).Should().Be(shown);

    [Theory]
    [InlineData("Training the sampler")]
    [InlineData("Wasserstein Gradient Flows")]
    [InlineData("Why Transformers Work")]
    [InlineData("#the-second-step")]
    [InlineData("smith2019attention")]
    public void Quoted_heading_anchor_or_key_stays(string text) => Redactor().ShowQuoted(text).Should().Be(text);

    [Theory]
    [InlineData("Acknowledgements of Zewina Duskvater", "Acknowledgements of ▇▇▇")]
    [InlineData("Thanks, Zewina Duskvater!", "Thanks, ▇▇▇!")]
    [InlineData("<dc:creator>Zewina Duskvater</dc:creator>", "<dc:creator>▇▇▇</dc:creator>")]
    [InlineData("made by Zewina\u00A0Duskvater2", "made by ▇▇▇2")]
    public void What_has_the_shape_of_a_name_is_masked_where_a_text_is_quoted(string text, string shown) =>
        Redactor().ShowQuoted(text).Should().Be(shown);

    [Fact]
    public void Key_that_holds_a_marked_name_is_masked() =>
        Redactor("Tobin Hartwell").ShowQuoted("hartwell2024sampling").Should().Be(Message.Mask);

    [Theory]
    [InlineData("I cannot resist", "I cannot resist")]
    [InlineData("my friend Zewina Rush", "my friend ▇▇▇ ▇▇▇")]
    [InlineData("I started in 2012 with 9988776", "I started in 2012 with ▇▇▇")]
    [InlineData("please contact zewuko", "please contact ▇▇▇")]
    public void Of_a_phrase_ordinary_words_stay(string text, string shown) =>
        Redactor().Show(Message.Of($"{new Wording(text)}")).Should().Be(shown);

    [Fact]
    public void Ordinary_word_that_a_finding_marks_is_masked_there_only()
    {
        Redactor redactor = Redactor("reference");

        redactor
            .Show(Message.Of($"Named {new Sensitive("reference")} in fields of a reference manager"))
            .Should()
            .Be("Named ▇▇▇ in fields of a reference manager");
        redactor.ShowPath("assets/reference.bib").Should().Be("assets/reference.bib");
    }

    [Fact]
    public void Words_of_PostLint_are_never_masked() =>
        Redactor("Tobin Hartwell")
            .Show(Message.Of($"Tobin Hartwell is an example of {new Neutral("a list")}"))
            .Should()
            .Be("Tobin Hartwell is an example of a list");

    [Theory]
    [InlineData("XMP-dc:Creator", "XMP-dc:Creator")]
    [InlineData("PNG:Software", "PNG:Software")]
    [InlineData("PNG:Zewuko Xy\e[31m", "▇▇▇")]
    [InlineData("PNG:Zebbelino", "PNG:▇▇▇")]
    public void Field_that_a_file_calls_as_it_likes_is_masked(string field, string shown) => Redactor().ShowField(field).Should().Be(shown);

    [Theory]
    [InlineData("assets/img/partiii/audiomap.png")]
    [InlineData("assets/img/whichlossesarelower/.gitkeep")]
    [InlineData("assets/img/facegen/codage.png")]
    [InlineData("repro.sh")]
    public void Path_of_words_only_is_shown(string path) => Redactor().ShowPath(path).Should().Be(path);

    [Theory]
    [InlineData("assets/img/tobinhartwelling.png")]
    [InlineData("assets/img/willi/a.png")]
    [InlineData("assets/img/christopherhartwell.png")]
    public void Path_that_may_hold_a_name_is_masked(string path) => Redactor().ShowPath(path).Should().Contain("▇▇▇");

    [Fact]
    public void Record_takes_what_is_masked()
    {
        var masked = new List<string>();
        Finding finding = Runs.Finding(Runs.At(Post, "Mara"), "Mara Vexquolin");

        _ = new RedactedRun(Runs.Of(Post, finding), Runs.Masked, masked);

        masked.Should().Equal("Mara Vexquolin");
    }

    [Theory]
    [InlineData("/home/tobin/posts/a.md", "…/a.md")]
    [InlineData("/home/tobin", "~")]
    [InlineData("../../tobin/a.md", "…/a.md")]
    [InlineData("C:/Users/tobin", "~")]
    public void Path_outside_tells_its_last_part_only(string path, string shown)
    {
        OutsidePath.Is(path).Should().BeTrue();
        OutsidePath.Of(path).Should().Be(shown);
    }

    private static Redactor Redactor(params string[] marked) =>
        new(Runs.Of(Post, [.. marked.Select(name => Runs.Finding(Runs.At(Post, "The"), name))]), reveals: false);
}
