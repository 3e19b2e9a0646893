using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A link leads to what looks like a private copy of the track’s repository.</summary>
internal sealed class LikelyTrackFork : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/likely-track-fork")
        {
            Summary = "A link leads to what looks like a private copy of the track’s repository",
            Why =
                "The track names its repositories by the year; a repository of that name on a private account is "
                + "usually a copy of one.",
            Fix = "Refer to the submission’s own files by relative paths; if the repository is something else, say whose it is.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link =>
                link.Kind is "code"
                && TrackRepository.IsPrivate(link)
                && TrackRepository.IsNamed(link)
                && !TrackRepository.IsNamedAsMany(link)
            )
            .With<FileEntry>(TrackRepository.IsOfYear)
            .Unless<TrackForkFact>(OwnLinkFact.KeyOf, fork => OwnLinkFact.KeyOf(fork.Link))
            .Unless<OwnLinkFact>(OwnLinkFact.KeyOf, own => OwnLinkFact.KeyOf(own.Link))
            .Unless<Phrase>(Within.Sentence, (link, phrase) => OwnLink.IsOther(phrase))
            .Unless<AccountClue>(
                OwnLinkFact.KeyOf,
                clue => OwnLinkFact.KeyOf(clue.Mention.Link),
                (_, clue) =>
                    clue.Clue is "resembles-name" or "cited-beside"
                    || s_others.Any(kind => clue.Clue.StartsWith(kind, StringComparison.Ordinal))
            )
            .Report(link =>
                At(link, $"{MessageParts.Target(link)} is named like the track’s repository of this year", link.AccountKey.Text)
            );

    private static readonly string[] s_others = ["by-name-", "possessive-", "authors-", "their-", "thanks-"];
}
