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
    public override Pattern Pattern => When<WebLink>(link => OwnRepository.IsCandidate(link) && link.HasAccount && link.Kind is not "gist")
        .And<Phrase>(Within.Sentence, (link, phrase) => phrase.Kind is "availability" && phrase.IsLeading && !phrase.IsQuoted && OwnRepository.Distance(link, phrase) < 120)
        .Unless<Phrase>(Within.Sentence, (link, phrase, other) => other.Kind is "others" or "placeholder")
        .Unless<Phrase>(Within.Sentence, (link, phrase, claim) => OwnRepository.Claims(link, claim))
        .Unless<Citation>(Within.Block)
        .Report((link, phrase) => At(link, $"{phrase.Quoted} announces {Shown.Target(link)}, which shows an account", link.Address.Text));
}
