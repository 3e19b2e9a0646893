using System.Text.Json;

namespace PostLint.Hostile.Judges;

/// <summary>What ExifTool says of files: no trace of the planted person, and the same of what a picture is.</summary>
internal sealed class ExifTool : IJudge
{
    /// <summary>What describes the picture or the document, not its maker.</summary>
    private static readonly HashSet<string> s_shown = new(StringComparer.Ordinal)
    {
        "FileType",
        "MIMEType",
        "ImageSize",
        "ImageWidth",
        "ImageHeight",
        "Orientation",
        "BitDepth",
        "BitsPerSample",
        "ColorType",
        "ColorComponents",
        "EncodingProcess",
        "Compression",
        "Interlace",
        "AnimationFrames",
        "FrameCount",
        "AnimationIterations",
        "AnimationPlays",
        "PageCount",
        "ProfileDescription",
        "ProfileConnectionSpace",
        "NumberOfImages",
        "PixelUnits",
        "PixelsPerUnitX",
        "HasColorMap",
        "Transparency",
        "AlphaIsUsed",
    };

    /// <summary>That a picture stands upright need not be said.</summary>
    private const string UpsideUp = "Horizontal (normal)";

    public string Name => "exiftool";

    public bool IsInstalled => Tool.Has("exiftool");

    public IReadOnlyList<Verdict> Compare(string before, string after, IReadOnlyList<string> files)
    {
        Dictionary<string, JsonElement> old = Read(before),
            cleaned = Read(after);
        var verdicts = new List<Verdict>();
        foreach (string file in files)
        {
            if (!old.TryGetValue(file, out JsonElement was) || !cleaned.TryGetValue(file, out JsonElement now))
                continue;
            string shown = Shown(was),
                shows = Shown(now);
            if (shown != shows)
                verdicts.Add(new(file, $"was {shown}, is {shows}"));
            string? left = Planted.Words.FirstOrDefault(word => now.GetRawText().Contains(word, StringComparison.OrdinalIgnoreCase));
            if (left is not null)
                verdicts.Add(new(file, $"“{left}” is still in {string.Join(", ", FieldsWith(now, left))}"));
        }
        return verdicts;
    }

    private static Dictionary<string, JsonElement> Read(string folder)
    {
        string output = Tool.Run("exiftool", folder, "-j", "-a", "-G1", "-ee", "-q", "-q", "-r", ".").Output;
        int end = output.LastIndexOf(']');
        if (end < 0)
            return [];
        using var document = JsonDocument.Parse(output[..(end + 1)]);
        return document
            .RootElement.EnumerateArray()
            .ToDictionary(
                file => Path.GetFileName(file.GetProperty("SourceFile").GetString()!),
                file => file.Clone(),
                StringComparer.Ordinal
            );
    }

    private static string Shown(JsonElement file) =>
        string.Join(
            "; ",
            file.EnumerateObject()
                .Select(field => (Name: field.Name[(field.Name.LastIndexOf(':') + 1)..], Value: field.Value.ToString()))
                .Where(field => s_shown.Contains(field.Name) && field.Value is not UpsideUp)
                .Select(field => $"{field.Name} {field.Value}")
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> FieldsWith(JsonElement file, string word) =>
        file.EnumerateObject()
            .Where(field => field.Value.GetRawText().Contains(word, StringComparison.OrdinalIgnoreCase))
            .Select(field => field.Name);
}
