using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>Page metadata (meta tags, JSON-LD) name an author.</summary>
internal sealed class PageMetadata : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/page-metadata")
        {
            Summary = "Page metadata (meta tags, JSON-LD) name an author",
            Why = "Search engines, social cards and whoever reads the source see what meta elements and structured data say.",
            Fix = "Delete the element, or let it say Anonymous.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AuthorEntry>(entry => entry.Origin is AuthorOrigin.Page && entry.Standing is AuthorStanding.Named)
            .Report(entry => At(entry, $"The metadata of the page name {entry.Name} as an author"));
}
