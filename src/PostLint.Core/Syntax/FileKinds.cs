namespace PostLint.Syntax;

/// <summary>What a file's name says of its content. A switch, not a table, because it needs no start-up.</summary>
public static class FileKinds
{
    /// <summary>The role of a file that is no post; null where only its content can tell.</summary>
    public static FileRole? AssetRoleOf(ReadOnlySpan<char> path) => RoleOfExtension(Path.GetExtension(path).TrimStart('.'));

    /// <summary>What a text is written in, by its role and the ending of its name.</summary>
    public static SourceLanguage LanguageOf(string path, FileRole role)
    {
        if (role is FileRole.Bibliography)
            return SourceLanguage.Bibtex;
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".HTML" or ".HTM" or ".XHTML" or ".SVG" or ".XML" => SourceLanguage.Html,
            ".MD" or ".MARKDOWN" or ".MKD" or ".QMD" or ".RMD" => SourceLanguage.Markdown,
            ".IPYNB" => SourceLanguage.Notebook,
            ".BIB" => SourceLanguage.Bibtex,
            ".TEX" or ".TIKZ" or ".STY" => SourceLanguage.Tex,
            _ => role is FileRole.Post ? SourceLanguage.Markdown : SourceLanguage.Plain,
        };
    }

    /// <summary>Whether a file is written in a language of posts.</summary>
    public static bool IsPostLanguage(ReadOnlySpan<char> path) => IsMarkdown(path) || IsHtml(path);

    /// <summary>Whether a file is Markdown by its name, that of Quarto and R Markdown included.</summary>
    public static bool IsMarkdown(ReadOnlySpan<char> path) =>
        Lower(Path.GetExtension(path).TrimStart('.'), stackalloc char[9]) is "md" or "markdown" or "mkd" or "mkdn" or "qmd" or "rmd";

    /// <summary>Whether a file is a notebook by its name; it may be a post, and more often lies beside one.</summary>
    public static bool IsNotebook(ReadOnlySpan<char> path) => Path.GetExtension(path).Equals(".ipynb", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file is one that can be checked as a post when it is named.</summary>
    public static bool MayBePost(ReadOnlySpan<char> path) => IsPostLanguage(path) || IsNotebook(path);

    /// <summary>Whether Pandoc renders a file, so that <c>@key</c> cites and code has options: Quarto, R Markdown, notebooks.</summary>
    public static bool IsOfPandoc(ReadOnlySpan<char> path) =>
        Lower(Path.GetExtension(path).TrimStart('.'), stackalloc char[9]) is "qmd" or "rmd" or "ipynb";

    /// <summary>Whether a file is HTML by its name.</summary>
    public static bool IsHtml(ReadOnlySpan<char> path) =>
        Lower(Path.GetExtension(path).TrimStart('.'), stackalloc char[9]) is "html" or "htm";

    /// <summary>Whether a path is that of an archive in which a submission may come.</summary>
    public static bool IsArchive(string path) =>
        path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".tar", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The role that an extension, without its dot, gives; null for unknown ones.</summary>
    public static FileRole? RoleOfExtension(ReadOnlySpan<char> extension) =>
        Lower(extension, stackalloc char[9]) switch
        {
            "bib" or "bibtex" => FileRole.Bibliography,
            "md"
            or "markdown"
            or "mkd"
            or "mkdn"
            or "qmd"
            or "html"
            or "htm"
            or "xhtml"
            or "svg"
            or "xml"
            or "ipynb"
            or "json"
            or "jsonl"
            or "geojson"
            or "csv"
            or "tsv"
            or "txt"
            or "rst"
            or "yml"
            or "yaml"
            or "toml"
            or "ini"
            or "cfg"
            or "tex"
            or "sty"
            or "cls"
            or "bst"
            or "css"
            or "scss"
            or "js"
            or "mjs"
            or "ts"
            or "tsx"
            or "jsx"
            or "py"
            or "r"
            or "rmd"
            or "jl"
            or "sh"
            or "rb"
            or "java"
            or "c"
            or "h"
            or "cc"
            or "cpp"
            or "hpp"
            or "cs"
            or "go"
            or "rs"
            or "lua"
            or "m"
            or "sql"
            or "log"
            or "dot"
            or "map"
            or "glsl"
            or "diff"
            or "patch" => FileRole.TextAsset,
            "png"
            or "jpg"
            or "jpeg"
            or "jfif"
            or "gif"
            or "webp"
            or "avif"
            or "bmp"
            or "ico"
            or "tif"
            or "tiff"
            or "heic"
            or "psd"
            or "eps"
            or "pdf"
            or "mp4"
            or "m4v"
            or "mov"
            or "avi"
            or "webm"
            or "mkv"
            or "ogv"
            or "mp3"
            or "m4a"
            or "wav"
            or "ogg"
            or "flac"
            or "zip"
            or "gz"
            or "tgz"
            or "bz2"
            or "xz"
            or "7z"
            or "tar"
            or "rar"
            or "woff"
            or "woff2"
            or "ttf"
            or "otf"
            or "eot"
            or "doc"
            or "docx"
            or "ppt"
            or "pptx"
            or "xls"
            or "xlsx"
            or "npy"
            or "npz"
            or "pkl"
            or "pt"
            or "pth"
            or "h5"
            or "hdf5"
            or "parquet"
            or "onnx"
            or "pyc"
            or "bin"
            or "wasm"
            or "glb" => FileRole.BinaryAsset,
            _ => null,
        };

    /// <summary>The text in lower case; empty where it is longer than any known extension.</summary>
    private static ReadOnlySpan<char> Lower(scoped ReadOnlySpan<char> text, Span<char> buffer) =>
        buffer[..Math.Max(0, text.ToLowerInvariant(buffer))];
}
