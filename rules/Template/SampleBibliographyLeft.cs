using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Rules.Template;

/// <summary>The bibliography holds the sample post’s entry only.</summary>
internal sealed class SampleBibliographyLeft : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/sample-bibliography-left")
        {
            Summary = "The bibliography holds the sample post’s entry only",
            Why = "The one entry is the template’s and the post does not cite it; whatever the post does cite is missing here.",
            Fix = "List the works that the post cites, or leave the file out.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.WholePost,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<BibliographyEntry>(by: entry => entry.Place.File)
            .Where(entries => entries.Count == 1 && entries[0].Key.Text is "gregor2015draw")
            .Unless<CitedKey>((entries, cited) => cited.Key == entries[0].Key)
            .Report(entries => At(entries[0], $"The only entry of this bibliography is the sample post’s, and nothing cites it"));
}
