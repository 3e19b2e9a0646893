namespace PostLint.Hostile.Judges;

/// <summary>ImageMagick decodes pictures: size, depth, colours and pixels of every frame are the same.</summary>
internal sealed class ImageMagick : IJudge
{
    private static readonly string[] s_pictures = [".png", ".jpg", ".gif", ".webp"];

    /// <summary>That a picture stands upright need not be said.</summary>
    private const string Upright = " TopLeft ",
        Unsaid = " Undefined ";

    public string Name => "identify";

    public bool IsInstalled => Tool.Has("identify");

    public IReadOnlyList<Verdict> Compare(string before, string after, IReadOnlyList<string> files)
    {
        string[] pictures = [.. files.Where(file => s_pictures.Contains(Path.GetExtension(file)))];
        if (pictures.Length == 0)
            return [];
        ILookup<string, string> old = Read(before, pictures),
            cleaned = Read(after, pictures);
        return
        [
            .. pictures
                .Where(file => !old[file].SequenceEqual(cleaned[file]))
                .Select(file => new Verdict(file, $"was {string.Join(", ", old[file])}, is {string.Join(", ", cleaned[file])}")),
        ];
    }

    /// <summary>A line a frame; the last column is a hash of its pixels.</summary>
    private static ILookup<string, string> Read(string folder, string[] pictures)
    {
        string output = Tool.Run(
            "identify",
            folder,
            ["-quiet", "-format", "%f|%m %wx%h %z %[colorspace] %[channels] %[orientation] %[icc:description] %T %#\n", .. pictures]
        ).Output;
        return output
            .Split('\n')
            .Select(line => line.Split('|', 2))
            .Where(parts => parts.Length == 2)
            .ToLookup(parts => parts[0], parts => parts[1].Replace(Upright, Unsaid, StringComparison.Ordinal));
    }
}
