using PostLint.Baselines;
using PostLint.Tests.Assets;
using static PostLint.Hostile.Seeds.Binary;

namespace PostLint.Hostile.Seeds;

/// <summary>Archives with pictures, texts and further archives, and the documents that are archives.</summary>
internal static class ArchiveSeeds
{
    public static byte[] Zip(Random random) => Samples.Archive("a.zip", Entries(random));

    public static byte[] Tar(Random random) => Samples.Archive("a.tar", Entries(random));

    public static byte[] TarGz(Random random) => Samples.Archive("a.tar.gz", Entries(random));

    public static byte[] GZipped(Random random) => GZip(TextSeeds.Markdown(random), $"{Planted.Login}.md");

    public static byte[] Nested(Random random) =>
        Samples.Archive("a.zip", [("inner/data.zip", Zip(random)), ("inner/more.tar.gz", TarGz(random)), .. Entries(random)]);

    public static byte[] Docx(Random random) =>
        Samples.Zip(
            ("[Content_Types].xml", Utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")),
            (
                "word/document.xml",
                Utf8($"<w:document xmlns:w=\"urn:w\"><w:ins w:author=\"{Planted.Name}\"/><w:t>text {random.Next(99)}</w:t></w:document>")
            ),
            ("docProps/core.xml", Utf8($"<a xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>{Planted.Name}</dc:creator></a>")),
            ("word/media/image1.jpeg", JpegSeeds.Baseline(random))
        );

    public static byte[] Odt(Random random) =>
        Samples.Odt($"<dc:creator>{Planted.Name}</dc:creator><dc:title>{random.Next(99)}</dc:title>");

    public static byte[] Doc(Random random) => Samples.Doc(random.Next(2) == 0 ? 4u : 8u, Planted.Name);

    private static (string Name, byte[] Content)[] Entries(Random random)
    {
        (string Name, byte[] Content)[] all =
        [
            ("figure.png", PngSeeds.Colours(random)),
            ("photo.jpg", JpegSeeds.Baseline(random)),
            ("paper.pdf", PdfSeeds.Links(random)),
            ("notes.md", TextSeeds.Markdown(random)),
            ("data.csv", Utf8("a,b\n1,2\n")),
            ("plot.svg", TextSeeds.Svg(random)),
            ("movie.gif", GifAndWebPSeeds.AnimatedGif(random)),
            ("empty.txt", []),
        ];
        return [.. all.Where((_, i) => i == 0 || random.Next(2) == 0).OrderBy(_ => random.Next())];
    }
}
