using PostLint.Engine;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Packs;

/// <summary>What is wrong with an example of a pack, or with a rule that lacks one.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Line">1-based line in the pack's file; 0 for a rule without an example.</param>
/// <param name="Message">What is wrong, in one sentence without a full stop.</param>
public sealed record PackFailure(string Rule, int Line, string Message);

/// <summary>Runs the rules of a pack over their own examples.</summary>
public static class PackTester
{
    /// <summary>All that is wrong, in the order of the file.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="whole">The pack together with what finds the facts of its rules.</param>
    public static IReadOnlyList<PackFailure> Test(DataPack pack, Pack whole)
    {
        var failures = new List<PackFailure>();
        foreach (Rule rule in pack.Pack.Rules)
        {
            PackExample[] examples = [.. pack.Examples.Where(example => example.Rule == rule.Descriptor.Id)];
            var linter = new Linter(
                whole,
                new Profile("examples", "", new Dictionary<string, RuleSetting>()) { Phase = rule.Descriptor.Phases[0] },
                new() { Select = [rule.Descriptor.Id], HonoursSuppressions = false }
            );
            foreach (PackExample example in examples)
            {
                var result = linter.Lint(example.Submission);
                int found = result.Findings.Count(finding => finding.Rule.Id == rule.Descriptor.Id);
                if (result.Faults.Count > 0)
                    failures.Add(
                        new(rule.Descriptor.Id, example.Line, $"the rule fails on this example: {result.Faults[0].Exception.Message}")
                    );
                else if (example.IsBad && found == 0)
                    failures.Add(new(rule.Descriptor.Id, example.Line, "the rule finds nothing in this example, which it has to find"));
                else if (!example.IsBad && found > 0)
                    failures.Add(new(rule.Descriptor.Id, example.Line, "the rule finds something in this example, which it has to pass"));
            }
            if (!examples.Any(example => example.IsBad))
                failures.Add(new(rule.Descriptor.Id, 0, "the rule has no example of what it finds (bad)"));
            if (!examples.Any(example => !example.IsBad))
                failures.Add(new(rule.Descriptor.Id, 0, "the rule has no example of what it passes (good)"));
        }
        return failures;
    }
}
