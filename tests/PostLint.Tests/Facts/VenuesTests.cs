using FluentAssertions;
using PostLint.Facts;
using Xunit;

namespace PostLint.Tests.Facts;

public class VenuesTests
{
    [Theory]
    [InlineData("ICLR")]
    [InlineData("ICLR 2021")]
    [InlineData("ICLR'22")]
    [InlineData("ICLR2020")]
    [InlineData("iclr")]
    [InlineData("In ICLR")]
    [InlineData("Proc. ICLR")]
    [InlineData("ICLR (Poster)")]
    [InlineData("{ICLR}")]
    [InlineData("International Conference on Learning Representations")]
    [InlineData("International Conference on Learning Representations (ICLR)")]
    [InlineData("10th International Conference on Learning Representations, {ICLR} 2022, Virtual Event")]
    [InlineData("Proceedings of the Int'l Conference on Learning Representations")]
    [InlineData("The Ninth international conference on learning\n  representations")]
    [InlineData("Int. Conf. on Learning Representations")]
    public void A_venue_proves_the_paper(string venue) => Venues.ProvesIclr(Entry("booktitle", venue)).Should().BeTrue();

    [Theory]
    [InlineData("booktitle", "NeurIPS")]
    [InlineData("booktitle", "ICML 2021")]
    [InlineData("booktitle", "ICLR Workshop on Imagined Things")]
    [InlineData("booktitle", "Workshop at the International Conference on Learning Representations")]
    [InlineData("booktitle", "ICLR Blog Track")]
    [InlineData("booktitle", "ICLR Blogposts 2023")]
    [InlineData("booktitle", "ICLR Tiny Papers")]
    [InlineData("booktitle", "Submitted to ICLR 2022")]
    [InlineData("booktitle", "Under review at ICLR")]
    [InlineData("journal", "arXiv preprint arXiv:0000.00000")]
    [InlineData("journal", "CoRR")]
    [InlineData("url", "https://openreview.net/forum?id=example")]
    [InlineData("booktitle", "MICLR")]
    [InlineData("booktitle", "")]
    public void Nothing_is_proved(string field, string value) => Venues.ProvesIclr(Entry(field, value)).Should().BeFalse();

    [Theory]
    [InlineData("biburl", "https://dblp.org/rec/conf/iclr/Doe21.bib")]
    [InlineData("url", "https://iclr.cc/virtual/2022/poster/1")]
    [InlineData("url", "https://proceedings.iclr.cc/paper_files/paper/2024/hash/1.html")]
    public void An_address_proves_the_paper(string field, string value) => Venues.ProvesIclr(Entry(field, value)).Should().BeTrue();

    private static BibliographyEntry Entry(string field, string value) =>
        new("inproceedings", "doe", new Dictionary<string, string> { [field] = value }, new Place("a.bib"));
}
