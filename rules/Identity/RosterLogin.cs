using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A user name of one of the authors stands in a path, log or asset.</summary>
public sealed class RosterLogin : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-login")
        {
            Summary = "A user name of one of the authors stands in a path, log or asset",
            Why = "It is made of the name of an author, as logins are, or the roster lists it.",
            Fix = "Write the path without the home folder; clean the file.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Trace>(trace =>
                trace.Kind
                    is TraceKind.HomePath
                        or TraceKind.ClusterPath
                        or TraceKind.ShellPrompt
                        or TraceKind.LoginLine
                        or TraceKind.HubAccount
                        or TraceKind.GitRemote
            )
            .And<RosterLoginFact>(
                trace => RosterLoginFact.KeyOf(trace.Value.Text),
                own => own.Key,
                (trace, own) => own.Is(trace.Value.Text)
            )
            .Report((trace, own) => At(trace, $"{trace.Value} is a user name of one of the authors", trace.Value.Text.ToUpperInvariant()));
}
