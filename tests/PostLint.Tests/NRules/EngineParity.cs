using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.NRules;
using PostLint.Rules;
using PostLint.Tests.Engine;
using PostLint.Text;

namespace PostLint.Tests.NRules;

/// <summary>Compares the engines: findings in their order, evidence to its roots, faults, stops, and how much was tried.</summary>
internal static class EngineParity
{
    private const int Deepest = 3; // levels of evidence that are compared

    /// <summary>Runs random rules over random facts; some have to make do with few tries.</summary>
    /// <param name="ruleSets">How many sets of rules.</param>
    /// <param name="factSets">How many sets of facts each runs over.</param>
    /// <exception cref="InvalidOperationException">The engines differ; the message says where.</exception>
    public static Compared OfRandomRules(int ruleSets, int factSets)
    {
        var all = new Compared(0, 0, 0, 0, 0);
        for (int seed = 0; all.RuleSets < ruleSets; seed++)
        {
            var random = new Random(seed);
            if (RandomRules.Set(random) is not { } rules)
                continue;
            int tries = random.Next(3) == 0 ? random.Next(20, 3_000) : Matcher.DefaultTries;
            var matcher = new Matcher(rules, tries);
            var rete = new ReteEngine(rules, tries);
            all = all with { RuleSets = all.RuleSets + 1 };
            for (int i = 0; i < factSets; i++)
            {
                Fact[] facts = RandomRules.Facts(new Random((seed * 31) + i));
                string[] own = Show(matcher.Run(facts, out long ownTries), ownTries),
                    other = Show(rete.Run(facts, out long otherTries), otherTries);
                if (!own.SequenceEqual(other))
                    throw new InvalidOperationException(Difference($"set {seed}, facts {i}", own, other));
                all = all with
                {
                    Findings = all.Findings + own.Count(line => line[0] == 'r'),
                    Chained = all.Chained + own.Count(line => line.Contains("<=", StringComparison.Ordinal)),
                    Faults = all.Faults + own.Count(line => line.StartsWith("fault", StringComparison.Ordinal)),
                    Stops = all.Stops + own.Count(line => line.StartsWith("stop", StringComparison.Ordinal)),
                };
            }
        }
        return all;
    }

    /// <summary>What two runs say, and the first line in which they differ.</summary>
    public static string Difference(string what, string[] own, string[] other)
    {
        int at = own.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{what}: the matcher says “{own.ElementAtOrDefault(at)}”, NRules “{other.ElementAtOrDefault(at)}”";
    }

    /// <summary>All that a run says, a line each.</summary>
    public static string[] Show(SubmissionResult result) => Show(new RunResult(result.Findings, result.Faults) { Stops = result.Stops }, 0);

    private static string[] Show(RunResult result, long tries) =>
        [
            .. result.Findings.Select(finding =>
                (
                    $"{finding.Rule.Id} {finding.Place.File}:{finding.Place.Start} {finding.Severity} {finding.Message.Reveal()} "
                    + $"{string.Join(' ', finding.OtherPlaces.Select(place => place.Start))} "
                    + $"{string.Join(" | ", finding.Derivations.Select(derivation => Show(derivation, 0)))}"
                )
            ),
            .. result.Faults.Select(fault =>
                $"fault {fault.Rule.Id} {fault.Count} {fault.Exception.GetType().Name} {fault.Exception.Message}"
            ),
            .. result.Stops.Select(stop => $"stop {stop.Rule.Id} {stop.Tries} {stop.Place}"),
            .. result.Concluded.Select(known => $"known {Show(known, 0)}"),
            $"tries {tries}",
        ];

    private static string Show(Derivation derivation, int depth) =>
        $"{derivation.Rule.Id}({string.Join(", ", derivation.Premises.Select(premise => Show(premise, depth)))})";

    private static string Show(Evidence premise, int depth) =>
        depth >= Deepest || premise.Derivations.Count == 0
            ? Show(premise.Fact)
            : $"{Show(premise.Fact)}<={{{string.Join(" | ", premise.Derivations.Select(derivation => Show(derivation, depth + 1)))}}}";

    private static string Show(Fact fact) => $"{fact.GetType().Name}{NumberOf(fact)}@{fact.Place.File}:{fact.Place.Start}";

    private static string NumberOf(Fact fact) => fact is Red or Green or Blue or Sum or Seen ? $"{RandomRules.Number(fact)}" : "";
}

/// <summary>What was compared.</summary>
/// <param name="RuleSets">Sets of rules.</param>
/// <param name="Findings">Findings.</param>
/// <param name="Chained">Findings and conclusions that rest on conclusions.</param>
/// <param name="Faults">Rules that threw.</param>
/// <param name="Stops">Rules that spent all they might.</param>
internal sealed record Compared(int RuleSets, int Findings, int Chained, int Faults, int Stops);
