using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Attribution;

/// <summary>The post’s BibTeX entry lacks a field.</summary>
internal sealed class IncompleteEntry : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/incomplete-entry")
        {
            Summary = "The post’s BibTeX entry lacks a field",
            Why =
                "The tracks’ entries have author, title, booktitle, year, note and url; without them a bibliography cannot "
                + "say what the post is.",
            Fix = "Paste the entry that “postlint cite” prints.",
            Severity = Severity.Warning,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationEntry>(entry => Lacking(entry).Length > 0)
            .With<Edition>()
            .Report(entry => At(entry, $"The entry lacks {new Neutral(Lacking(entry))}"));

    private static readonly string[] s_fields = ["author", "title", "booktitle", "year", "note", "url"];

    private static string Lacking(CitationEntry entry) => string.Join(", ", s_fields.Where(field => !entry.Fields.ContainsKey(field)));
}
