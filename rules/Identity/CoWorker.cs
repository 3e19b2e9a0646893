using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The authors name somebody they work with.</summary>
internal sealed class CoWorker : Rule
{
    private const int Reach = 40; // UTF-16 units between the words and the name: an adjective, a title, a bracket

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/co-worker")
        {
            Summary = "The authors name somebody they work with",
            Why = "Colleagues, advisors and students stand on the same papers and pages as the authors.",
            Fix = "Leave the name out until the camera-ready version.",
            Severity = Severity.Warning,
            CodeFix = CodeFixes.DropClause,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(IsClaim)
            .And<NameMention>(Within.Sentence, IsBehind)
            .Unless<Phrase>(Within.Sentence, (phrase, name, other) => other.Kind is "affiliation" or "placeholder" or "others")
            .Unless<Citation>(Within.Sentence, (phrase, name, citation) => citation.Place.Start - name.Place.Span.End is >= 0 and < Reach)
            .Report((phrase, name) => At(name, $"{phrase.Quoted} names {name.Name} as somebody the authors work with", name.Name.Text));

    private static bool IsBehind(Phrase phrase, NameMention name) =>
        name.Kind is NameKind.Person && name.Place.Start - phrase.Place.Span.End is >= -1 and < Reach;

    private static bool IsClaim(Phrase phrase) =>
        phrase.Kind is "co-worker"
        && !phrase.IsQuoted
        && phrase.Place.Context is not (TextContext.Code or TextContext.BibliographyField or TextContext.Attribute);
}
