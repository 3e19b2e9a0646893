using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Reporting;

/// <summary>A fact behind a finding.</summary>
/// <param name="Depth">0 for what the finding's own rule matched, one more for what each conclusion rests on.</param>
/// <param name="Fact">The fact.</param>
/// <param name="ConcludedBy">The rules that concluded it; none for what was read in the submission.</param>
internal readonly record struct EvidenceLine(int Depth, Fact Fact, IReadOnlyList<RuleDescriptor> ConcludedBy)
{
    private const int MaxDepth = 16;
    private const int MaxLines = 200;

    /// <summary>
    /// The facts behind a finding, conclusions before what they rest on; each once, because conclusions share their premises.
    /// </summary>
    public static IReadOnlyList<EvidenceLine> Of(Finding finding)
    {
        var lines = new List<EvidenceLine>();
        Unfold(finding.Derivations, 0, lines, new(ReferenceEqualityComparer.Instance));
        return lines;
    }

    private static void Unfold(IReadOnlyList<Derivation> derivations, int depth, List<EvidenceLine> lines, HashSet<Fact> seen)
    {
        foreach (Evidence evidence in derivations.SelectMany(derivation => derivation.Premises))
        {
            if (lines.Count == MaxLines)
                return;
            if (!seen.Add(evidence.Fact))
                continue;
            lines.Add(new(depth, evidence.Fact, [.. evidence.Derivations.Select(derivation => derivation.Rule).Distinct()]));
            if (depth < MaxDepth)
                Unfold(evidence.Derivations, depth + 1, lines, seen);
        }
    }
}
