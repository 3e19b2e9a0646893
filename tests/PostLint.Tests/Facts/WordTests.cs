using PostLint.Facts;
using PostLint.Syntax;

namespace PostLint.Tests.Facts;

public class WordTests
{
    [Theory]
    [InlineData("We thank Ada. She helped.", 2)]
    [InlineData("We follow Doe et al. (2020) and others.", 1)]
    [InlineData("See e.g. this, i.e. that.", 1)]
    [InlineData("It was A. Example who did. Then?", 2)]
    [InlineData("Version 2.0 is out! Use it.", 2)]
    [InlineData("This works. and goes on.", 1)]
    public void Sentences_end_where_readers_end_them(string text, int count) => Given.Document(text).SentenceCount.Should().Be(count);

    [Theory]
    [InlineData("We don’t co-author.", "We|don’t|co-author|.")]
    [InlineData("See https://example.org/our-code now", "See|now")]
    [InlineData("snake_case stays", "snake_case|stays")]
    public void Words_are_split_as_people_read_them(string text, string words)
    {
        Document document = Given.Document(text, "notes.txt");
        string.Join('|', document.Sentence(0).ToArray().Select(word => document.TextOf(word).ToString())).Should().Be(words);
    }

    [Theory]
    [InlineData("our paper", "our paper")]
    [InlineData("see our earlier paper here", "our earlier paper")]
    [InlineData("our very paper", null)]
    [InlineData("my paper by Ada", "my paper by Ada")]
    [InlineData("our paper by ada", "our paper")]
    [InlineData("we have never shown", "we have never shown")]
    [InlineData("we will not now ever shown", null)]
    public void Phrases_match_by_word_option_gap_and_class(string text, string? match)
    {
        var book = PhraseBook.Of(
            "test",
            "work = paper | article\n[own]\nour | my  earlier?  <work>\nmy  <work>  by  <Cap>\nwe  ..2  shown\n"
        );
        var document = new Document(
            PostLint.Syntax.PlainTextParser.Parse(new("a.txt", "So " + text)),
            PostLint.Syntax.FileRole.TextAsset,
            book.Lexicon,
            0,
            0
        );
        var facts = new List<Fact>();
        new PhraseExtractor(book).Extract(document, facts);
        facts.OfType<Phrase>().Select(phrase => phrase.Words.Text).SingleOrDefault().Should().Be(match);
    }

    [Fact]
    public void A_book_of_some_kinds_finds_no_others()
    {
        var book = PhraseBook.Of("test", "[own.work]\nour  paper\n[other]\nour  paper  here\n");
        var document = new Document(
            PostLint.Syntax.PlainTextParser.Parse(new("a.txt", "See our paper here")),
            PostLint.Syntax.FileRole.TextAsset,
            book.Lexicon,
            0,
            0
        );
        var facts = new List<Fact>();
        new PhraseExtractor(book.Under("own.")).Extract(document, facts);
        facts.OfType<Phrase>().Select(phrase => phrase.Kind).Should().Equal("own.work");
    }

    [Theory]
    [InlineData("our paper", "a phrase before the first [kind]")]
    [InlineData("[a]\n<missing> x", "no set is called <missing>")]
    [InlineData("[a]\n..2 x", "a phrase begins with words")]
    [InlineData("[a]\nx | ", "an empty alternative")]
    public void A_list_that_cannot_be_read_says_where(string list, string why)
    {
        Action read = () => PhraseBook.Of("words.txt", list);
        read.Should().Throw<FormatException>().WithMessage($"words.txt:{list.Split('\n').Length}: {why}*");
    }
}
