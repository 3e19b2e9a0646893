using System.CommandLine;
using System.Globalization;
using System.Text;

namespace PostLint.Cli;

/// <summary><c>postlint manual</c>: the manual page of all commands, for <c>man</c>; made of the command line itself.</summary>
internal static class ManualCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("manual", "Print the manual page, for man: postlint manual | man -l -");
        command.SetAction(_ =>
        {
            using OutputWriter output = host.OpenText();
            output.Write(Page(CommandLine.Create(host)));
            return ExitCode.Clean;
        });
        return command;
    }

    /// <summary>The page in roff.</summary>
    private static string Page(RootCommand root)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $".TH POSTLINT 1 \"\" \"PostLint {CommandLine.Version}\" \"PostLint\"\n");
        page.Append(".SH NAME\npostlint \\- say what in a blog post reveals its authors or breaks the call\n");
        page.Append(".SH SYNOPSIS\n.B postlint\n.I command\n[\\fIoptions\\fR] [\\fIpath\\fR ...]\n");
        page.Append(CultureInfo.InvariantCulture, $".SH DESCRIPTION\n{Text(root.Description!)}\n");
        page.Append(".SH COMMANDS\n");
        foreach (Command command in Leaves(root))
            Append(page, command);
        page.Append(".SH EXIT STATUS\n");
        foreach ((int code, string meaning) in HelpText.Codes)
            page.Append(CultureInfo.InvariantCulture, $".TP\n{code}\n{Text(meaning)}\n");
        page.Append(".SH ENVIRONMENT\n");
        foreach ((string variable, string meaning) in s_variables)
            page.Append(CultureInfo.InvariantCulture, $".TP\n.B {variable}\n{Text(meaning)}\n");
        page.Append(".SH FILES\n.TP\n.I .postlint.yml\n");
        page.Append("The configuration: the nearest one above the given path, up to the root of the repository.\n");
        page.Append(CultureInfo.InvariantCulture, $".SH SEE ALSO\n{Text(RulePages.Site)}\n");
        return page.ToString();
    }

    private static readonly (string Variable, string Meaning)[] s_variables =
    [
        ("NO_COLOR", "Not empty: text is not coloured, unless --color says so."),
        ("FORCE_COLOR", "Not empty, 0 or false: text is coloured also where no terminal reads it."),
        ("CI", "Not empty or false: names are masked also on a terminal, since logs of build services are read by strangers."),
    ];

    private static IEnumerable<Command> Leaves(Command above)
    {
        foreach (Command command in above.Subcommands.Where(command => !command.Hidden))
        {
            if (command.Action is not null)
                yield return command;
            foreach (Command leaf in Leaves(command))
                yield return leaf;
        }
    }

    private static void Append(StringBuilder page, Command command)
    {
        string arguments = string.Concat(command.Arguments.Select(Form));
        page.Append(CultureInfo.InvariantCulture, $".SS postlint {Text(NameOf(command))}{arguments}\n{Text(command.Description!)}.\n");
        foreach (Option option in command.Options.Where(option => !option.Hidden && option is not System.CommandLine.Help.HelpOption))
        {
            string value = option.ValueType == typeof(bool) ? "" : $" \\fI{Text(option.HelpName ?? "VALUE")}\\fR";
            page.Append(CultureInfo.InvariantCulture, $".TP\n\\fB{Text(option.Name)}\\fR{value}\n{Text(option.Description ?? "")}.\n");
        }
    }

    private static string Form(Argument argument)
    {
        string many = argument.Arity.MaximumNumberOfValues > 1 ? " ..." : "";
        string name = $"\\fI{Text(argument.Name)}\\fR{many}";
        return argument.Arity.MinimumNumberOfValues > 0 ? $" {name}" : $" [{name}]";
    }

    private static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault(parent => parent is not RootCommand) is { } parent
            ? $"{NameOf(parent)} {command.Name}"
            : command.Name;

    /// <summary>A text in roff: backslashes and hyphens as such, and no line that begins like a request.</summary>
    private static string Text(string text)
    {
        string escaped = text.ReplaceLineEndings(" ")
            .Replace("\\", "\\e", StringComparison.Ordinal)
            .Replace("-", "\\-", StringComparison.Ordinal)
            .Replace("“", "\\(lq", StringComparison.Ordinal)
            .Replace("”", "\\(rq", StringComparison.Ordinal)
            .Replace("’", "\\(cq", StringComparison.Ordinal)
            .Replace("…", "...", StringComparison.Ordinal);
        return escaped.StartsWith('.') || escaped.StartsWith('\'') ? $"\\&{escaped}" : escaped;
    }
}
