using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>Code lies in a personal gist.</summary>
internal sealed class PersonalGist : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/personal-gist")
        {
            Summary = "Code lies in a personal gist",
            Why = "A gist belongs to one person, whose account is part of the address.",
            Fix = "Put the code into the post or into an anonymous repository.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link =>
                link.Kind is "gist"
                && link.HasAccount
                && link.Use is not LinkUse.Reference
                && !PlaceholderNames.IsAnybody(link.Account.Text)
            )
            .With<Phrase>(Within.Sentence, (link, phrase) => phrase.Kind is "availability" or "ownership")
            .Unless<Phrase>(Within.Sentence, (link, phrase) => phrase.Kind is "others")
            .Unless<NamelessWorkFact>(OwnLinkFact.KeyOf, work => OwnLinkFact.KeyOf(work.Link), (_, work) => work.IsSure)
            .Report(link => At(link, $"The code is said to be available in a gist of the account {link.Account}", link.AccountKey.Text));
}
