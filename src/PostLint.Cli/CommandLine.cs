using System.CommandLine;
using System.Reflection;
using PostLint.Output;
using PostLint.Reporting;
using PostLint.Reporting.Terminal;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary>The whole command line.</summary>
internal static class CommandLine
{
    /// <summary>PostLint's version.</summary>
    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Runs a command line; never throws.</summary>
    public static int Run(string[] args, Host host) => Guarded(() => Invoke(args, host), host);

    /// <summary>Runs something, and tells what goes wrong in it.</summary>
    /// <returns>Its exit code, or that of what went wrong.</returns>
    public static int Guarded(Func<int> run, Host host)
    {
        try
        {
            return run();
        }
        catch (UserException e)
        {
            foreach (UserError error in e.Errors)
            {
                host.Error.WriteLine(
                    $"postlint: {error with { Path = Shown(error.Path, host), Message = ShownPath.In(error.Message, host) }}"
                );
            }
            return ExitCode.Usage;
        }
        catch (WriteException e)
        {
            host.Error.WriteLine($"postlint: cannot write {Shown(e.Path, host)}: {e.Reason}");
            return ExitCode.Usage;
        }
        catch (IOException e)
        {
            host.Error.WriteLine($"postlint: {ShownPath.In(e.Message, host)}");
            return ExitCode.Usage;
        }
        catch (OperationCanceledException stopped)
        {
            host.Error.WriteLine($"postlint: {stopped.Message}");
            return ExitCode.Usage;
        }
#pragma warning disable CA1031 // Whatever goes wrong here is a fault of PostLint and must be told as one.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // The message may quote the submission.
            string message = host.IsErrorTerminal && !host.IsAutomatic ? $": {e.Message}" : "";
            host.Error.WriteLine($"postlint: fault: {e.GetType().Name}{message}");
            host.Error.WriteLine("This is a fault of PostLint, not of the submission. Please report it with the command line.");
            return ExitCode.Fault;
        }
    }

    /// <summary>A path as messages show it.</summary>
    public static string Shown(string path, Host host) => Printable.Path(ShownPath.Of(path, host));

    /// <summary>The end of a message on a path that leads nowhere: what is there and was perhaps meant; empty for nothing.</summary>
    public static string Meant(string path, Host host)
    {
        Unread nowhere = Unread.Nowhere(path.Replace('\\', '/'), Path.GetFullPath(path, host.WorkingDirectory));
        return nowhere.Meant.Length == 0 ? "" : $"; did you mean {new ShownNames(null, host.Reveals).File(nowhere.Meant)}?";
    }

    /// <summary>Refuses paths that lead nowhere, before anything is written because of them.</summary>
    /// <exception cref="UserException">One does.</exception>
    public static void RefuseMissing(IEnumerable<string> paths, string consequence, Host host)
    {
        string? missing = paths.FirstOrDefault(path => path is not "-" && !Path.Exists(Path.GetFullPath(path, host.WorkingDirectory)));
        if (missing is not null)
            throw new UserException([new(missing, 0, 0, $"there is no such file or folder{Meant(missing, host)}; {consequence}")]);
    }

    /// <summary>A choice as reports name it, such as <c>front-matter-comment</c>.</summary>
    public static string NameOf(Enum value) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>A number of things: <c>1 place</c>, <c>2 places</c>.</summary>
    public static string Count(int number, string thing) => $"{number} {thing}{(number == 1 ? "" : "s")}";

    private static readonly (string Name, Func<Host, Command> Create)[] s_commands =
    [
        ("check", CheckCommand.Create),
        ("pr", PrCommand.Create),
        ("triage", TriageCommand.Create),
        ("merge", MergeCommand.Create),
        ("decide", DecideCommand.Create),
        (TriageWorker.Name, TriageWorker.Create),
        ("fix", FixCommand.Create),
        ("suppress", SuppressCommand.Create),
        ("rules", RulesCommand.Create),
        ("profiles", ProfilesCommand.Create),
        ("explain", ExplainCommand.Create),
        ("cite", CiteCommand.Create),
        ("metadata", MetadataCommand.Create),
        ("packs", PacksCommand.Create),
        ("tree", TreeCommand.Create),
        ("facts", FactsCommand.Create),
        ("config", ConfigCommand.Create),
        ("baseline", BaselineCommand.Create),
        ("init", InitCommand.Create),
        ("completions", CompletionsCommand.Create),
        ("server", ServerCommand.Create),
        ("manual", ManualCommand.Create),
    ];

    /// <summary>All commands.</summary>
    /// <param name="host">What surrounds the run.</param>
    /// <param name="first">The first word of the command line: where it names a command, that one is made alone.</param>
    public static RootCommand Create(Host host, string? first = null)
    {
        var root = new RootCommand(
            "PostLint reads a blog post submitted to a double-blind track and says what reveals its authors or breaks the call, where, "
                + "why, and how to fix it."
        );
        bool isNamed = s_commands.Any(command => command.Name == first);
        foreach ((string name, Func<Host, Command> create) in s_commands)
        {
            if (!isNamed || name == first)
                root.Add(create(host));
        }
        HelpText.Complete(root);
        return root;
    }

    private static int Invoke(string[] args, Host host)
    {
        string[] words = args.Length == 0 ? ["--help"] : args;
        RootCommand root = Create(host, words[0]);
        // Shells ask for completions of what is not finished yet.
        bool completes = words[0].StartsWith("[suggest", StringComparison.Ordinal);
        var check = new ArgumentCheck(host);
        string? wrong = completes ? null : check.Find(root, words);
        // A path may begin with @: no file is read for further words.
        ParseResult parsed = root.Parse(words, new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (!completes && !check.AsksForHelp)
        {
            wrong ??= parsed.Errors.Select(error => error.Message.ReplaceLineEndings(" ")).FirstOrDefault();
        }
        if (wrong is not null)
        {
            host.Error.WriteLine($"postlint: {ShownPath.In(wrong, host)}");
            return ExitCode.Usage;
        }
        using StreamWriter output = host.OpenText();
        return parsed.Invoke(
            new InvocationConfiguration
            {
                Output = output,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
            }
        );
    }
}
