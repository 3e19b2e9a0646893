using PostLint.Facts;

namespace PostLint.Rules.Request;

/// <summary>
/// Says what a request did to a file, and how to undo it. Names that identify somebody are masked by the findings about file names.
/// </summary>
internal static class Undo
{
    // What builds and editors write, and nobody means to send.
    private static readonly string[] s_generated =
    [
        "_site/",
        "node_modules/",
        ".jekyll-cache/",
        ".sass-cache/",
        "vendor/",
        "Gemfile.lock",
        ".DS_Store",
        ".vscode/",
        ".idea/",
    ];

    /// <summary>The file and what was done to it.</summary>
    public static Quoted What(ChangedPath changed)
    {
        string what = changed.Change switch
        {
            FileChange.Added => "is added",
            FileChange.Deleted => "is deleted",
            _ => "is changed",
        };
        bool isGenerated = s_generated.Any(part =>
            changed.Path.StartsWith(part, StringComparison.Ordinal) || changed.Path.EndsWith($"/{part}", StringComparison.Ordinal)
        );
        return new($"{changed.Path} {what}{(isGenerated ? " (a program writes it)" : "")}");
    }

    /// <summary>The command that takes the change back.</summary>
    public static Quoted Command(Facts.Request request, ChangedPath changed) =>
        new(
            changed.Change is FileChange.Added
                ? $"git rm --cached {Word(changed.Path)}"
                : $"git checkout {request.Base} -- {Word(changed.Path)}"
        );

    /// <summary>The command that puts a file elsewhere.</summary>
    public static Quoted Move(ChangedPath changed, string target) => new($"git mv {Word(changed.Path)} {Word(target)}");

    /// <summary>A path as one word of a shell.</summary>
    private static string Word(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_')
            ? path
            : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
