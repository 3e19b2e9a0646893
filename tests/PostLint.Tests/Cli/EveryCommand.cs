using System.CommandLine;
using PostLint.Cli;

namespace PostLint.Tests.Cli;

/// <summary>
/// All commands, taken from the command line itself: a new one is tried by the tests that go through all of them, or they fail.
/// </summary>
internal static class EveryCommand
{
    /// <summary>The commands that do something, by what is typed to start them.</summary>
    public static IReadOnlyList<(string Name, Command Command)> All { get; } = [.. Below(Root(), "")];

    /// <summary>The whole command line.</summary>
    public static RootCommand Root() => CommandLine.Create(new(Stream.Null, Stream.Null, TextWriter.Null, Path.GetTempPath(), _ => null));

    private static IEnumerable<(string Name, Command Command)> Below(Command command, string above)
    {
        foreach (Command below in command.Subcommands.Where(one => !one.Hidden))
        {
            string name = $"{above}{below.Name}";
            if (below.Action is not null)
                yield return (name, below);
            foreach ((string, Command) leaf in Below(below, $"{name} "))
                yield return leaf;
        }
    }
}
