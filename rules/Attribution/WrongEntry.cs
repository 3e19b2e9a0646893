using System.Globalization;
using PostLint.Citing;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Rules.Attribution;

/// <summary>A field of the post’s BibTeX entry disagrees with its front matter or edition.</summary>
internal sealed class WrongEntry : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/wrong-entry")
        {
            Summary = "A field of the post’s BibTeX entry disagrees with its front matter or edition",
            Why = "Whoever copies the entry would cite other authors, another title, venue, year or address than the post has.",
            Fix = "Paste the entry that “postlint cite” prints.",
            Severity = Severity.Error,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationField>()
            .And<CitationSource>((_, source) => source.NamesSomebody && source.Title.Text.Length > 0)
            .And<Edition>()
            .Report(
                (value, source, edition) =>
                    Expected(value, PostCitation.Of(source, edition)) is { } expected
                        ? At(value, $"The entry’s {new Neutral(value.Name)} is “{value.Value}”; expected: “{new Sensitive(expected)}”")
                        : null
            );

    /// <summary>What the field should hold; null where it does, or where nothing is known of it.</summary>
    private static string? Expected(CitationField field, PostCitation citation) =>
        field.Name switch
        {
            "author" when !Agreement.OfAuthors(field.Value.Text, citation.Authors) => citation.AuthorField(),
            "title" when !Agreement.OfTexts(field.Value.Text, citation.Title) => citation.Title,
            "booktitle" when !Agreement.OfTexts(field.Value.Text, citation.BookTitle) => citation.BookTitle,
            "year" when !Agreement.OfTexts(field.Value.Text, citation.Year.ToString(CultureInfo.InvariantCulture)) =>
                citation.Year.ToString(CultureInfo.InvariantCulture),
            "url" when citation.Address.Length > 0 && !Agreement.OfAddresses(field.Value.Text, citation.Address) => citation.Address,
            "note"
                when citation.Address.Length > 0
                    && field.Value.Text.Contains("://", StringComparison.Ordinal)
                    && !Agreement.OfAddresses(field.Value.Text, citation.Address) => citation.Address,
            _ => null,
        };
}
