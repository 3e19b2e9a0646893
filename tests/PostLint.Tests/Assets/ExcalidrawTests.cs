using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PostLint.Assets;
using PostLint.Submissions;

namespace PostLint.Tests.Assets;

public sealed class ExcalidrawTests
{
    private const string Drawing = """{"type":"excalidraw","elements":[{"type":"text","text":"see /home/mquill/notes"}]}""";

    public static TheoryData<string, string> Carriers =>
        new()
        {
            { "svg", Payload(Drawing) },
            { "svg", Drawing },
            { "png", Payload(Drawing) },
            { "png", Drawing },
        };

    [Theory]
    [MemberData(nameof(Carriers))]
    public void The_drawing_that_an_export_carries_is_opened(string carrier, string payload)
    {
        byte[] text = [.. "application/vnd.excalidraw+json\0"u8, .. Encoding.Latin1.GetBytes(payload)];
        IReadOnlyList<SubmittedFile> files = carrier is "svg"
            ? Within(payload)
            : Scanned.Of(PngTests.Png(("tEXt", text), ("IEND", []))).Files;

        files.Should().ContainSingle(file => file.Path.EndsWith(".json")).Which.Text!.Text.Should().Be(Drawing);
    }

    [Fact]
    public void A_broken_drawing_is_named()
    {
        var reader = new AssetReader(AssetLimits.Default, Limits.Default, CancellationToken.None);

        reader.ReadWithin("a.svg", scan => EmbeddedFiles.Open(Svg("""{"encoded":"abc","compressed":true}"""), scan)).Should().BeEmpty();

        reader.Gaps.Should().ContainSingle().Which.Reason.Should().Contain("broken");
    }

    private static IReadOnlyList<SubmittedFile> Within(string payload)
    {
        var reader = new AssetReader(AssetLimits.Default, Limits.Default, CancellationToken.None);
        return reader.ReadWithin("a.svg", scan => EmbeddedFiles.Open(Svg(payload), scan));
    }

    private static string Svg(string payload) =>
        $"<svg><!-- payload-start -->{Convert.ToBase64String(Encoding.UTF8.GetBytes(payload))}<!-- payload-end --><rect/></svg>";

    private static string Payload(string drawing)
    {
        var bytes = new MemoryStream();
        using (var stream = new ZLibStream(bytes, CompressionLevel.Optimal))
            stream.Write(Encoding.UTF8.GetBytes(drawing));
        string packed = Encoding.Latin1.GetString(bytes.ToArray());
        return JsonSerializer.Serialize(
            new
            {
                version = "1",
                encoding = "bstring",
                compressed = true,
                encoded = packed,
            }
        );
    }
}
