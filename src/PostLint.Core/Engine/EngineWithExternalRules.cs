using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Engine;

/// <summary>Runs rules, and then external ones over what was found and concluded.</summary>
/// <param name="inner">Runs the rules; null for none.</param>
/// <param name="external">The others.</param>
internal sealed class EngineWithExternalRules(IEngine? inner, IReadOnlyList<ExternalRule> external) : IEngine
{
    /// <inheritdoc/>
    public RunResult Run(IEnumerable<Fact> facts, CancellationToken cancellation = default)
    {
        Fact[] given = [.. facts];
        RunResult result = inner?.Run(given, cancellation) ?? new([], []);
        Evidence[] known = [.. given.Select(fact => new Evidence(fact, [])), .. result.Concluded];
        RunResult[] others = [.. external.Select(rule => rule.Engine.Run(known, cancellation))];
        return result with
        {
            Findings =
            [
                .. result
                    .Findings.Concat(others.SelectMany(other => other.Findings))
                    .OrderBy(finding => finding.Place)
                    .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal),
            ],
            Faults = [.. result.Faults, .. others.SelectMany(other => other.Faults)],
            Stops = [.. result.Stops, .. others.SelectMany(other => other.Stops)],
        };
    }
}
