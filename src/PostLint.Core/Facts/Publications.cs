using System.Globalization;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>Whether something holds.</summary>
public enum Proof
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>Something shows that it does.</summary>
    Proven,

    /// <summary>Something shows that it does not.</summary>
    Contradicted,
}

/// <summary>What an entry of the bibliography shows of where its work was published.</summary>
/// <param name="Key">The entry's key.</param>
/// <param name="AtIclr">Whether it was published at the main conference of ICLR.</param>
/// <param name="Venue">The venue that it names; empty where it names none that is known.</param>
/// <param name="Year">The year; 0 where there is none.</param>
/// <param name="Title">The title, without markup.</param>
/// <param name="AuthorField">The authors as the entry has them.</param>
/// <param name="Place">The entry.</param>
public sealed record Publication(Sensitive Key, Proof AtIclr, Neutral Venue, int Year, Sensitive Title, Sensitive AuthorField, Place Place)
    : Fact(Place)
{
    /// <summary>
    /// The authors, given names first. Those of one work are one another’s co-authors in its year: all works of a bibliography together are
    /// its graph of co-authors.
    /// </summary>
    public IReadOnlyList<string> Authors => BibtexNames.Split(AuthorField.Text);
}

/// <summary>
/// Reads from each entry of a bibliography where its work was published. An address at OpenReview or arXiv shows nothing: other venues' and
/// rejected papers have one, too.
/// </summary>
/// <param name="venues">What bibliographies call venues.</param>
internal sealed class PublicationExtractor(Lazy<VenueBook> venues) : IExtractor
{
    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Bibliography)
            return;
        foreach (BibliographyEntry entry in BibliographyExtractor.EntriesOf(document))
            facts.Add(Read(entry));
    }

    /// <summary>What an entry shows.</summary>
    public Publication Read(BibliographyEntry entry)
    {
        string venue = venues.Value.Of(entry);
        bool isProven = Venues.ProvesIclr(entry);
        bool isElsewhere = !isProven && (Venues.IsBesideIclr(entry) || (venue.Length > 0 && venue != "ICLR"));
        int year = int.TryParse(entry.Field("year").Trim('{', '}', '"'), CultureInfo.InvariantCulture, out int number) ? number : 0;
        return new(
            entry.Key.Text,
            isProven ? Proof.Proven
                : isElsewhere ? Proof.Contradicted
                : Proof.Unknown,
            new(venue),
            year,
            LatexText.Decode(entry.Field("title")),
            entry.Field("author"),
            entry.Place
        );
    }
}
