using System.Collections.Frozen;

namespace PostLint.Syntax;

/// <summary>The names that bibliographies use, so that a known one costs no string, and which fields hold remarks of people.</summary>
internal static class BibtexFields
{
    private static readonly FrozenDictionary<string, Known>.AlternateLookup<ReadOnlySpan<char>> s_fields = Table(
        // BibTeX's and natbib's own.
        "address author booktitle chapter crossref doi edition editor eid institution isbn issn issue journal key language "
            + "month number organization "
            + "pages publisher school series title type url volume year "
            +
            // biblatex's.
            "date eprint eprinttype eprintclass journaltitle langid location pagetotal rights shortjournal shorttitle subtitle "
            + "eventdate eventtitle pubstate titleaddon urldate venue version "
            +
            // What sites and reference managers add.
            "abstract abstractnote archiveprefix arxivid bibsource biburl citeulike-article-id file groups issn_online "
            + "keywords local-url mendeley-groups mendeley-tags month_numeric numpages "
            + "copyright ee fjournal hal_id hal_version lccn mrclass mrnumber mrreviewer owner pdf pmid primaryclass timestamp "
            + "bdsk-url-1 date-added date-modified articleno issue_date",
        "note annote annotation comment comments review howpublished"
    );

    private static readonly FrozenDictionary<string, Known>.AlternateLookup<ReadOnlySpan<char>> s_types = Table(
        "article book booklet conference inbook incollection inproceedings manual mastersthesis misc online phdthesis "
            + "proceedings report software string preamble techreport thesis unpublished dataset",
        "comment"
    );

    /// <summary>A field's lower-case name, and whether its value is a text of its own; unknown fields are.</summary>
    public static (string Name, bool IsRemark) Field(ReadOnlySpan<char> name) =>
        s_fields.TryGetValue(name, out Known? known) ? (known.Name, known.IsRemark) : (Lower(name), true);

    /// <summary>An entry type in lower case.</summary>
    public static string Type(ReadOnlySpan<char> name) => s_types.TryGetValue(name, out Known? known) ? known.Name : Lower(name);

    private static string Lower(ReadOnlySpan<char> name)
    {
        Span<char> lower = name.Length <= 64 ? stackalloc char[name.Length] : new char[name.Length];
        name.ToLowerInvariant(lower);
        return new(lower);
    }

    private static FrozenDictionary<string, Known>.AlternateLookup<ReadOnlySpan<char>> Table(string names, string remarks)
    {
        var table = new Dictionary<string, Known>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in names.Split(' '))
            table[name] = new(name, IsRemark: false);
        foreach (string name in remarks.Split(' '))
            table[name] = new(name, IsRemark: true);
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private sealed record Known(string Name, bool IsRemark);
}
