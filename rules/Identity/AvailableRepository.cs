using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixing;
using PostLint.Syntax;

namespace PostLint.Rules.Identity;

/// <summary>Code is said to be available on an account.</summary>
public sealed class AvailableRepository : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("identity/available-repository")
    {
        Summary = "Code is said to be available on an account",
        Why = "A post that announces its code in passing is as a rule announcing its authors’ code.",
        Fix = "Link an anonymous copy; if the code is somebody else’s, say whose it is.",
        Mend = Mends.ReplaceLink,
        Severity = Severity.Warning,
    };

    /// <inheritdoc/>
    public override Pattern Pattern => When<Mention>(mention => IsCandidate(mention.Link))
        .And<Phrase>(Within.Sentence, Announces)
        .Unless<Phrase>(Within.Sentence, (mention, phrase, other) => OwnLink.IsOther(other))
        .Unless<OwnLinkFact>((mention, phrase) => OwnLinkFact.KeyOf(mention.Link), own => OwnLinkFact.KeyOf(own.Link))
        .Unless<Citation>(Within.Block, (mention, phrase, citation) => !citation.Place.Span.Overlaps(mention.Place.Span))
        .Report((mention, phrase) =>
            At(mention.Link, $"{phrase.Quoted} announces {Shown.Target(mention.Link)}, which shows an account", mention.Link.Address.Text));

    private static bool IsCandidate(WebLink link) => OwnLink.IsCandidate(link) && link.HasAccount && link.Kind is not "gist";

    private static bool Announces(Mention mention, Phrase phrase) =>
        phrase.Kind is "availability" && phrase.IsLeading && !phrase.IsQuoted && mention.DistanceTo(phrase.Place) < 120;
}
