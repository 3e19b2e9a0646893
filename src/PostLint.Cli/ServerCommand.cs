using System.CommandLine;
using PostLint.Profiles;
using PostLint.Server;
using PostLint.Setup;

namespace PostLint.Cli;

/// <summary><c>postlint server</c>: the language server, which editors start and talk to.</summary>
internal static class ServerCommand
{
    public static Command Create(Host host)
    {
        Option<string?> profile = SharedOptions.Profile(
            "The profile of the call, where neither the editor nor the configuration names one"
        );
        var command = new Command("server", "Serve an editor over standard input and output (Language Server Protocol)") { profile };
        command.SetAction(parsed =>
        {
            string? named = parsed.GetValue(profile);
            // A mistyped one is told to who starts the server; the editor would show it only when a post is opened.
            if (named is not null)
                _ = CheckCommand.Open(new() { Paths = ["."], Profile = named }, host);
            return new LanguageServer(host.In, host.Out, OptionsOf(named, host)).Run();
        });
        return command;
    }

    private static ServerOptions OptionsOf(string? profile, Host host) =>
        new(
            host.WorkingDirectory,
            CommandLine.Version,
            RulePages.Of,
            (path, named, phase) =>
                CheckerOf(
                    new()
                    {
                        Paths = [path],
                        Profile = named ?? profile,
                        Phase = SharedOptions.PhaseOf(phase),
                    },
                    host
                ),
            ConfigurationReader.Find
        );

    /// <summary>How a file is checked: as <c>postlint check</c> would; the configuration's profile counts before the editor's.</summary>
    private static Checker CheckerOf(CheckOptions options, Host host)
    {
        string? configuration = ConfigurationReader.Find(options.Paths[0]),
            named = configuration is null ? null : ConfigurationReader.ProfileOf(configuration);
        LintSession session = CheckCommand.Open(options with { Profile = named is null ? options.Profile : null }, host);
        IEnumerable<string> packs = configuration is null ? [] : PackList.Of(configuration);
        IEnumerable<string> files = ((string?[])[configuration, named ?? options.Profile]).OfType<string>().Concat(packs);
        return new(session, [.. files.Where(File.Exists)]);
    }
}
