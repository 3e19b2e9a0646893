using PostLint.Engine;
using PostLint.NRules;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Tests.NRules;

namespace PostLint.Bench;

/// <summary>Whether both engines say the same: over four thousand random sets of rules, and of all posts in some folders.</summary>
internal static class Parity
{
    private const int RuleSets = 4_000;
    private const int FactSets = 5;

    public static int Print(string[] folders)
    {
        Console.WriteLine($"random rules, {FactSets} sets of facts each: {EngineParity.OfRandomRules(RuleSets, FactSets)}");
        Pack pack = BuiltInPack.Create();
        Profile profile = BuiltInPack.Catalogue.Profile("iclr-blog-2024");
        Linter matcher = new(pack, profile),
            rete = new(pack, profile, new() { Engine = rules => new ReteEngine(rules) });
        var reader = new SubmissionReader { WorkingDirectory = Environment.CurrentDirectory };
        int submissions = 0,
            findings = 0,
            different = 0;
        foreach (SubmissionSource source in folders.Length == 0 ? [] : reader.Discover(folders).Sources)
        {
            Submission submission = reader.Read(source);
            string[] own = EngineParity.Show(matcher.Lint(submission)),
                other = EngineParity.Show(rete.Lint(submission));
            submissions++;
            findings += own.Length - 1;
            if (own.SequenceEqual(other))
                continue;
            different++;
            Console.WriteLine(EngineParity.Difference(submission.Name, own, other));
        }
        Console.WriteLine($"{submissions} submissions, {findings} findings, faults and stops: {different} differ");
        return different == 0 ? 0 : 1;
    }
}
