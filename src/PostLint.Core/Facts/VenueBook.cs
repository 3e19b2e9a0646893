using System.Text;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>What bibliographies call venues, read from a list of <c>Name: spelling; spelling</c>. Built once, then only read.</summary>
internal sealed class VenueBook
{
    private const int LongestAcronym = 12;
    private static readonly string[] s_fields = ["booktitle", "journal", "journaltitle", "venue", "series", "eventtitle"];
    private readonly List<(string Name, string Spelling)> _spellings = [];

    /// <summary>Reads a list.</summary>
    /// <exception cref="FormatException">A line has no name.</exception>
    public static VenueBook Read(string list)
    {
        var book = new VenueBook();
        foreach (string raw in list.Split('\n'))
        {
            string line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                throw new FormatException($"“{line}” names no venue.");
            foreach (
                string spelling in line[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
                book._spellings.Add((line[..colon], $" {spelling} "));
        }
        book._spellings.Sort((a, b) => b.Spelling.Length.CompareTo(a.Spelling.Length));
        return book;
    }

    /// <summary>The venue that an entry names; empty where it names none of the list.</summary>
    public string Of(BibliographyEntry entry)
    {
        foreach (string field in s_fields)
        {
            if (Of(entry.Field(field)) is { Length: > 0 } venue)
                return venue;
        }
        return "";
    }

    /// <summary>The venue that a text names, the longest spelling first; a preprint names none.</summary>
    public string Of(string text)
    {
        if (
            text.Length == 0
            || text.Contains("arxiv", StringComparison.OrdinalIgnoreCase)
            || text.Contains("corr", StringComparison.OrdinalIgnoreCase)
        )
            return "";
        string words = Words(LatexText.Decode(text));
        foreach ((string name, string spelling) in _spellings)
        {
            // One plain word, such as Nature, is a venue only where it is all that is said.
            bool isWord =
                spelling.AsSpan().Trim().IndexOf(' ') < 0
                && spelling.Trim().Length <= LongestAcronym
                && name.Any(char.IsLower)
                && name is not "NeurIPS";
            if (isWord ? words.Equals(spelling, StringComparison.Ordinal) : words.Contains(spelling, StringComparison.Ordinal))
                return name;
        }
        return "";
    }

    /// <summary>Lower-case words between blanks; digits end a word, so that ICML2020 is ICML.</summary>
    private static string Words(string text)
    {
        var words = new StringBuilder(" ");
        foreach (char c in text)
        {
            if (char.IsLetter(c))
                words.Append(char.ToLowerInvariant(c));
            else if (c is not ('.' or '\'' or '’' or '`') && words[^1] != ' ')
                words.Append(' ');
        }
        if (words[^1] != ' ')
            words.Append(' ');
        return words.ToString();
    }
}
