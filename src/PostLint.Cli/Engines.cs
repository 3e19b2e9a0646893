using PostLint.Engine;
using PostLint.Setup;

namespace PostLint.Cli;

/// <summary>What runs the rules: the matcher, and NRules, which the command that is compiled ahead of time goes without.</summary>
internal static partial class Engines
{
    /// <summary>What makes the engines of this build, by their names.</summary>
    public static IReadOnlyDictionary<string, Func<RuleSet, IEngine>> All { get; } = List();

    private static Dictionary<string, Func<RuleSet, IEngine>> List()
    {
        var engines = new Dictionary<string, Func<RuleSet, IEngine>>(new RunSettings().Engines);
        AddNRules(engines);
        return engines;
    }

    static partial void AddNRules(Dictionary<string, Func<RuleSet, IEngine>> engines);
}
