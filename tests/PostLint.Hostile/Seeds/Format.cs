using PostLint.Baselines;
using PostLint.Tests.Assets;

namespace PostLint.Hostile.Seeds;

/// <summary>A kind of file that is generated.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Extension">How its files end, without the dot.</param>
/// <param name="Make">Makes one; the same random numbers give the same file.</param>
/// <param name="IsRewritten">Whether fix takes its metadata out by writing the file anew.</param>
internal sealed record Format(string Name, string Extension, Func<Random, byte[]> Make, bool IsRewritten = false)
{
    /// <summary>Whether files of it are posts.</summary>
    public bool IsPost => Name.StartsWith("post", StringComparison.Ordinal);

    /// <summary>All that are written in code.</summary>
    public static IReadOnlyList<Format> All { get; } =
    [
        new("jpeg", "jpg", JpegSeeds.Baseline, true),
        new("jpeg grey", "jpg", JpegSeeds.Grey, true),
        new("jpeg progressive", "jpg", JpegSeeds.Progressive, true),
        new("jpeg cmyk", "jpg", JpegSeeds.FourColours, true),
        new("jpeg restarts", "jpg", JpegSeeds.Restarts, true),
        new("jpeg trailer", "jpg", JpegSeeds.Trailer, true),
        new("jpeg mpo", "jpg", JpegSeeds.TwoPictures, true),
        new("jpeg gain map", "jpg", JpegSeeds.GainMap, true),
        new("png", "png", PngSeeds.Colours, true),
        new("png 16 bit", "png", PngSeeds.SixteenBits, true),
        new("png palette", "png", PngSeeds.Palette, true),
        new("png animated", "png", PngSeeds.Animated, true),
        new("png raw profile", "png", PngSeeds.RawProfile, true),
        new("gif", "gif", GifAndWebPSeeds.Gif, true),
        new("gif animated", "gif", GifAndWebPSeeds.AnimatedGif, true),
        new("webp", "webp", GifAndWebPSeeds.WebP, true),
        new("webp animated", "webp", GifAndWebPSeeds.AnimatedWebP, true),
        new("pdf", "pdf", PdfSeeds.Pages, true),
        new("pdf links", "pdf", PdfSeeds.Links, true),
        new("pdf notes", "pdf", PdfSeeds.Notes, true),
        new("pdf forms", "pdf", PdfSeeds.Forms, true),
        new("pdf pictures", "pdf", PdfSeeds.Pictures, true),
        new("pdf earlier saves", "pdf", PdfSeeds.EarlierSaves, true),
        new("pdf object streams", "pdf", PdfSeeds.ObjectStreams, true),
        new("pdf signed", "pdf", PdfSeeds.Signed, true),
        new("pdf encrypted", "pdf", PdfSeeds.Encrypted, true),
        new("zip", "zip", ArchiveSeeds.Zip, true),
        new("tar", "tar", ArchiveSeeds.Tar, true),
        new("tar.gz", "tar.gz", ArchiveSeeds.TarGz, true),
        new("zip nested", "zip", ArchiveSeeds.Nested, true),
        new("svg", "svg", TextSeeds.Svg, true),
        new("notebook", "ipynb", TextSeeds.Notebook),
        new("bib", "bib", TextSeeds.Bibliography),
        new("html", "html", TextSeeds.Html),
        new("post md", "md", TextSeeds.Markdown),
        new("post html", "html", TextSeeds.Html),
        new("post fixture", "md", TextSeeds.Fixture),
        new("fixture", "html", TextSeeds.Fixture),
        new("docx", "docx", ArchiveSeeds.Docx),
        new("odt", "odt", ArchiveSeeds.Odt),
        new("doc", "doc", ArchiveSeeds.Doc),
        new("gz", "gz", ArchiveSeeds.GZipped),
        new("tiff", "tif", _ => Pictures.Tiff),
        new("exif alone", "tif", random => Tags.Exif(random)),
        new("heic", "heic", _ => Pictures.Still("heic", "hvc1")),
        new("avif", "avif", _ => Pictures.Still("avif", "av01")),
        new("psd", "psd", _ => [.. Pictures.Psd[..30], .. Binary.Big(Tags.Iptc().Length), .. Tags.Iptc(), 0, 0, 0, 0]),
        new("eps", "eps", _ => Binary.Latin($"%!PS-Adobe-3.0 EPSF-3.0\n%%For: ({Planted.Name})\nshowpage\n")),
        new("mp4", "mp4", _ => Pictures.Film("isom")),
        new("mp3", "mp3", random => Samples.Mp3("TPE1", Planted.Name, random.Next(3, 5))),
        new("mp3 v1", "mp3", _ => Samples.Mp3Version1(Planted.Name)),
        new("wav", "wav", _ => Samples.Wav("IART", Planted.Name)),
        new("bwf", "wav", _ => Samples.BroadcastWav(Planted.Name)),
        new("flac", "flac", _ => Samples.Flac($"ARTIST={Planted.Name}")),
        new("ogg", "ogg", _ => Samples.Ogg($"ARTIST={Planted.Name}")),
        new("webm", "webm", _ => Samples.WebM("ARTIST", Planted.Name)),
        new("ttf", "ttf", random => Samples.Font(random.Next(14), Planted.Name)),
        new("woff", "woff", _ => Samples.Woff(9, Planted.Name)),
        new("woff2", "woff2", _ => Samples.Woff2(9, Planted.Name)),
    ];
}
