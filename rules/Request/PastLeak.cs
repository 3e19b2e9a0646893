using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>An earlier commit of the request holds what a later one removed.</summary>
internal sealed class PastLeak : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/past-leak")
        {
            Summary = "An earlier commit of the request holds what a later one removed",
            Why = "Everybody can read the commits of a request, also those that were fixed; whoever wants to know looks there first.",
            Fix = "Squash the commits into one and force the push: git reset --soft BASE, git commit, git push --force.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CommittedLeak>()
            .And<Facts.Request>()
            .Report(
                (leak, request) =>
                    At(
                        leak,
                        $"Commit {leak.Commit} holds what {leak.Rule} finds; a later commit removed it, and all can still "
                            + $"read it. Squash: git reset --soft {new Neutral(request.Base)}, git commit, git push --force",
                        leak.Rule.Text
                    )
            );
}
