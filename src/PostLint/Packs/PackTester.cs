using System.Text.RegularExpressions;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixing;
using PostLint.Packs.Kinds;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Text;

namespace PostLint.Packs;

/// <summary>What is wrong with an example of a pack, or with a rule that lacks one.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Line">1-based line in the pack's file; 0 for a rule without an example.</param>
/// <param name="Message">What is wrong, in one sentence without a full stop.</param>
public sealed record PackFailure(string Rule, int Line, string Message);

/// <summary>Runs the rules of a pack over their own examples.</summary>
public static class PackTester
{
    private const string OfWholePosts = ": it measures whole posts, whose front matter has a title, and a description or a layout";
    private const string InSource = " where it looks; it matches a file as it is written, marks and all, where “in: raw” looks";

    /// <summary>All that is wrong, in the order of the file.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="whole">The pack together with what finds the facts of its rules.</param>
    public static IReadOnlyList<PackFailure> Test(DataPack pack, Pack whole) =>
        Test(pack.Pack, whole, rule => [.. pack.Examples.Where(example => example.Rule == rule.Id)]);

    /// <summary>All that is wrong with the examples of a class library, which stand on the cards of its rules.</summary>
    /// <param name="library">The pack.</param>
    /// <param name="whole">The pack together with what finds the facts of its rules.</param>
    public static IReadOnlyList<PackFailure> Test(Pack library, Pack whole) =>
        Test(library, whole, rule => [.. rule.Examples.Select(example => PackExample.Of(rule.Id, example))]);

    private static List<PackFailure> Test(Pack pack, Pack whole, Func<RuleDescriptor, PackExample[]> examplesOf)
    {
        var failures = new List<PackFailure>();
        foreach (Rule rule in pack.Rules.Where(rule => rule.Reports))
        {
            PackExample[] examples = examplesOf(rule.Descriptor);
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
                    failures.Add(
                        new(
                            rule.Descriptor.Id,
                            example.Line,
                            "the rule finds nothing in this example, which it has to find"
                                + (rule is DataRule && IsOfWholePosts(rule, linter, example) ? OfWholePosts : "")
                        )
                    );
                else if (!example.IsBad && found > 0)
                    failures.Add(new(rule.Descriptor.Id, example.Line, "the rule finds something in this example, which it has to pass"));
                else
                    failures.AddRange(WrongFixes(example, result.Findings, rule.Descriptor.Id));
            }
            if (!examples.Any(example => example.IsBad))
                failures.Add(new(rule.Descriptor.Id, 0, "the rule has no example of what it finds (bad)"));
            if (rule.Descriptor.CodeFix is not null && rule is DataRule && !examples.Any(example => example.Fixed is not null))
                failures.Add(new(rule.Descriptor.Id, 0, "the rule has a fix, and no example of what it makes (fixed)"));
            if (!examples.Any(example => !example.IsBad))
                failures.Add(new(rule.Descriptor.Id, 0, "the rule has no example of what it passes (good)"));
        }
        return failures;
    }

    /// <summary>
    /// What of a pack matches nothing in any example, which is how a mistyped pattern shows: regular expressions and globs.
    /// </summary>
    /// <param name="pack">The pack.</param>
    /// <param name="whole">The pack together with what finds the facts of its rules.</param>
    public static IReadOnlyList<PackFailure> Unmatched(DataPack pack, Pack whole)
    {
        var idle = new List<PackFailure>();
        foreach (DataRule rule in pack.Pack.Rules.OfType<DataRule>())
        {
            PackExample[] examples = [.. pack.Examples.Where(example => example.Rule == rule.Descriptor.Id)];
            if (examples.Length == 0)
                continue;
            var linter = new Linter(
                whole,
                new Profile("examples", "", new Dictionary<string, RuleSetting>()) { Phase = rule.Descriptor.Phases[0] },
                new() { Select = [rule.Descriptor.Id], HonoursSuppressions = false }
            );
            HashSet<TextPattern?> met =
            [
                .. examples
                    .SelectMany(example => linter.FactsOf(example.Submission))
                    .Select(known => (known.Fact as PatternMatch)?.Pattern),
            ];
            foreach (TextPattern pattern in rule.Values.Patterns.Where(pattern => !met.Contains(pattern)))
                idle.Add(
                    new(
                        rule.Descriptor.Id,
                        0,
                        $"“{OneLine(pattern.Regex.ToString())}” matches nothing in its "
                            + $"examples{(IsInSource(pattern, examples) ? InSource : "")}"
                    )
                );
            foreach (PackExample example in examples)
                linter.Lint(example.Submission);
            foreach (ShortRegex regex in rule.Values.ShortRegexes.Where(regex => !regex.HasMatched))
                idle.Add(new(rule.Descriptor.Id, 0, $"“{OneLine(regex.ToString())}” matches nothing in its examples"));
            foreach (WrittenGlob glob in rule.Values.WrittenGlobs)
            {
                bool isMet = examples.Any(example =>
                    example.Submission.Files.Any(file =>
                        Globs.Match(glob.Alternatives, example.Submission.Files[0].SitePath, file.SitePath)
                    )
                );
                if (!isMet)
                    idle.Add(new(rule.Descriptor.Id, 0, $"“{glob.Text}” matches no file of its examples"));
            }
        }
        return idle;
    }

    /// <summary>Whether a pattern matches an example's files as they are written, where it is looked for elsewhere only.</summary>
    private static bool IsInSource(TextPattern pattern, IEnumerable<PackExample> examples)
    {
        try
        {
            return examples
                .SelectMany(example => example.Submission.Files)
                .Any(file => file.Text is { } source && pattern.Regex.IsMatch(source.Text));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Whether a rule measures whole posts, and the example is none.</summary>
    private static bool IsOfWholePosts(Rule rule, Linter linter, PackExample example) =>
        rule.Built.Clauses[0].FactType == typeof(TextMeasure)
        && linter.FactsOf(example.Submission).Any(known => known.Fact is TextMeasure { IsWhole: false });

    /// <summary>The files of an example of which the rule's fixes make something else than the pack says.</summary>
    private static IEnumerable<PackFailure> WrongFixes(PackExample example, IReadOnlyList<Finding> findings, string rule)
    {
        Fix[] fixes = [.. findings.Where(finding => finding.Rule.Id == rule).SelectMany(finding => finding.Fixes)];
        foreach ((string path, string expected) in example.Fixed ?? new Dictionary<string, string>())
        {
            string text = example.Submission.Files.First(file => file.Path == path).Text?.Text ?? "";
            string made = TextEdits.Of(fixes.Where(fix => fix.Place.File == path)).Apply(text);
            if (made != expected)
                yield return new(rule, example.Line, $"the fix makes “{OneLine(made)}” of this example, and not “{OneLine(expected)}”");
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings("⏎");
}
