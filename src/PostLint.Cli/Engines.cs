using PostLint.Engine;
using PostLint.Profiles;

namespace PostLint.Cli;

/// <summary>What runs the rules: the matcher, or NRules, which the command that is compiled ahead of time goes without.</summary>
internal static partial class Engines
{
    public const string Default = "matcher";

    /// <summary>The names that the command line and the configuration know.</summary>
    public static IReadOnlyList<string> Names => ConfigurationReader.Engines;

    /// <summary>Makes the engine of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="origin">Who names it, for errors: an option, or a file.</param>
    /// <param name="line">1-based line of the file; 0 for an option.</param>
    /// <exception cref="UserException">This build does not have it.</exception>
    public static Func<RuleSet, IEngine> Of(string name, string origin = "--engine", int line = 0)
    {
        if (name is Default)
            return static rules => new Matcher(rules);
        Func<RuleSet, IEngine>? made = null;
        MakeNRules(ref made);
        return made
            ?? throw new UserException([
                new(
                    origin,
                    line,
                    line > 0 ? 1 : 0,
                    "this build of PostLint is compiled ahead of time and has no NRules; use the one for the .NET runtime "
                        + "(dotnet tool install PostLint.Tool), or the matcher, which finds the same"
                ),
            ]);
    }

    static partial void MakeNRules(ref Func<RuleSet, IEngine>? made);
}
