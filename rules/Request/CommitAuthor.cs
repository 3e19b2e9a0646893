using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The commits of the request name people.</summary>
internal sealed class CommitAuthor : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/commit-author")
        {
            Summary = "The commits of the request name people",
            Why =
                "A commit carries name and e-mail address of its author, and its message may name others; the request shows "
                + "them to everybody. Most tracks take this, since the account that opens a request shows as well.",
            Fix =
                "Where your track asks for anonymous commits: git config user.name Anonymous, git config user.email "
                + "anonymous@example.org, git commit --amend --reset-author, git push --force.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<CommitName>(by: named => 0)
            .Report(names => At(names[0], $"Commits of this request name {names[0].Name}{More(names)}", "names"));

    private static Neutral More(Group<CommitName> names) =>
        new(
            names.Select(named => named.Name.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count() - 1 is > 0 and int more
                ? $" and {more} other names or addresses"
                : ""
        );
}
