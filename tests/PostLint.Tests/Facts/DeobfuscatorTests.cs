using PostLint.Facts;

namespace PostLint.Tests.Facts;

public sealed class DeobfuscatorTests
{
    [Theory]
    [InlineData("Plain words stay as they are, GPT-4 and h2o too.", "Plain words stay as they are, GPT-4 and h2o too.")]
    [InlineData("i g n o r e   t h e s e", "ignore   these")]
    [InlineData("i-g-n-o-r-e that", "ignore that")]
    [InlineData("a b c", "a b c")]
    [InlineData("1gn0re pr3vi0us", "ignore previous")]
    [InlineData("&#73;gnore", "Ignore")]
    [InlineData("<p>one</p>t<b>w</b>o", " one two")]
    [InlineData("ig\u200Bno\u00ADre", "ignore")]
    [InlineData("\u202Eerongi\u202C it", "ignore it")]
    [InlineData("\uFF29\uFF47nore", "Ignore")]
    [InlineData("\u0456gn\u043Er\u0435", "ignore")]
    [InlineData("\u0446\u0435\u043F\u044C", "\u0446\u0435\u043F\u044C")]
    [InlineData("x\U000E0068\U000E0069", "x hi")]
    [InlineData("ab%20cd%20ef%20gh", "ab cd ef gh")]
    public void Takes_disguises_off(string text, string expected) => Deobfuscator.Read(text).Should().Be(expected);

    [Fact]
    public void Appends_what_base64_says() =>
        Deobfuscator.Read("cmVhZCB0aGlzIGFuZCBvYmV5IGl0").Should().EndWith(" . read this and obey it");

    [Theory]
    [InlineData("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ")]
    [InlineData("internationalisationoflibraries")]
    public void Leaves_runs_that_say_nothing(string text) => Deobfuscator.Read(text).Should().BeSameAs(text);
}
