using PostLint.Assets;
using PostLint.Facts;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Tests.Submissions;
using Xunit.Abstractions;

namespace PostLint.Tests.Assets;

/// <summary>
/// Each format that ExifTool writes with each identifying field that it writes there: PostLint finds the field by the right rule, and takes
/// it out where it can.
/// </summary>
public sealed class ExifToolMatrix(ITestOutputHelper output)
{
    private const string Author = "identity/asset-author",
        Organisation = "identity/asset-organisation",
        Device = "identity/asset-device",
        Place = "identity/asset-place",
        Location = "identity/asset-location",
        Email = "identity/asset-email",
        Contact = "identity/asset-contact",
        Path = "identity/asset-path",
        Account = "identity/asset-account",
        Circumstance = "identity/asset-circumstance",
        Performer = "identity/asset-performer";

    private static readonly Linter s_linter = new(BuiltInPack.Create(), new Profile("test", "", new Dictionary<string, RuleSetting>()));

    private static readonly (string Field, string Value, string Rule)[] s_exif =
    [
        ("IFD0:Artist", "Ada Example", Author),
        ("IFD0:Copyright", "2024 Ada Example", Author),
        ("IFD0:XPAuthor", "Ada Example", Author),
        ("IFD0:HostComputer", "Adas Rechner", Device),
        ("ExifIFD:OwnerName", "Ada Example", Author),
        ("ExifIFD:SerialNumber", "0471199", Device),
        ("ExifIFD:LensSerialNumber", "0815471199", Device),
        ("ExifIFD:OffsetTime", "+02:00", Circumstance),
        ("ExifIFD:UserComment", "drawn by ada@examplia.edu", Email),
        ("IFD0:ImageDescription", "/home/adaexample/figure.svg", Path),
        ("GPS:GPSLatitude", "46.5", Location),
        ("IFD0:DocumentName", "C:\\Users\\adaexample\\figure.ai", Path),
    ];

    private static readonly (string Field, string Value, string Rule)[] s_xmp =
    [
        ("XMP-dc:Creator", "Ada Example", Author),
        ("XMP-dc:Rights", "(c) Ada Example", Author),
        ("XMP-dc:Contributor", "Ada Example", Author),
        ("XMP-pdf:Author", "Ada Example", Author),
        ("XMP-xmpRights:Owner", "Ada Example", Author),
        ("XMP-photoshop:CaptionWriter", "Ada Example", Author),
        ("XMP-photoshop:Credit", "Institute of Examples", Organisation),
        ("XMP-photoshop:City", "Examplia", Place),
        ("XMP-iptcCore:CreatorWorkEmail", "ada@examplia.edu", Email),
        ("XMP-iptcCore:CreatorWorkURL", "https://ada.example.org", Contact),
        ("XMP-iptcCore:CreatorCity", "Examplia", Place),
        ("XMP-iptcExt:PersonInImage", "Ada Example", Author),
        ("XMP-aux:SerialNumber", "0471199", Device),
        ("XMP-aux:OwnerName", "Ada Example", Author),
        ("XMP-xmp:CreatorTool", "Canva doc=DAFabc user=UAExampl0123 brand=BAExampl", Account),
        ("XMP-xmpMM:DerivedFromFilePath", "/Users/adaexample/figure.ai", Path),
        ("XMP-exif:GPSLatitude", "46.5", Location),
        ("XMP-tiff:Artist", "Ada Example", Author),
        ("XMP-xmpDM:Artist", "Ada Example", Author),
        ("XMP-plus:CopyrightOwnerName", "Ada Example", Author),
        ("XMP-cc:AttributionName", "Ada Example", Author),
    ];

    private static readonly (string Field, string Value, string Rule)[] s_iptc =
    [
        ("IPTC:By-line", "Ada Example", Author),
        ("IPTC:Writer-Editor", "Ada Example", Author),
        ("IPTC:Contact", "+41 21 555 01 23", Contact),
        ("IPTC:City", "Examplia", Place),
        ("IPTC:Credit", "Institute of Examples", Organisation),
        ("IPTC:CopyrightNotice", "(c) 2024 Ada Example", Author),
        ("IPTC:Sub-location", "Examplia Hall", Place),
    ];

    private static readonly (string Field, string Value, string Rule)[] s_png =
    [
        ("PNG:Author", "Ada Example", Author),
        ("PNG:Artist", "Ada Example", Author),
        ("PNG:Copyright", "2024 Ada Example", Author),
        ("PNG:Comment", "made by ada@examplia.edu", Email),
        ("PNG:Source", "/home/adaexample/a.svg", Path),
    ];

    private static readonly (string Field, string Value, string Rule)[] s_comment = [("Comment", "made by ada@examplia.edu", Email)];

    private static readonly (string Field, string Value, string Rule)[] s_film =
    [
        ("ItemList:Artist", "Ada Example", Performer),
        ("ItemList:Comment", "made by ada@examplia.edu", Email),
        ("ItemList:Copyright", "2024 Ada Example", Author),
        ("UserData:Author", "Ada Example", Author),
        ("UserData:Copyright", "2024 Ada Example", Author),
        ("UserData:GPSCoordinates", "46.5, 6.5, 100", Location),
        ("Keys:GPSCoordinates", "46.5, 6.5, 100", Location),
        ("Keys:Author", "Ada Example", Author),
        ("Keys:Director", "Ada Example", Author),
    ];

    private static readonly (string Field, string Value, string Rule)[] s_pdf =
    [
        ("PDF:Author", "Ada Example", Author),
        ("PDF:Keywords", "/home/adaexample/a.tex", Path),
        ("PDF:Subject", "ask ada@examplia.edu", Email),
    ];

    private static readonly (string Format, byte[] Empty, (string Field, string Value, string Rule)[] Fields)[] s_formats =
    [
        ("png", Pictures.Png, [.. s_png, .. s_exif, .. s_xmp]),
        ("jpg", Pictures.Jpeg, [.. s_comment, .. s_exif, .. s_xmp, .. s_iptc]),
        ("gif", Pictures.Gif, [.. s_comment, .. s_xmp]),
        ("webp", Pictures.WebP, [.. s_exif, .. s_xmp]),
        ("tif", Pictures.Tiff, [.. s_exif, .. s_xmp, .. s_iptc]),
        ("heic", Pictures.Still("heic", "hvc1"), [.. s_exif, .. s_xmp]),
        ("avif", Pictures.Still("avif", "av01"), [.. s_exif, .. s_xmp]),
        ("mp4", Pictures.Film("isom"), [.. s_film, .. s_xmp]),
        ("mov", Pictures.Film("qt  "), [.. s_film, .. s_xmp]),
        ("pdf", Pictures.Pdf, [.. s_pdf, .. s_xmp]),
        ("eps", Pictures.Eps, s_xmp),
        ("psd", Pictures.Psd, [.. s_iptc, .. s_xmp]),
    ];

    [ExifToolFact]
    public void Fields_that_ExifTool_writes_are_found_and_taken_out()
    {
        using var folder = new TemporaryFolder();
        var cells = new List<(string Format, string Field, string Value, string Rule, string File)>();
        var arguments = new List<string>();
        foreach ((string format, byte[] empty, (string, string, string)[] fields) in s_formats)
        {
            foreach ((string field, string value, string rule) in fields)
            {
                string file = $"{cells.Count}.{format}";
                folder.Write(file, empty);
                cells.Add((format, field, value, rule, file));
                arguments.AddRange([
                    "-q",
                    "-m",
                    "-overwrite_original",
                    $"-{field}={value}",
                    .. field is "GPS:GPSLatitude" ? ["-GPS:GPSLatitudeRef=N"] : Array.Empty<string>(),
                    file,
                    "-execute",
                ]);
            }
        }
        string errors = ExifTool.Run(folder.Path, arguments);
        int found = 0,
            written = 0,
            cleanable = 0,
            cleaned = 0;
        Directory.CreateDirectory(folder.In("clean"));
        foreach (var format in cells.GroupBy(cell => cell.Format))
        {
            foreach ((_, string field, string value, string rule, string file) in format)
            {
                byte[] bytes = File.ReadAllBytes(folder.In(file));
                if (bytes.AsSpan().SequenceEqual(s_formats.Single(item => item.Format == format.Key).Empty))
                    continue;
                written++;
                bool isFound = RulesOf(folder.In(file)).Contains(rule);
                if (isFound)
                    found++;
                else
                    output.WriteLine($"not found: {format.Key}: {field}");
                if (!CanClean(bytes))
                    continue;
                cleanable++;
                Clean(bytes, folder.In($"clean/{file}"));
                if (!RulesOf(folder.In($"clean/{file}")).Contains(rule))
                    cleaned++;
                else
                    output.WriteLine($"not taken out: {format.Key}: {field}");
            }
            output.WriteLine($"{format.Key}: {format.Count()} fields");
        }
        string left = ExifTool.Run(folder.Path, ["-a", "-G1", "-s", "-r", "clean"]);
        output.WriteLine(
            $"{found} of {written} cells found ({cells.Count - written} fields that ExifTool does not write there); "
                + $"{cleaned} of {cleanable} taken out"
        );
        output.WriteLine($"ExifTool: {errors.Split('\n').Count(line => line.Contains("Error", StringComparison.Ordinal))} errors");

        written.Should().BeGreaterThan(150);
        found.Should().BeGreaterThanOrEqualTo((int)Math.Ceiling(0.98 * written));
        cleaned.Should().Be(cleanable);
        foreach (string identity in (string[])["Ada Example", "adaexample", "ada@", "0471199", "Examplia", "UAExampl", "46.5"])
            left.Should().NotContain(identity);
    }

    private static string[] RulesOf(string path)
    {
        var reader = new AssetReader(AssetLimits.Default, Limits.Default, CancellationToken.None);
        return [.. s_linter.Lint(new Submission("matrix", reader.Read(path, "a"), [])).Findings.Select(finding => finding.Rule.Id)];
    }

    private static bool CanClean(byte[] bytes) => MetadataCleaner.CanClean(new MemoryStream(bytes));

    private static void Clean(byte[] bytes, string path)
    {
        using FileStream clean = File.Create(path);
        MetadataCleaner.Clean(new MemoryStream(bytes), clean);
    }
}
