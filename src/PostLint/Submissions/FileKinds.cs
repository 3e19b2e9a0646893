namespace PostLint.Submissions;

/// <summary>Tells what a file is by the ending of its name.</summary>
internal static class FileKinds
{
    private static readonly HashSet<string> s_binary = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".heic", ".tif", ".tiff", ".bmp", ".ico", ".pdf", ".ps", ".eps", ".mp4", ".mov", ".webm", ".avi", ".mkv", ".mp3", ".wav", ".ogg", ".flac", ".m4a",
        ".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".tar", ".rar", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".docx", ".pptx", ".xlsx", ".odt", ".key", ".pages", ".npy", ".npz", ".pkl", ".pt", ".pth", ".onnx", ".h5", ".bin",
        ".exe", ".dll", ".so", ".dylib", ".class", ".pyc", ".wasm", ".db", ".sqlite",
    };

    private static readonly HashSet<string> s_documents = new(StringComparer.OrdinalIgnoreCase) { "readme", "license", "contributing", "changelog", "code_of_conduct", "404", "index" };

    /// <summary>Whether a file could be a post: Markdown or HTML.</summary>
    public static bool IsPost(string path) => Path.GetExtension(path).ToUpperInvariant() is ".MD" or ".MARKDOWN" or ".HTML" or ".HTM";

    /// <summary>Whether a file is one that repositories have beside posts.</summary>
    public static bool IsHouseDocument(string path) => s_documents.Contains(Path.GetFileNameWithoutExtension(path));

    /// <summary>The role of a file that is not the post.</summary>
    public static FileRole RoleOf(string path)
    {
        string extension = Path.GetExtension(path);
        if (extension.Equals(".bib", StringComparison.OrdinalIgnoreCase)) return FileRole.Bibliography;
        return s_binary.Contains(extension) ? FileRole.BinaryAsset : FileRole.TextAsset;
    }
}
