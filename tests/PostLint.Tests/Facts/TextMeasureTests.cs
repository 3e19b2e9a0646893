using PostLint.Facts;
using PostLint.Rules.Scope;

namespace PostLint.Tests.Facts;

public class TextMeasureTests
{
    private const string Title = "---\ntitle: Noise\ndescription: Calm steps.\n---\n\n";

    [Theory]
    [InlineData("cat", 1)]
    [InlineData("make", 1)]
    [InlineData("makes", 1)]
    [InlineData("trained", 1)]
    [InlineData("started", 2)]
    [InlineData("table", 2)]
    [InlineData("tables", 2)]
    [InlineData("classes", 2)]
    [InlineData("the", 1)]
    [InlineData("free", 1)]
    [InlineData("noise", 1)]
    [InlineData("average", 3)]
    [InlineData("Regularization", 6)]
    [InlineData("don’t", 1)]
    [InlineData("x", 1)]
    [InlineData("LSTM", 1)]
    public void Syllables_are_counted_as_they_are_spoken(string word, int syllables) =>
        ReadabilityCounter.SyllablesOf(word).Should().Be(syllables);

    [Fact]
    public void Measures_are_those_of_their_formulas()
    {
        // 2 sentences of 6 and 4 words; 6 + 7 syllables; “average” is the only word that is long and the only one that is hard.
        Readability reading = Reading("The cat sat on the mat. We take the average.");
        reading
            .Should()
            .Be(new Readability(Sentences: 2, Words: 10, Syllables: 12, LongWords: 1, HardWords: 1, LongSentences: 0, CommonWords: 4));
        reading.SentenceLength.Should().Be(5);
        reading.FleschReadingEase.Should().BeApproximately(206.835 - 5.075 - 101.52, 1e-9);
        reading.GunningFog.Should().BeApproximately(0.4 * (5 + 10), 1e-9);
        reading.Lix.Should().BeApproximately(5 + 10, 1e-9);
        reading.IsEnglish.Should().BeTrue();
    }

    [Fact]
    public void A_text_without_a_sentence_has_no_measures_that_alarm()
    {
        Readability reading = Reading("Noise");
        reading.Sentences.Should().Be(0);
        reading.IsEnglish.Should().BeFalse();
        reading.Lix.Should().Be(0);
    }

    [Theory]
    [InlineData("See **Table 2**.\n\n| a | b |\n|---|---|\n| c | d |\n\nFour words stand here.", 7)]
    [InlineData("One $x_1 + y$ two.", 2)]
    [InlineData("One `code here` two.", 2)]
    [InlineData("One two.\n\n```\nthree four five\n```\n", 2)]
    [InlineData("One two.\n\n## References\n\nExample, A. Three four five. 2020.\n\n## Appendix\n\nSix.", 4)]
    [InlineData("One two.\n\n<!-- three four -->\n", 2)]
    [InlineData("One <d-cite key=\"a\"></d-cite> two.", 2)]
    public void Words_of_prose_are_counted_and_nothing_else(string text, int words) => Measure(text).Words.Should().Be(words);

    [Fact]
    public void Quotes_and_code_have_their_share()
    {
        TextMeasure measure = Measure("One two.\n\n> three four five six seven eight\n\n```\nabcdefgh\n```\n");
        measure.QuotedWords.Should().Be(6);
        measure.QuotedShare.Should().Be(75);
        measure.CodeCharacters.Should().BeGreaterThanOrEqualTo(8);
    }

    [Fact]
    public void Only_a_post_with_front_matter_is_whole()
    {
        Measure("One two.").IsWhole.Should().BeTrue();
        Given.Facts<TextMeasure>("One two.").Should().ContainSingle().Which.IsWhole.Should().BeFalse();
        Given.Facts<TextMeasure>("@misc{a, title={B}}", "a.bib").Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1_174, 5)]
    [InlineData(2_868, 50)]
    [InlineData(3_542, 62)]
    [InlineData(7_027, 95)]
    [InlineData(27_101, 100)]
    [InlineData(int.MaxValue, 100)]
    public void Percentiles_lie_on_the_line_between_the_measured_ones(int words, int percent) =>
        PastPosts.ShorterThan(words).Should().Be(percent);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(238, 1)]
    [InlineData(2_868, 12)]
    public void Reading_takes_minutes(int words, int minutes) =>
        new TextMeasure(words, 0, 0, 0, new(0, 0, 0, 0, 0, 0, 0), true, default).Minutes.Should().Be(minutes);

    private static TextMeasure Measure(string text) => Given.Facts<TextMeasure>(Title + text).Should().ContainSingle().Subject;

    private static Readability Reading(string text) => Measure(text).Reading;
}
