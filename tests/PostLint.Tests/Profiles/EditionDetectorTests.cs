using PostLint.Facts;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Tests.Profiles;

public class EditionDetectorTests
{
    private static readonly EditionDetector s_detector = new(BuiltInPack.Catalogue.Editions());

    [Theory]
    [InlineData("2021-12-01", "iclr-blog-2022")]
    [InlineData("2022-03-25", "iclr-blog-2022")]
    [InlineData("2022-12-01", "iclr-blog-2023")]
    [InlineData("2024-05-07", "iclr-blog-2024")]
    [InlineData("2025-04-28", "iclr-blog-2025")]
    [InlineData("2026-04-27", "iclr-blog-2026")]
    public void A_date_of_the_edition_tells_it_in_the_file_name_and_in_the_front_matter(string date, string profile)
    {
        Detect($"_posts/{date}-warm-up.md", "Text.\n").Should().Be((profile, DetectedBy.FileDate));
        Detect("warm-up.md", $"---\ntitle: T\ndate: {date}\n---\n").Should().Be((profile, DetectedBy.FrontMatterDate));
    }

    [Theory]
    [InlineData("2021-09-01", "post", "iclr-blog-2022")]
    [InlineData("2022-08-31", "", "iclr-blog-2022")]
    [InlineData("2022-09-01", "distill", "iclr-blog-2023")]
    [InlineData("2024-08-31", "distill", "iclr-blog-2024")]
    [InlineData("2024-12-10", "", "iclr-blog-2025")]
    [InlineData("2026-01-15", "distill", "iclr-blog-2026")]
    [InlineData("2023-02-10", "post", null)]
    [InlineData("2022-01-15", "distill", null)]
    [InlineData("2021-08-31", "post", null)]
    [InlineData("2031-01-15", "distill", null)]
    public void A_date_in_the_season_needs_a_layout_that_agrees(string date, string layout, string? profile)
    {
        string line = layout.Length > 0 ? $"layout: {layout}\n" : "";
        (string, DetectedBy)? expected = profile is null ? null : (profile, DetectedBy.Season);
        Detect($"{date}-warm-up.md", $"---\n{line}---\n").Should().Be(expected);
        Detect("warm-up.md", $"---\n{line}date: {date}\n---\n").Should().Be(expected);
    }

    [Fact]
    public void An_odd_file_name_outweighs_the_templates_date_inside() =>
        Detect("2023-01-20-warm-up.md", "---\nlayout: distill\ndate: 2021-12-01\n---\n").Should().Be(("iclr-blog-2023", DetectedBy.Season));

    [Fact]
    public void A_file_name_of_no_season_leaves_the_word_to_the_front_matter() =>
        Detect("2019-01-20-warm-up.md", "---\nlayout: distill\ndate: 2024-05-07\n---\n")
            .Should()
            .Be(("iclr-blog-2024", DetectedBy.FrontMatterDate));

    [Theory]
    [InlineData("public/images/warm-up/a.png")]
    [InlineData("_includes/warm-up/a.html")]
    public void Folders_of_one_edition_only_tell_it_with_its_layout(string path)
    {
        Detect("warm-up.md", "---\nlayout: post\n---\n", path).Should().Be(("iclr-blog-2022", DetectedBy.Folders));
        Detect("warm-up.md", "---\nlayout: distill\n---\n", path).Should().BeNull();
        Detect("warm-up.md", "Text.\n", path).Should().BeNull();
        Detect("2022-01-15-warm-up.md", "---\nlayout: distill\n---\n", path).Should().Be(("iclr-blog-2022", DetectedBy.Season));
    }

    [Theory]
    [InlineData("---\nlayout: distill\n---\n")]
    [InlineData("---\nlayout: post\n---\n")]
    [InlineData("date: 2024-05-07\n")]
    [InlineData("---\n# date: 2024-05-07\n---\n")]
    [InlineData("---\nupdate: 2024-05-07\n---\n")]
    [InlineData("---\nnested:\n  date: 2024-05-07\n---\n")]
    [InlineData("---\ntitle: T\n---\ndate: 2024-05-07\n")]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("\n\n\n")]
    public void Too_little_tells_nothing(string text) => Detect("warm-up.md", text).Should().BeNull();

    [Theory]
    [InlineData("2024-13-07-a.md")]
    [InlineData("2024-02-30-a.md")]
    [InlineData("2024-05-071-a.md")]
    [InlineData("2024-5-7-a.md")]
    [InlineData("٢٠٢٤-٠٥-٠٧-a.md")]
    [InlineData("99999-05-07-a.md")]
    [InlineData("0000-00-00-a.md")]
    [InlineData("-.md")]
    public void What_is_no_date_tells_nothing(string name)
    {
        Detect(name, "Text.\n").Should().BeNull();
        Detect("a.md", $"---\ndate: {name}\n---\n").Should().BeNull();
    }

    [Theory]
    [InlineData("date: \"2024-05-07\"")]
    [InlineData("date: '2024-05-07'   # of the track")]
    [InlineData("date : 2024-05-07 10:00:00 +0100")]
    [InlineData("date: 2024-05-07T10:00:00Z")]
    [InlineData("date: 2024-05-07\r")]
    [InlineData("date: 2024-05-07\ndate: 2025-04-28")]
    public void Dates_are_read_however_they_are_written(string line) =>
        Detect("a.md", $"---\nlayout: distill\n{line}\n---\n").Should().Be(("iclr-blog-2024", DetectedBy.FrontMatterDate));

    [Fact]
    public void A_front_matter_without_end_is_read_to_a_limit()
    {
        Detect("a.md", "---\ndate: 2024-05-07\n" + string.Concat(Enumerable.Repeat("- x\n", 100_000)))
            .Should()
            .Be(("iclr-blog-2024", DetectedBy.FrontMatterDate));
        Detect("a.md", "---\n" + string.Concat(Enumerable.Repeat("- x\n", 100_000)) + "date: 2024-05-07\n").Should().BeNull();
    }

    [Fact]
    public void Editions_that_fit_equally_well_are_no_answer()
    {
        var edition = new Edition
        {
            Year = 2030,
            Dates = ["2030-05-07"],
            ToldFrom = new(2029, 9, 1),
            ToldUntil = new(2030, 8, 31),
            Layout = "distill",
        };
        var detector = new EditionDetector([Of("first", edition), Of("second", edition), Of("plain", null)]);
        Detect("2030-05-07-a.md", "", detector).Should().BeNull();
        Detect("2030-01-07-a.md", "", detector).Should().BeNull();
        Detect("2030-01-07-a.md", "", new EditionDetector([Of("first", edition), Of("second", edition with { Layout = "post" })]))
            .Should()
            .BeNull();
        Detect(
                "2030-01-07-a.md",
                "---\nlayout: post\n---\n",
                new EditionDetector([Of("first", edition), Of("second", edition with { Layout = "post" })])
            )
            .Should()
            .Be(("second", DetectedBy.Season));
    }

    [Fact]
    public void A_submission_without_a_readable_post_tells_by_its_name_at_most()
    {
        s_detector.Detect(new("empty", [], [])).Should().BeNull();
        s_detector.Detect(new("a", [new("2024-05-07-a.md", FileRole.Post, null, [])], []))!.Profile.Name.Should().Be("iclr-blog-2024");
    }

    private static Profile Of(string name, Edition? edition) => new(name, "", new Dictionary<string, RuleSetting>()) { Edition = edition };

    private static (string, DetectedBy)? Detect(string path, string text, params string[] assets) => Detect(path, text, s_detector, assets);

    private static (string, DetectedBy)? Detect(string path, string text, EditionDetector detector, params string[] assets)
    {
        SubmittedFile[] files =
        [
            new(path, FileRole.Post, new SourceText(path, text), []),
            .. assets.Select(asset => new SubmittedFile(asset, FileRole.BinaryAsset, null, [])),
        ];
        return detector.Detect(new("warm-up", files, [])) is { } told ? (told.Profile.Name, told.By) : null;
    }
}
