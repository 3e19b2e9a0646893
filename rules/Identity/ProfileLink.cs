using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Rules.Identity;

/// <summary>A profile is presented as the authors’ own.</summary>
public sealed class ProfileLink : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("identity/profile-link")
    {
        Summary = "A profile is presented as the authors’ own",
        Why = "A profile or homepage is its owner.",
        Fix = "Delete the link.",
        Severity = Severity.Error,
    };

    /// <inheritdoc/>
    public override Pattern Pattern => When<WebLink>(link => link.Kind is "profile" or "site" or "" && !WellKnown.IsPaper(link.Host) && link.Use is LinkUse.Anchor or LinkUse.Text or LinkUse.Comment)
        .And<Phrase>(Within.Sentence, (link, phrase) => phrase.Kind is "profile" && !phrase.IsQuoted && OwnRepository.Distance(link, phrase) < 30)
        .Unless<Phrase>(Within.Sentence, (link, phrase, other) => other.Kind is "others")
        .Report((link, phrase) => At(link, $"{phrase.Quoted} presents {link.Address} as the authors’ own", link.Address.Text));
}
