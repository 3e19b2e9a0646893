namespace PostLint.Facts;

/// <summary>Tells the names and details that say nothing from those that do.</summary>
internal static class People
{
    // The people and values of the track's own template and sample posts.
    private static readonly HashSet<string> s_template = new(StringComparer.OrdinalIgnoreCase)
    {
        "albert einstein", "boris podolsky", "nathan rosen", "marie curie", "einstein, albert", "podolsky, boris", "rosen, nathan", "curie, marie", "you, me", "john doe", "jane doe", "doe, john", "doe, jane",
        "https://en.wikipedia.org/wiki/albert_einstein", "https://en.wikipedia.org/wiki/boris_podolsky", "https://en.wikipedia.org/wiki/nathan_rosen", "https://en.wikipedia.org/wiki/marie_curie",
        "ias, princeton", "institute for advanced study", "lastname, firstname", "last name, first name", "first last", "firstname lastname", "bob, bobby", "alice, alicia",
    };

    private static readonly string[] s_physicists = ["albert einstein", "boris podolsky", "nathan rosen", "marie curie"];

    private static readonly HashSet<string> s_placeholder = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "-", "?", ".", "x", "xx", "xxx", "n/a", "na", "none", "null", "nil", "tba", "tbd", "todo", "name", "your name", "author name", "names", "#", "~", "[]", "{}", "url", "affiliation", "affiliations", "institution", "university", "email",
        "author", "authors", "true", "false", "redacted", "removed", "hidden", "withheld", "omitted", "blinded", "double blind", "double-blind", "under review", "https://", "http://", "your affiliation", "unknown", "me", "us",
    };

    /// <summary>Whose name a text is.</summary>
    public static AuthorStanding StandingOf(string name)
    {
        string bare = name.Trim().Trim('"', '\'', '[', ']', '*', '_', '<', '>', '(', ')').Trim();
        if (bare.Contains("anonym", StringComparison.OrdinalIgnoreCase) || bare.Equals("anon", StringComparison.OrdinalIgnoreCase) || bare.Equals("anon.", StringComparison.OrdinalIgnoreCase)) return AuthorStanding.Anonymous;
        if (s_template.Contains(bare) || s_physicists.Any(name => bare.StartsWith(name, StringComparison.OrdinalIgnoreCase))) return AuthorStanding.Template;
        if (s_placeholder.Contains(bare) || IsNumbered(bare) || !bare.Any(char.IsLetter)) return AuthorStanding.Placeholder;
        return AuthorStanding.Named;
    }

    /// <summary>Whether a text has the shape of a name: few words, each with a capital, apart from particles.</summary>
    public static bool LooksLikeName(string text)
    {
        string[] words = text.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 6 && char.IsUpper(words[0][0]) && words.All(word => !char.IsAsciiLetterLower(word[0]) || word.Length <= 3) && !text.Contains(':', StringComparison.Ordinal);
    }

    /// <summary>Whether an address or affiliation says something.</summary>
    public static AuthorStanding StandingOfDetail(string value)
    {
        string bare = value.Trim().TrimEnd('/');
        AuthorStanding standing = StandingOf(bare);
        if (standing is not AuthorStanding.Named) return standing;
        if (bare.Contains("example.", StringComparison.OrdinalIgnoreCase) && !bare.Contains('@', StringComparison.Ordinal)) return AuthorStanding.Placeholder;
        string last = bare[(bare.LastIndexOf('/') + 1)..].TrimStart('~', '@');
        if (last.StartsWith("anon", StringComparison.OrdinalIgnoreCase)) return AuthorStanding.Anonymous;
        if (bare.Contains("4open.science", StringComparison.OrdinalIgnoreCase) || bare.Contains("openreview.net/forum", StringComparison.OrdinalIgnoreCase)) return AuthorStanding.Anonymous;
        if (bare.Contains("blogpost", StringComparison.OrdinalIgnoreCase) && bare.Contains("iclr", StringComparison.OrdinalIgnoreCase)) return AuthorStanding.Template;
        return bare.Length < 2 ? AuthorStanding.Placeholder : AuthorStanding.Named;
    }

    /// <summary>“Author 1”, “Author A”, “First Author”, “Affiliation 2”.</summary>
    private static bool IsNumbered(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 1 or 2 && words.Any(word => word.TrimEnd('1', '2', '3', '4', '5', '6', '7', '8', '9', '0').ToUpperInvariant() is "AUTHOR" or "AUTHOR#" or "AFFILIATION" or "NAME" or "INSTITUTION")
            && words.All(word => word.Length <= 2 || word.ToUpperInvariant().TrimEnd('1', '2', '3', '4', '5', '6', '7', '8', '9', '0') is "AUTHOR" or "AFFILIATION" or "NAME" or "INSTITUTION" or "FIRST" or "SECOND" or "THIRD" or "LAST");
    }
}
