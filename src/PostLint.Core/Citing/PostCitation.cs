using System.Globalization;
using System.Text;
using PostLint.Facts;
using PostLint.Names;

namespace PostLint.Citing;

/// <summary>How an accepted post is cited: a sentence that leads in, a line, and a BibTeX entry.</summary>
/// <param name="Authors">In the order of the post.</param>
/// <param name="Title">Without markup.</param>
/// <param name="BookTitle">What the edition's posts are cited under.</param>
/// <param name="Venue">The same, as the line has it.</param>
/// <param name="Year">The edition's year.</param>
/// <param name="Address">Where the post is published; empty where the edition does not say.</param>
public sealed record PostCitation(IReadOnlyList<PersonName> Authors, string Title, string BookTitle, string Venue, int Year, string Address)
{
    private const int KeyWords = 3; // words of the title in the key, as the tracks' layouts take them

    /// <summary>The sentence above the line.</summary>
    public static string LeadIn => "For attribution in academic contexts, please cite this work as";

    /// <summary>The sentence above the entry.</summary>
    public static string EntryLeadIn => "BibTeX citation";

    /// <summary>How an edition cites a post.</summary>
    public static PostCitation Of(CitationSource source, Edition edition) =>
        new(
            [.. source.Authors.Select(author => author.Parts)],
            source.Title.Text,
            edition.BookTitle,
            edition.Venue.Length > 0 ? edition.Venue : edition.BookTitle,
            edition.Year,
            AddressOf(source, edition)
        );

    /// <summary>Authors in short form: one, two, or the first of many.</summary>
    public string ShortAuthors =>
        Authors switch
        {
            [] => "",
            [var one] => one.Short,
            [var first, var second] => $"{first.Short} & {second.Short}",
            [var first, ..] => $"{first.Short}, et al.",
        };

    /// <summary>The line: <c>Doe, et al., "Title", Venue, 2030.</c></summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{ShortAuthors}, \"{Title}\", {Venue}, {Year}.");

    /// <summary>The key of the entry: first family name, year and the title's first words; lower-case ASCII.</summary>
    public string Key
    {
        get
        {
            string family = Plain(Authors.Count > 0 ? Authors[0].Family : "");
            string words = string.Concat(
                Title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(word => word.Length > 0).Take(KeyWords)
            );
            return string.Create(CultureInfo.InvariantCulture, $"{(family.Length > 0 ? family : "post")}{Year}{words}");
        }
    }

    /// <summary>The author field.</summary>
    /// <param name="isAscii">Whether accents are written as LaTeX commands.</param>
    public string AuthorField(bool isAscii = false) => string.Join(" and ", Authors.Select(author => author.ToBibtex(isAscii)));

    /// <summary>The BibTeX entry.</summary>
    /// <param name="isAscii">Whether accents are written as LaTeX commands.</param>
    public string Entry(bool isAscii = false)
    {
        var entry = new StringBuilder();
        entry.Append(
            CultureInfo.InvariantCulture,
            $"@inproceedings{{{Key},\n  author = {{{AuthorField(isAscii)}}},\n  title = {{{TitleField(isAscii)}}},\n"
        );
        entry.Append(CultureInfo.InvariantCulture, $"  booktitle = {{{LatexEscape.Text(BookTitle, isAscii)}}},\n  year = {{{Year}}}");
        if (Address.Length > 0)
            entry.Append(CultureInfo.InvariantCulture, $",\n  note = {{{Address}}},\n  url = {{{Address}}}");
        return entry.Append("\n}").ToString();
    }

    /// <summary>The title with braces around words whose capitals a bibliography style must not lower.</summary>
    private string TitleField(bool isAscii) =>
        string.Join(
            ' ',
            Title
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word =>
                {
                    string escaped = LatexEscape.Text(word, isAscii);
                    bool isProtected =
                        word.Count(char.IsUpper) > 1
                        || word.Skip(1).Any(char.IsUpper)
                        || (word.Any(char.IsUpper) && word.Any(char.IsDigit));
                    return isProtected ? $"{{{escaped}}}" : escaped;
                })
        );

    private static string AddressOf(CitationSource source, Edition edition)
    {
        string[] parts = source.Slug.Split('-', 4);
        bool isDated = parts.Length == 4 && parts[..3].All(part => part.Length > 0 && part.All(char.IsAsciiDigit));
        string name = isDated ? parts[3] : source.Slug;
        if (edition.Address.Length == 0 || name.Length == 0)
            return "";
        string date =
            isDated ? string.Join('-', parts[..3])
            : edition.Dates.Count > 0 ? edition.Dates[0]
            : "--";
        string[] numbers = date.Split('-');
        return edition
            .Address.Replace("{year}", numbers[0], StringComparison.Ordinal)
            .Replace("{month}", numbers[1], StringComparison.Ordinal)
            .Replace("{day}", numbers[2], StringComparison.Ordinal)
            .Replace("{name}", name, StringComparison.Ordinal);
    }

    private static string Plain(string text) => new([.. Agreement.Letters(text).Where(char.IsAsciiLetterOrDigit)]);
}
