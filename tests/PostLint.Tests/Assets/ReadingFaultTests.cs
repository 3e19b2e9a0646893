using PostLint.Assets;
using PostLint.Submissions;

namespace PostLint.Tests.Assets;

public sealed class ReadingFaultTests
{
    public static TheoryData<Exception> FormatErrors =>
        [new InvalidDataException("it is broken"), new EndOfStreamException(), new FormatException(), new IOException()];

    [Theory]
    [MemberData(nameof(FormatErrors))]
    public void What_breaks_a_format_is_a_gap(Exception error)
    {
        AssetReader reader = Read(error);

        reader.Gaps.Should().ContainSingle(gap => gap.Path == "a.md!/inner.bin");
        reader.Faults.Should().BeEmpty();
    }

    [Fact]
    public void Anything_else_is_a_fault_of_that_file()
    {
        var error = new InvalidOperationException("own");

        AssetReader reader = Read(error);

        reader.Faults.Should().Equal(new ReadingFault("a.md!/inner.bin", error));
        reader.Gaps.Should().BeEmpty();
    }

    private static AssetReader Read(Exception error)
    {
        var reader = new AssetReader(AssetLimits.Default, Limits.Default, CancellationToken.None);
        reader.ReadWithin("a.md", scan => scan.Part("inner.bin", 1, () => throw error));
        return reader;
    }
}
