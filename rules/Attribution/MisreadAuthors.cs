using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Attribution;

/// <summary>The citation would not name the authors as the list means them.</summary>
internal sealed class MisreadAuthors : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/misread-authors")
        {
            Summary = "The citation would not name the authors as the list means them",
            Why = "The layout splits the author list at semicolons and takes what stands before the first comma for the family name.",
            Fix = "Write the list as “Family, Given, Affiliation; Family, Given, Affiliation”.",
            Severity = Severity.Warning,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationSource>(source => !source.IsReadAsMeant && source.NamesSomebody)
            .With<Edition>()
            .Report(source =>
                At(source.Authors[0].Place, $"The layout would not read these as {source.Authors.Count} authors with family names first")
            );
}
