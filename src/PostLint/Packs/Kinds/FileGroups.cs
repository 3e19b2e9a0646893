namespace PostLint.Packs.Kinds;

/// <summary>Kinds of files as packs name them, told by the endings of names.</summary>
internal static class FileGroups
{
    private static readonly Dictionary<string, HashSet<string>> s_endings = new(StringComparer.Ordinal)
    {
        ["picture"] = Set("png jpg jpeg gif webp svg bmp tif tiff avif heic ico eps ps psd"),
        ["video"] = Set("mp4 m4v mov webm mkv avi ogv"),
        ["sound"] = Set("mp3 wav ogg oga m4a flac aac"),
        ["document"] = Set("pdf doc docx ppt pptx xls xlsx odt odp ods rtf"),
        ["archive"] = Set("zip tar gz tgz bz2 xz 7z rar"),
        ["font"] = Set("ttf otf woff woff2"),
        ["data"] = Set("csv tsv json jsonl yml yaml xml npy npz h5 hdf5 parquet pkl pickle sqlite db"),
        ["notebook"] = Set("ipynb"),
        ["page"] = Set("md markdown mkd html htm xhtml"),
        ["script"] = Set("js mjs ts css py r jl sh"),
    };

    /// <summary>The names of the kinds.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_endings.Keys];

    /// <summary>Whether a path is of one of some kinds; of none, any is.</summary>
    public static bool IsOf(IReadOnlyList<string> kinds, string path) =>
        kinds.Count == 0 || kinds.Any(kind => s_endings[kind].Contains(Path.GetExtension(path).TrimStart('.')));

    private static HashSet<string> Set(string endings) => new(endings.Split(' '), StringComparer.OrdinalIgnoreCase);
}
