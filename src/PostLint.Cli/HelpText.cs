using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PostLint.Cli;

/// <summary>The help of all commands, with what the parser's own leaves out: what exit codes mean, and usage that can be typed.</summary>
internal static class HelpText
{
    private const string ExitCodes = """
        Exit codes:
          0  nothing to act on
          1  findings at or above --fail-on; with fix --check, something to change
          2  the command line, the configuration or the input is wrong, or something was not checked
          3  a fault of PostLint
        """;

    /// <summary>Completes the help of a command line.</summary>
    public static void Complete(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Action((HelpAction)help.Action!);
    }

    private sealed class Action(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            using var text = new StringWriter { NewLine = "\n" };
            parseResult.InvocationConfiguration.Output = text;
            int code = help.Invoke(parseResult);
            output.Write(Usable(text.ToString(), parseResult.CommandResult.Command));
            if (parseResult.CommandResult.Command is RootCommand)
                output.WriteLine(ExitCodes);
            return code;
        }

        /// <summary>The paths of a command stand before its own commands in usage, where nobody may write them.</summary>
        private static string Usable(string text, Command command)
        {
            foreach (Argument argument in command.Parents.OfType<Command>().SelectMany(parent => parent.Arguments))
            {
                text = text.Replace($" <{argument.Name}>... {command.Name}", $" {command.Name}", StringComparison.Ordinal);
            }
            return text;
        }
    }
}
