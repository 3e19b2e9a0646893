using System.Text.RegularExpressions;
using PostLint.Facts;

namespace PostLint.Packs.Kinds;

/// <summary>Paths as packs name them: globs below the site, with alternatives or the post's name in braces.</summary>
internal static partial class Globs
{
    private const int MostAlternatives = 64;

    /// <summary>Writes a glob's alternatives out: <c>*.{png,jpg}</c> is two globs.</summary>
    /// <param name="glob">As the pack writes it.</param>
    /// <param name="all">Takes the globs.</param>
    /// <returns>What is wrong with its braces, in words that end a sentence; null for nothing.</returns>
    public static string? Expand(string glob, ICollection<string> all)
    {
        if (Braces().Match(glob) is not { Success: true } braces)
        {
            string rest = Placeholders().Replace(glob, "");
            if (rest.AsSpan().ContainsAny('{', '}'))
                return "braces hold alternatives with commas between, such as *.{png,jpg}, or {slug} or {date}";
            all.Add(glob);
            return null;
        }
        foreach (string alternative in braces.Groups["list"].Value.Split(','))
        {
            if (all.Count >= MostAlternatives)
                return $"it has more than {MostAlternatives} alternatives";
            if (Expand($"{glob[..braces.Index]}{alternative}{glob[(braces.Index + braces.Length)..]}", all) is { } problem)
                return problem;
        }
        return null;
    }

    /// <summary>Whether a file is one of those that globs name.</summary>
    /// <param name="globs">The globs.</param>
    /// <param name="post">The post that <c>{slug}</c> and <c>{date}</c> are those of.</param>
    /// <param name="file">The file.</param>
    public static bool Match(IReadOnlyList<string> globs, FileEntry post, FileEntry file) => Match(globs, post.SitePath, file.SitePath);

    /// <summary>Whether a path is one of those that globs name.</summary>
    public static bool Match(IReadOnlyList<string> globs, string postPath, string path)
    {
        foreach (string glob in globs)
        {
            if (PathPattern.IsMatch(Filled(glob, postPath), path))
                return true;
        }
        return false;
    }

    /// <summary>A text with the post's slug and date in it.</summary>
    public static string Filled(string text, string postPath) =>
        text.Contains('{', StringComparison.Ordinal)
            ? text.Replace("{slug}", SitePaths.SlugOf(postPath), StringComparison.Ordinal)
                .Replace("{date}", SitePaths.DateOf(postPath), StringComparison.Ordinal)
            : text;

    // The innermost braces that hold a comma.
    [GeneratedRegex(@"\{(?<list>[^{},]*,[^{}]*)\}", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Braces();

    [GeneratedRegex(@"\{(?:slug|date)\}|\\[{}]", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Placeholders();
}
