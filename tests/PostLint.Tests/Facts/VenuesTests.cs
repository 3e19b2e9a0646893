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

    [Theory]
    [InlineData("Proceedings of the 38th International Conference on Machine Learning", "ICML")]
    [InlineData("ICML 2020", "ICML")]
    [InlineData("Int. Conf. on Machine Learning", "ICML")]
    [InlineData("Advances in Neural Information Processing Systems 33", "NeurIPS")]
    [InlineData("NIPS", "NeurIPS")]
    [InlineData("NeurIPS'21", "NeurIPS")]
    [InlineData("{Neur}{IPS}", "NeurIPS")]
    [InlineData("Conference on Neural Information Processing Systems (NeurIPS)", "NeurIPS")]
    [InlineData("International Conference on Artificial Intelligence and Statistics", "AISTATS")]
    [InlineData("Proceedings of the AAAI Conference on Artificial Intelligence", "AAAI")]
    [InlineData("International Joint Conference on Artificial Intelligence", "IJCAI")]
    [InlineData("IEEE/CVF Conference on Computer Vision and Pattern Recognition", "CVPR")]
    [InlineData("Proceedings of the IEEE International Conference on Computer Vision", "ICCV")]
    [InlineData("European Conference on Computer Vision", "ECCV")]
    [InlineData("ACM Transactions on Graphics", "SIGGRAPH")]
    [InlineData("Annual Meeting of the Association for Computational Linguistics", "ACL")]
    [InlineData("Empirical Methods in Natural Language Processing (EMNLP)", "EMNLP")]
    [InlineData("Journal of Machine Learning Research", "JMLR")]
    [InlineData("Transactions on Machine Learning Research", "TMLR")]
    [InlineData("Conference on Learning Theory", "COLT")]
    [InlineData("Uncertainty in Artificial Intelligence", "UAI")]
    [InlineData("Nature", "Nature")]
    [InlineData("International Conference on Learning Representations", "ICLR")]
    [InlineData("arXiv preprint arXiv:1706.03762", "")]
    [InlineData("CoRR, abs/1706.03762", "")]
    [InlineData("On the nature of walks", "")]
    [InlineData("Science of walking", "")]
    [InlineData("The Nipsian Journal", "")]
    [InlineData("Conference on Walks", "")]
    [InlineData("", "")]
    public void Venues_are_told_by_their_spellings(string text, string venue) => s_book.Of(text).Should().Be(venue);

    [Theory]
    [InlineData("booktitle", "ICLR 2021", Proof.Proven)]
    [InlineData("booktitle", "ICLR 2021 Workshop on Walks", Proof.Contradicted)]
    [InlineData("booktitle", "Submitted to ICLR 2022", Proof.Contradicted)]
    [InlineData("booktitle", "ICLR Blogposts", Proof.Contradicted)]
    [InlineData("booktitle", "NeurIPS", Proof.Contradicted)]
    [InlineData("journal", "arXiv preprint", Proof.Unknown)]
    [InlineData("booktitle", "Workshop on Walks", Proof.Unknown)]
    [InlineData("url", "https://openreview.net/forum?id=example", Proof.Unknown)]
    public void Proof_has_three_values(string field, string value, Proof proof) =>
        new PublicationExtractor(new(() => s_book)).Read(Entry(field, value)).AtIclr.Should().Be(proof);

    private static readonly VenueBook s_book = VenueBook.Read(PostLint.Rules.Resource.Read("venues.txt"));

    private static BibliographyEntry Entry(string field, string value) =>
        new("inproceedings", "doe", new Dictionary<string, string> { [field] = value }, new Place("a.bib"));
}
