using PostLint.Engine;
using PostLint.NRules;

namespace PostLint.Cli;

/// <summary>NRules, in builds for the .NET runtime.</summary>
internal static partial class Engines
{
    static partial void MakeNRules(ref Func<RuleSet, IEngine>? made) => made = static rules => new ReteEngine(rules);
}
