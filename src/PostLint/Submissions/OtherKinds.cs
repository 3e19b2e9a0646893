using PostLint.Syntax;

namespace PostLint.Submissions;

/// <summary>Says what a file is that is no post, and how its author makes a post of it.</summary>
internal static class OtherKinds
{
    private const string Readable =
        "posts are Markdown (also of Quarto and R Markdown), HTML, notebooks, or archives (zip, tar) with one of them";
    private const string Pandoc = "convert it: pandoc FILE --to=gfm --wrap=preserve --extract-media=media --output=post.md";
    private const string Beside = "it is checked with its post: name the post, or the folder that holds both";

    /// <summary>Why a file that was named is not read, and what to do.</summary>
    public static string ReasonOf(string path)
    {
        (string name, string todo) = Of(path) ?? Unknown(path);
        return $"it is {name}, and {Readable}; {todo}";
    }

    /// <summary>Why nothing of an archive is read, and what to do where it holds what can be converted.</summary>
    /// <param name="paths">The files in it.</param>
    public static string NoPostInArchive(IEnumerable<string> paths) => Converted([.. paths]) ?? "no post was found in it";

    /// <summary>Why nothing of a folder is read, and what to do.</summary>
    /// <param name="paths">The files in it.</param>
    public static string NoPostIn(IEnumerable<string> paths) => Converted([.. paths]) ?? $"no post was found in it; {Readable}";

    private static string? Converted(string[] files)
    {
        var kinds = files
            .Select(path => (Kind: Of(path), Ending: EndingOf(path)))
            .Where(file => file.Kind?.Todo.StartsWith("convert", StringComparison.Ordinal) is true);
        if (kinds.GroupBy(file => file).MaxBy(group => group.Count()) is not { } most)
            return null;
        (string name, string todo) = most.Key.Kind!.Value;
        int count = most.Count();
        string what = count == 1 ? name : $"{count} files like {name}";
        return $"no post was found in it, but {what} (.{most.Key.Ending}); {Readable}; {todo}";
    }

    private static string EndingOf(string path) => Path.GetExtension(path).TrimStart('.').ToLowerInvariant();

    /// <summary>What files of an ending are, with an article, and what makes a post of one; null for other endings.</summary>
    private static (string Name, string Todo)? Of(string path) =>
        EndingOf(path) switch
        {
            "docx" => ("a Word document", Pandoc),
            "doc" => ("an old Word document", "convert it: soffice --convert-to docx FILE, then pandoc on what that writes"),
            "odt" => ("an OpenDocument text", Pandoc),
            "rtf" => ("a text in RTF", Pandoc),
            "pages" => ("a document of Pages", "convert it: export it as Word in Pages, then use pandoc"),
            "gdoc" => ("only a link to a document of Google", "download that document as Markdown (File, Download)"),
            "tex" or "ltx" => ("LaTeX", Pandoc),
            "rst" => ("reStructuredText", Pandoc),
            "org" => ("a text of Org mode", Pandoc),
            "typ" => ("a Typst document", Pandoc),
            "textile" => ("a text in Textile", Pandoc),
            "wiki" or "mediawiki" => ("wikitext", Pandoc),
            "epub" => ("an e-book", Pandoc),
            "adoc" or "asciidoc" => (
                "AsciiDoc",
                "convert it: asciidoctor --backend=docbook FILE, then pandoc --from=docbook on what that writes"
            ),
            "pdf" => (
                "a PDF",
                "check the source that it was made from, or convert it: pdftotext -layout FILE post.md; postlint metadata says "
                    + "what the PDF tells "
                    + "of its maker"
            ),
            "pptx" or "ppt" or "odp" or "key" => ("a presentation", "export its text as Markdown"),
            "txt" or "text" => ("plain text", "if it is Markdown, check it as such: postlint check - < FILE"),
            "bib" or "bibtex" => ("a bibliography", Beside),
            "7z" or "rar" or "xz" or "bz2" or "zst" or "gz" => ("an archive of a kind that is not read", "pack it as zip or tar"),
            "yml" or "yaml" or "toml" or "json" => ("data or settings", Beside),
            _ => null,
        };

    private static (string Name, string Todo) Unknown(string path) =>
        FileKinds.AssetRoleOf(path) switch
        {
            FileRole.BinaryAsset => ("a file that posts show or bring", $"{Beside}; postlint metadata says what it tells of its maker"),
            FileRole.TextAsset => ("a file that posts bring", Beside),
            _ => ("of a kind that PostLint does not know", "if it is Markdown, check it as such: postlint check - < FILE"),
        };
}
