using CsCheck;
using PostLint.Facts;
using PostLint.Facts.Language;
using PostLint.Rules;

namespace PostLint.Tests.Facts;

public class LanguageTests
{
    private static readonly LanguageDetector s_detector = Extractors.Languages(Resource.Read);

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
    [InlineData("ང་ཚོས་དྲ་རྒྱ་ཆུང་ཆུང་ཞིག་སྦྱོང་བརྡར་བྱས་ནས་དེས་ཅི་ཞིག་སྦྱངས་པ་བལྟས་པ་ཡིན།", "bo")]
    [InlineData("ꆈꌠꁱꂷ ꀋꉬ ꑍꋍꌠ ꃅꄉ ꇬꄉ ꌋꆀ ꏢꏦ", "ii")]
    [InlineData("ܐܢܚܢܢ ܡܫܘܕܥܝܢܢ ܕܗܠܝܢ ܠܐ ܡܬܚܠܦܢ ܡܢ ܐܚܪܢܐ", "")]
    [InlineData("ᐅᖃᐅᓯᖅ ᐃᓄᒃᑎᑐᑦ ᑎᑎᕋᖅᓯᒪᔪᖅ ᐅᕙᓂ", "")]
    [InlineData("ᱟᱢ ᱫᱚ ᱪᱮᱫ ᱮᱢ ᱢᱮᱱᱟ ᱱᱚᱶᱟ ᱟᱹᱰᱤ ᱵᱮᱥ", "sat")]
    [InlineData("𐑢𐑰 𐑕𐑑𐑳𐑛𐑰 𐑣𐑬 𐑕𐑥𐑷𐑤 𐑯𐑧𐑑𐑢𐑻𐑒𐑕 𐑤𐑻𐑯 𐑓𐑮𐑪𐑥 𐑓𐑿", null)]
    [InlineData("𝐖𝐞 𝐬𝐭𝐮𝐝𝐲 𝐡𝐨𝐰 𝐬𝐦𝐚𝐥𝐥 𝐧𝐞𝐭𝐰𝐨𝐫𝐤𝐬 𝐥𝐞𝐚𝐫𝐧 𝐟𝐫𝐨𝐦 𝐟𝐞𝐰 𝐞𝐱𝐚𝐦𝐩𝐥𝐞𝐬", null)]
    [InlineData("▁Die ▁Katze ▁sitzt ▁auf ▁dem ▁Dach ▁und ▁will ▁nicht ▁herunter ▁kommen", null)]
    [InlineData("der die und das nicht ist mit auf für ein eine le la les des est pas pour dans que qui", null)]
    public void Languages_are_named(string text, string? code) => (s_detector.Detect(text)?.Code).Should().Be(code);

    [Fact]
    public void Prose_in_a_language_of_no_list_is_not_English() =>
        s_detector
            .Detect(
                "Olu lagamori sunu tebaluke merogani tulo havemba, nasu korelimba ute garono simelake darobu leno; mako "
                    + "tulebara hino sevalu menukora abe."
            )
            .Should()
            .NotBeNull();

    [Fact]
    public void No_text_makes_it_throw() =>
        Gen.String.Sample(
            text =>
            {
                s_detector.Detect(text);
                Given.Facts<Passage>(text);
            },
            iter: 500
        );
}
