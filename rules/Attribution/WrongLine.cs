using System.Globalization;
using PostLint.Citing;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Rules.Attribution;

/// <summary>The line that cites the post disagrees with its front matter or edition.</summary>
internal sealed class WrongLine : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/wrong-line")
        {
            Summary = "The line that cites the post disagrees with its front matter or edition",
            Why = "Whoever copies the line would cite other authors, another title, venue or year than the post has.",
            Fix = "Paste the line that “postlint cite” prints.",
            Severity = Severity.Error,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationLine>()
            .And<CitationSource>((_, source) => source.NamesSomebody && source.Title.Text.Length > 0)
            .And<Edition>((line, source, edition) => Differs(line, PostCitation.Of(source, edition)))
            .Report(
                (line, source, edition) =>
                    At(
                        line,
                        $"The line does not match the front matter and the edition; expected: "
                            + $"{new Sensitive(PostCitation.Of(source, edition).Line)}"
                    )
            );

    private static bool Differs(CitationLine line, PostCitation expected) =>
        !Agreement.OfTexts(line.Title.Text, expected.Title)
        || (!Agreement.OfTexts(line.Venue.Text, expected.Venue) && !Agreement.OfTexts(line.Venue.Text, expected.BookTitle))
        || line.Year != expected.Year.ToString(CultureInfo.InvariantCulture)
        || !Agreement.OfShortAuthors(line.Authors.Text, expected.Authors);
}
