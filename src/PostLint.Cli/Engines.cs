using PostLint.Engine;
using PostLint.Profiles;

namespace PostLint.Cli;

/// <summary>What runs the rules: the matcher, or NRules in builds that have it.</summary>
internal static class Engines
{
    public const string Default = "matcher";

    /// <summary>The names that the command line knows.</summary>
    public static readonly string[] Names = [Default, "nrules"];

    /// <summary>Makes the engine of a name.</summary>
    /// <exception cref="ConfigurationException">This build does not have it.</exception>
    public static Func<RuleSet, IEngine> Of(string name)
    {
        if (name is Default)
            return static rules => new Matcher(rules);
#if NRULES
        return static rules => new PostLint.NRules.ReteEngine(rules);
#else
        throw new ConfigurationException([new("--engine", 0, 0, "this build has no NRules; build PostLint with -p:NRules=true")]);
#endif
    }
}
