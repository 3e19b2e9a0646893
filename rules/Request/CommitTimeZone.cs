using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The commits of the request show a time zone.</summary>
internal sealed class CommitTimeZone : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/commit-time-zone")
        {
            Summary = "The commits of the request show a time zone",
            Why = "With the topic of a post, a time zone leaves fewer candidates; it identifies nobody by itself.",
            Fix = "Where it matters to you: TZ=UTC git commit --amend --reset-author --no-edit, and force the push.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<CommitZone>(by: zone => 0)
            .Report(zones => At(zones[0], $"Commits of this request were made in the time zone {zones[0].Offset}", "zone"));
}
