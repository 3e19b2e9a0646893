using System.Globalization;
using PostLint.Facts;
using PostLint.Hostile.Seeds;

namespace PostLint.Hostile.Judges;

/// <summary>Files that other programs make, which know more of their formats than the generators. ExifTool plants the person.</summary>
internal static class ToolSeeds
{
    private const string Exif = "exiftool";
    private static readonly string? s_magick = ((string[])["magick", "convert-im6.q16"]).FirstOrDefault(Tool.Has);

    /// <summary>Arguments behind the picture's size, and the ending of what they make.</summary>
    private static readonly (string Ending, string[] Arguments)[] s_pictures =
    [
        ("jpg", ["plasma:"]),
        ("jpg", ["plasma:", "-interlace", "JPEG", "-quality", "40"]),
        ("jpg", ["plasma:", "-colorspace", "CMYK"]),
        ("jpg", ["plasma:", "-colorspace", "Gray", "-sampling-factor", "2x2"]),
        ("png", ["plasma:", "-depth", "16", "-interlace", "PNG"]),
        ("png", ["plasma:", "-colors", "7", "-type", "PaletteAlpha"]),
        ("png", ["plasma:", "-type", "GrayscaleAlpha"]),
        ("webp", ["plasma:", "-quality", "50"]),
        ("webp", ["plasma:", "-define", "webp:lossless=true"]),
        ("gif", ["plasma:"]),
        ("gif", ["plasma:", "plasma:", "-delay", "10", "-loop", "2", "-layers", "optimize"]),
    ];

    /// <summary>What qpdf makes of a document.</summary>
    private static readonly (string Name, string[] Arguments)[] s_documents =
    [
        ("linear", ["--linearize"]),
        ("streams", ["--object-streams=generate", "--compress-streams=y"]),
        ("split", ["--object-streams=disable", "--qdf"]),
        ("encrypted", ["--encrypt", "", "owner", "256", "--"]),
    ];

    /// <summary>Makes one of each in a folder.</summary>
    /// <returns>Their names and what tables call them; none where the programs are missing.</returns>
    public static IReadOnlyDictionary<string, string> Make(string folder, Random random)
    {
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        if (s_magick is not null && Tool.Has(Exif))
        {
            for (int i = 0; i < s_pictures.Length; i++)
            {
                (string ending, string[] arguments) = s_pictures[i];
                string name = $"magick{i}.{ending}";
                string size = string.Create(CultureInfo.InvariantCulture, $"{random.Next(8, 60)}x{random.Next(8, 60)}");
                Tool.Run(s_magick, folder, ["-size", size, "-seed", $"{random.Next(999)}", .. arguments, name]);
                made[name] = $"ImageMagick {ending}";
            }
            Plant(folder, made.Keys, random);
        }
        if (Tool.Has("qpdf"))
        {
            File.WriteAllBytes(Path.Combine(folder, "plain.tmp"), PdfSeeds.Forms(random));
            foreach ((string name, string[] arguments) in s_documents)
            {
                Tool.Run("qpdf", folder, [.. arguments, "plain.tmp", $"{name}.pdf"]);
                made[$"{name}.pdf"] = $"qpdf {name}";
            }
            File.Delete(Path.Combine(folder, "plain.tmp"));
        }
        return made.Where(file => File.Exists(Path.Combine(folder, file.Key))).ToDictionary(StringComparer.Ordinal);
    }

    private static void Plant(string folder, IEnumerable<string> names, Random random)
    {
        string[] gif = [.. names.Where(name => name.EndsWith(".gif", StringComparison.Ordinal))],
            others = [.. names.Except(gif)];
        string[] quietly = ["-q", "-q", "-m", "-overwrite_original"];
        Tool.Run(Exif, folder, [.. quietly, $"-Comment=Author: {Planted.Name}, {Planted.Folder}/plot.gif", .. gif]);
        Tool.Run(
            Exif,
            folder,
            [
                .. quietly,
                $"-Artist={Planted.Name}",
                $"-XMP:Creator={Planted.Name}",
                $"-Orientation#={random.Next(1, 9)}",
                "-Make=Example",
                "-GPSLatitude=12.5",
                "-GPSLatitudeRef=N",
                .. others,
            ]
        );
    }
}
