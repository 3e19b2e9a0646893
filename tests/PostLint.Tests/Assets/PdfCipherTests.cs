using PostLint.Assets;

namespace PostLint.Tests.Assets;

/// <summary>What opens without a password is read; what does not is told.</summary>
public sealed class PdfCipherTests
{
    public static TheoryData<string> Methods => [.. LockedDocuments.Open.Keys];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Document_without_a_password_is_opened(string method)
    {
        byte[] pdf = Convert.FromBase64String(LockedDocuments.Open[method]);

        Scanned.Fields(pdf).Should().Contain(("PDF:Author", "Ada Example"));
        Scanned.Of(pdf).Gaps.Should().BeEmpty();
    }

    [Fact]
    public void Document_with_a_password_is_told()
    {
        byte[] pdf = Convert.FromBase64String(LockedDocuments.Closed);

        Scanned.Fields(pdf).Should().BeEmpty();
        Scanned.Of(pdf).Gaps.Should().ContainSingle().Which.Reason.Should().Be("it is encrypted and asks for a password");
    }

    [Fact]
    public void Other_encryption_is_told()
    {
        byte[] pdf = new PdfBuilder().Page().Object(7, "<< /Filter /Adobe.PubSec /V 4 >>").Save("/Root 1 0 R /Encrypt 7 0 R").Build();

        Scanned.Of(pdf).Gaps.Should().ContainSingle().Which.Reason.Should().Be("it is encrypted in a way that is not opened");
    }

    [Fact]
    public void Broken_lock_is_told()
    {
        byte[] pdf = new PdfBuilder()
            .Page()
            .Object(7, "<< /Filter /Standard /V 5 /R 6 /U <00> /UE <00> >>")
            .Save("/Root 1 0 R /Encrypt 7 0 R")
            .Build();

        Scanned.Of(pdf).Gaps.Should().ContainSingle().Which.Reason.Should().Contain("password");
    }

    [Fact]
    public void Locked_document_is_not_written_anew()
    {
        Action cleaning = () =>
            MetadataCleaner.Clean(new MemoryStream(Convert.FromBase64String(LockedDocuments.Open.Values.First())), Stream.Null);

        cleaning.Should().Throw<InvalidDataException>().WithMessage("it is encrypted*");
    }
}
