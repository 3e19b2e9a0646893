using System.Globalization;
using System.Text.RegularExpressions;

namespace PostLint.Tests.PullRequests;

/// <summary>
/// What the tracks' own filter decides, written from its public description: it makes a slug of the title, asks for the edition's year and
/// a day before it, and closes a request where a changed file begins like none of the places of a post of that name.
/// </summary>
internal static partial class TrackFilter
{
    /// <summary>Whether a request is closed.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="changed">Paths that it adds, changes or deletes.</param>
    /// <param name="year">The edition's.</param>
    public static bool Closes(string title, IReadOnlyList<string> changed, int year)
    {
        if (changed.Count == 0)
            return false;
        string slug = SlugOf(title),
            name = Regex.Escape(slug);
        string[] places = [$"_posts/{name}.md", $"assets/img/{name}/*", $"assets/html/{name}/*", $"assets/bibliography/{name}.bib"];
        return !Regex.IsMatch(slug, $@"\A{year.ToString(CultureInfo.InvariantCulture)}-\d\d-\d\d-.+")
            || changed.Any(path => !places.Any(place => Regex.IsMatch(path, $@"\A{place}")));
    }

    private static string SlugOf(string title)
    {
        string text = title.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal);
        foreach ((string letter, string ascii) in (ReadOnlySpan<(string, string)>)[("é", "e"), ("ü", "u"), ("ß", "ss"), ("’", "")])
            text = text.Replace(letter, ascii, StringComparison.Ordinal);
        return Apart().Replace(DigitComma().Replace(text, ""), "-").Trim('-');
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Apart();

    [GeneratedRegex(@"(?<=\d),(?=\d)")]
    private static partial Regex DigitComma();
}
