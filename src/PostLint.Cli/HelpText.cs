using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PostLint.Cli;

/// <summary>The help of all commands, with what the parser's own leaves out: what exit codes mean, and usage that can be typed.</summary>
internal static class HelpText
{
    /// <summary>What the exit codes mean.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> Codes { get; } =
    [
        (ExitCode.Clean, "nothing to act on"),
        (ExitCode.Findings, "findings at or above --fail-on; with fix --check, something to change"),
        (ExitCode.Usage, "the command line, the configuration or the input is wrong, or something was not checked"),
        (ExitCode.Fault, "a fault of PostLint"),
    ];

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
                output.WriteLine($"Exit codes:\n{string.Join('\n', Codes.Select(code => $"  {code.Code}  {code.Meaning}"))}");
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
