using System.Text;
using CsCheck;
using PostLint.Syntax;

namespace PostLint.Tests.Submissions;

public sealed class TextDecoderTests
{
    private const string Sample = "Zoë 🌊\r\n\tend";

    public static TheoryData<string, byte[]> Encodings =>
        new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Sample) },
            { "UTF-8 with mark", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Sample)] },
            { "UTF-16 LE", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Sample)] },
            { "UTF-16 BE", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Sample)] },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_gives_the_same_text(string name, byte[] bytes)
    {
        (string text, IReadOnlyList<SyntaxProblem> problems) = TextDecoder.Decode(bytes);
        text.Should().Be(Sample, name);
        problems.Should().BeEmpty();
    }

    [Fact]
    public void Invalid_utf8_is_replaced_and_reported_where_it_begins()
    {
        (string text, IReadOnlyList<SyntaxProblem> problems) = TextDecoder.Decode([.. "é🌊 "u8, 0xE9, (byte)'x', 0xFF]);
        text.Should().Be("é🌊 \uFFFDx\uFFFD");
        problems
            .Should()
            .ContainSingle()
            .Which.Should()
            .Match<SyntaxProblem>(problem => problem.Kind == SyntaxProblemKind.InvalidBytes && problem.Span == new TextSpan(4, 1));
    }

    [Fact]
    public void Replacement_character_that_was_written_is_no_problem() => TextDecoder.Decode("a\uFFFDb"u8).Problems.Should().BeEmpty();

    [Fact]
    public void Lone_surrogate_and_half_unit_of_utf16_are_reported()
    {
        (string text, IReadOnlyList<SyntaxProblem> problems) = TextDecoder.Decode([0xFE, 0xFF, 0, (byte)'a', 0xD8, 0x00, 0, (byte)'b', 0]);
        text.Should().Be("a\uFFFDb\uFFFD");
        problems.Should().ContainSingle().Which.Span.Should().Be(new TextSpan(1, 1));
    }

    [Fact]
    public void Nul_is_reported_where_it_stands()
    {
        TextDecoder
            .Decode("ab\0c\0"u8)
            .Problems.Should()
            .ContainSingle()
            .Which.Should()
            .Match<SyntaxProblem>(problem => problem.Kind == SyntaxProblemKind.NulCharacters && problem.Span == new TextSpan(2, 1));
    }

    [Fact]
    public void Any_bytes_become_text_with_problems_inside_it() =>
        Gen
            .Byte.Array[0, 200]
            .Sample(bytes =>
            {
                (string text, IReadOnlyList<SyntaxProblem> problems) = TextDecoder.Decode(bytes);
                foreach (SyntaxProblem problem in problems)
                    problem.Span.End.Should().BeLessThanOrEqualTo(text.Length);
                text.EnumerateRunes().Sum(rune => rune.Utf16SequenceLength).Should().Be(text.Length);
                if (
                    problems.All(problem => problem.Kind != SyntaxProblemKind.InvalidBytes)
                    && bytes is not [0xFF, 0xFE, ..] and not [0xFE, 0xFF, ..]
                )
                    Encoding.UTF8.GetBytes(text).Should().Equal(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes);
            });
}
