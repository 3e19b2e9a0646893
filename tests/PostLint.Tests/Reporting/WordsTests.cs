using PostLint.Facts;
using PostLint.Reporting;
using PostLint.Rules;

namespace PostLint.Tests.Reporting;

public sealed class WordsTests
{
    [Fact]
    public void A_fact_of_a_generic_kind_is_named_without_its_arity()
    {
        var fact = new OptionValue<int>("template/length", "words", 3);

        Words.NameOf(fact).Should().Be("option-value");
        Words.KindOf(fact).Should().Be("option value");
    }
}
