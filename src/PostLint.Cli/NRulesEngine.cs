using PostLint.Engine;
using PostLint.NRules;

namespace PostLint.Cli;

/// <summary>NRules, in builds for the .NET runtime.</summary>
internal static partial class Engines
{
    static partial void AddNRules(Dictionary<string, Func<RuleSet, IEngine>> engines) =>
        engines.Add("nrules", static rules => new ReteEngine(rules));
}
