using System.Text;
using PostLint.Names;
using PostLint.Syntax;

namespace PostLint.Citing;

/// <summary>Whether two ways of writing a part of a citation mean the same: case, accents, punctuation and LaTeX aside.</summary>
public static class Agreement
{
    /// <summary>Titles, venues and the like: the same letters and digits in the same order.</summary>
    public static bool OfTexts(string one, string other) => Letters(one) == Letters(other);

    /// <summary>
    /// Addresses: scheme, <c>www.</c>, doubled and closing slashes aside, and dates in the path, which change when a post is published.
    /// </summary>
    public static bool OfAddresses(string one, string other) => Address(one) == Address(other);

    /// <summary>
    /// An author field and the authors of the post: as many, in the same order, each with the same family name and given names or their
    /// initials.
    /// </summary>
    /// <param name="field">The content of a BibTeX author field.</param>
    /// <param name="authors">The post's own.</param>
    public static bool OfAuthors(string field, IReadOnlyList<PersonName> authors)
    {
        IReadOnlyList<string> names = BibtexNames.Split(field);
        return names.Count == authors.Count && names.Zip(authors).All(pair => OfNames(pair.First, pair.Second));
    }

    /// <summary>The authors of a line: the first family name, then “et al.” or every other one.</summary>
    /// <param name="line">What stands before the title.</param>
    /// <param name="authors">The post's own.</param>
    public static bool OfShortAuthors(string line, IReadOnlyList<PersonName> authors)
    {
        string letters = Letters(line);
        if (authors.Count == 0 || !letters.Contains(Letters(authors[0].Family), StringComparison.Ordinal))
            return false;
        bool isCut = letters.EndsWith("etal", StringComparison.Ordinal) || letters.EndsWith("andothers", StringComparison.Ordinal);
        return isCut ? authors.Count > 1 : authors.All(author => letters.Contains(Letters(author.Family), StringComparison.Ordinal));
    }

    private static bool OfNames(string written, PersonName author)
    {
        List<string> words =
        [
            .. written.Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries).Select(Letters).Where(word => word.Length > 0),
        ];
        List<string> own =
        [
            .. author
                .Printed.Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(Letters)
                .Where(word => word.Length > 0),
        ];
        // A middle name may be left out, a given name cut to its initial; every other word must be there.
        List<string> rest = [.. words.Where(word => !own.Remove(word))];
        if (rest.Count == 0 && own.Count <= Math.Max(0, author.Given.Split(' ').Length - 1))
            return true;
        return rest.Count > 0 && rest.All(word => word.Length == 1 && own.RemoveAll(name => name[0] == word[0]) > 0);
    }

    /// <summary>The letters and digits of a text in lower case, accents taken off.</summary>
    internal static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (char letter in System.Net.WebUtility.HtmlDecode(LatexText.Decode(text)))
        {
            if (LatexText.Accent(letter) is { } accent)
                letters.Append(char.ToLowerInvariant(accent.Letter));
            else if (LatexText.Command(letter) is { } command)
                letters.Append(command.ToLowerInvariant());
            else if (char.IsLetterOrDigit(letter))
                letters.Append(char.ToLowerInvariant(letter));
        }
        return letters.ToString();
    }

    private static string Address(string text)
    {
        string bare = LatexText.Decode(text).Trim().Replace("url ", "", StringComparison.Ordinal);
        int scheme = bare.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            bare = bare[(scheme + 3)..];
        if (bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            bare = bare[4..];
        return string.Join(
                '/',
                bare.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 4 || !part.All(char.IsAsciiDigit))
            )
            .Replace("/index.html", "", StringComparison.OrdinalIgnoreCase)
            .ToUpperInvariant();
    }
}
