using PostLint.Assets;
using PostLint.Submissions;
using PostLint.Tests.Submissions;

namespace PostLint.Tests.Assets;

/// <summary>Files inside others that would take too much memory are named, and the others are read.</summary>
public sealed class PartLimitTests
{
    private static readonly Limits s_small = new(TextBytes: 1 << 20);

    [Fact]
    public void A_text_larger_than_the_limit_is_told_by_its_declared_length()
    {
        var gaps = Read(("a.svg", new byte[(1 << 20) + 1]), ("b.svg", "<svg/>"u8.ToArray())).Gaps;

        gaps.Should().Equal(("a.zip!/a.svg", "it is larger than 1 MB, the limit for text"));
    }

    [Fact]
    public void Texts_that_are_too_large_together_are_told_from_the_first_too_many_on()
    {
        (string, byte[])[] entries = [.. Enumerable.Range(0, 6).Select(i => ($"{i}.txt", Text(1 << 20)))];

        (IReadOnlyList<SubmittedFile> files, IReadOnlyList<(string Path, string Reason)> gaps) = Read(entries);

        gaps.Select(gap => gap.Path).Should().Equal("a.zip!/4.txt", "a.zip!/5.txt");
        files.Where(file => file.Text is null).Select(file => file.Path).Should().Equal("a.zip!/4.txt", "a.zip!/5.txt");
    }

    [Fact]
    public void A_short_file_behind_a_long_one_holds_nothing_of_it()
    {
        var files = Read(("long.txt", Text(5_000)), ("short.txt", "short"u8.ToArray()), ("more.txt", Text(3))).Files;

        files.Where(file => file.Container is not null).Select(file => file.Text!.Text.Length).Should().Equal(5_000, 5, 3);
    }

    private static byte[] Text(int length) => [.. Enumerable.Repeat((byte)'a', length)];

    private static (IReadOnlyList<SubmittedFile> Files, IReadOnlyList<(string Path, string Reason)> Gaps) Read(
        params (string Name, byte[] Content)[] entries
    )
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "a.zip");
        File.WriteAllBytes(path, Samples.Zip(entries));
        var reader = new AssetReader(AssetLimits.Default, s_small, CancellationToken.None);
        return (reader.Read(path, "a.zip"), [.. reader.Gaps.Select(gap => (gap.Path, gap.Reason))]);
    }
}
