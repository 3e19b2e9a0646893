using System.Text.RegularExpressions;

namespace PostLint.Names;

/// <summary>An author of an author line.</summary>
/// <param name="Name">The name, without affiliation.</param>
/// <param name="Affiliation">What stands behind it; empty where nothing does.</param>
public sealed record LineAuthor(PersonName Name, string Affiliation);

/// <summary>
/// Reads author lists that are one text: <c>Doe, Jane, Example Corp; Roe, Rick (Example University)</c>, and what people write instead.
/// </summary>
public static partial class AuthorLine
{
    /// <summary>The authors in their order.</summary>
    /// <param name="line">The text.</param>
    /// <param name="isOfCall">Whether it has the form that layouts split: semicolons between authors, family name first.</param>
    public static IReadOnlyList<LineAuthor> Read(string line, out bool isOfCall)
    {
        isOfCall = true;
        string[] entries = line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (entries.Length != 1)
            return [.. entries.Select(Author)];
        string[] joined = And().IsMatch(Bare(entries[0]))
            ? [.. And().Split(entries[0]).Select(part => part.Trim(' ', ',')).Where(part => part.Length > 0)]
            : entries;
        string[] listed = [.. joined.SelectMany(Listed)];
        isOfCall = listed.Length == 1 && Bare(entries[0]).Contains(',', StringComparison.Ordinal);
        return [.. listed.Select(Author)];
    }

    /// <summary>The parts of “Jane Doe, Rick Roe”; “Doe, Jane” is one.</summary>
    private static string[] Listed(string entry)
    {
        string[] parts = Bare(entry).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 1 && parts.All(IsWholeName) ? parts : [entry];
    }

    private static LineAuthor Author(string entry)
    {
        string affiliation = Bracket().Match(entry) is { Success: true } bracket ? bracket.Groups[1].Value.Trim() : "";
        string[] parts = Bare(entry).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts is [var only])
            return new(Single(only), affiliation);
        int used = parts is [_, "Jr." or "Jr" or "Sr." or "Sr" or "II" or "III" or "IV", _, ..] ? 3 : Math.Min(2, parts.Length);
        return new(
            PersonName.Parse(string.Join(", ", parts[..used])),
            affiliation.Length > 0 ? affiliation : string.Join(", ", parts[used..])
        );
    }

    /// <summary>Given name first, or the family name before initials: “Doe J. K.”.</summary>
    private static PersonName Single(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int initials = words
            .Reverse()
            .TakeWhile(word =>
                word.Length <= 4
                && word.EndsWith('.')
                && char.IsUpper(word[0])
                && !word.Equals("Jr.", StringComparison.OrdinalIgnoreCase)
                && !word.Equals("Sr.", StringComparison.OrdinalIgnoreCase)
            )
            .Count();
        return initials > 0 && initials < words.Length
            ? PersonName.Parse($"{string.Join(' ', words[..^initials])}, {string.Join(' ', words[^initials..])}")
            : PersonName.Parse(name);
    }

    private static string Bare(string entry) => Bracket().Replace(entry, "").Trim();

    /// <summary>Two or more words, all with capitals, and no institution.</summary>
    private static bool IsWholeName(string part)
    {
        string[] words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and < 5
            && words.All(word => char.IsUpper(word[0]))
            && !words.Any(word => NameShapes.IsOrganisation(word));
    }

    [GeneratedRegex("""\s*\(([^()]{0,300})\)\s*""", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Bracket();

    [GeneratedRegex("""\s+(?:and|&)\s+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex And();
}
