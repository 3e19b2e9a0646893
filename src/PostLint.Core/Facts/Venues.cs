using System.Buffers;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>
/// Reads from a bibliography entry whether its work was published at ICLR. A link to OpenReview proves nothing: other venues and rejected
/// papers have one too.
/// </summary>
public static class Venues
{
    private static readonly string[] s_fields = ["booktitle", "journal", "journaltitle", "venue", "series", "eventtitle"];
    private static readonly string[] s_links = ["url", "biburl", "bibsource", "ee", "html", "pdf", "howpublished"];
    private static readonly SearchValues<string> s_addresses = SearchValues.Create(
        ["dblp.org/rec/conf/iclr/", "dblp.uni-trier.de/rec/conf/iclr/", "proceedings.iclr.cc/", "iclr.cc/virtual/"],
        StringComparison.OrdinalIgnoreCase
    );
    private static readonly SearchValues<string> s_conferences = SearchValues.Create(
        ["conference on learning representations", "conf. on learning representations"],
        StringComparison.OrdinalIgnoreCase
    );
    private static readonly Needle s_field = new("learning representations"),
        s_acronym = new("ICLR");

    // Side events, and what was sent to the conference without being published there.
    private static readonly SearchValues<string> s_besides = SearchValues.Create(
        ["workshop", "blog", "tiny paper", "under review", "submitted", "submission", "withdrawn", "rejected", "in review"],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>Whether a key, a venue or an address of the entry proves it; false says only that nothing does.</summary>
    public static bool ProvesIclr(BibliographyEntry entry)
    {
        string[] venues = [.. s_fields.Select(field => Printed(entry.Field(field)))];
        if (venues.Append(Printed(entry.Field("note"))).Any(IsBeside))
            return false;
        return entry.Key.Text.Contains("conf/iclr/", StringComparison.OrdinalIgnoreCase)
            || venues.Any(IsIclr)
            || s_links.Any(link => IsAddress(entry.Field(link)));
    }

    /// <summary>Whether an entry says that its work was shown at a side event of the conference, or only sent to it.</summary>
    public static bool IsBesideIclr(BibliographyEntry entry) =>
        s_fields
            .Append("note")
            .Select(field => Printed(entry.Field(field)))
            .Any(text => IsBeside(text) && (HasAcronym(text) || s_field.In(text, 0) >= 0));

    /// <summary>Whether a venue, as bibliographies write it, is the main conference.</summary>
    public static bool IsIclr(string venue) => !IsBeside(venue) && (venue.AsSpan().ContainsAny(s_conferences) || HasAcronym(venue));

    private static bool IsBeside(string text) => text.AsSpan().ContainsAny(s_besides);

    private static bool IsAddress(string link) => link.AsSpan().ContainsAny(s_addresses) && !IsBeside(link);

    private static string Printed(string field) =>
        field.Length == 0 ? "" : string.Join(' ', LatexText.Decode(field).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>“ICLR” apart from letters: “ICLR’22”, “(ICLR)”, “ICLR2022”.</summary>
    private static bool HasAcronym(string venue)
    {
        int at = s_acronym.In(venue, 0);
        return at >= 0 && (at == 0 || !char.IsLetter(venue[at - 1])) && (at + 4 == venue.Length || !char.IsLetter(venue[at + 4]));
    }
}
