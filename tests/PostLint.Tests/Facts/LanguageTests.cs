using CsCheck;
using PostLint.Facts.Language;
using PostLint.Rules;

namespace PostLint.Tests.Facts;

public class LanguageTests
{
    private static readonly LanguageDetector s_detector = BuiltInPack.LanguageDetector();

    [Theory]
    [InlineData("Die Ergebnisse zeigen, dass sich die Netze nicht von den anderen unterscheiden.", "de")]
    [InlineData("Los resultados muestran que las redes no son más rápidas que las otras.", "es")]
    [InlineData("Результаты показывают, что сети не отличаются от других и это можно измерить.", "ru")]
    [InlineData("Результати показують, що мережі не відрізняються від інших і це можна виміряти.", "uk")]
    [InlineData("我们的实验表明，这种效果比理论所预期的更大。", "zh")]
    [InlineData("この記事では、小さなネットワークを調べます。", "ja")]
    [InlineData("Women de shiyan biaoming, zhe ge fangfa bi lilun de yuqi hai yao hao, bu xuyao geng duo de shuju.", "zh")]
    [InlineData("We show that the networks do not differ from the others in this respect.", null)]
    [InlineData("Attention heads, residual streams, layer norms, embedding tables, sparse gradients.", null)]
    [InlineData("Ergebnisse", null)]
    public void Languages_are_named(string text, string? code) => (s_detector.Detect(text)?.Code).Should().Be(code);

    [Fact]
    public void No_text_makes_it_throw() => Gen.String.Sample(text => { s_detector.Detect(text); Given.Facts<Passage>(text); }, iter: 500);
}
