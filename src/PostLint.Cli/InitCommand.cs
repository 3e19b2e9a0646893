using System.CommandLine;
using PostLint.Output;
using PostLint.Packs;
using PostLint.Rules;
using PostLint.Setup;

namespace PostLint.Cli;

/// <summary>
/// <c>postlint init</c>: sets up a repository. It shows what it would write, writes it where it is told to, and never overwrites anything.
/// </summary>
internal static class InitCommand
{
    private const string Workflow = ".github/workflows/postlint.yml";

    public static Command Create(Host host)
    {
        Option<string> profile = new Option<string>("--profile")
        {
            Description = "The profile of the call",
            DefaultValueFactory = _ => RunSettings.PlainProfile,
            HelpName = "NAME",
        }.Among([.. BuiltInPack.Catalogue.ProfileNames]);
        var write = new Option<bool>("--write") { Description = "Write the files; left out, they are only shown" };
        var command = new Command("init", "Set up a repository: the workflow, .postlint.yml and the pre-commit entry") { profile, write };
        command.SetAction(parsed => Run(host, parsed.GetValue(profile)!, parsed.GetValue(write)));
        return command;
    }

    private static int Run(Host host, string profile, bool writes)
    {
        using StreamWriter output = host.OpenText();
        bool isLeft = false;
        foreach ((string path, string text) in Files(profile))
        {
            string full = Path.Combine(host.WorkingDirectory, path);
            if (Path.Exists(full))
            {
                isLeft = true;
                output.WriteLine($"{path} is there already and stays as it is; what it would hold:\n\n{Indented(text)}");
            }
            else if (!writes)
                output.WriteLine($"{path} would be written:\n\n{Indented(text)}");
            else
            {
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                AtomicFile.Write(full, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
                output.WriteLine($"{path} written");
            }
        }
        if (!writes)
            output.WriteLine("Nothing is written yet; run “postlint init --write”.");
        return writes && isLeft ? ExitCode.Findings : ExitCode.Clean;
    }

    private static IEnumerable<(string Path, string Text)> Files(string profile)
    {
        string version = CommandLine.Version;
        yield return (
            ".postlint.yml",
            $"# yaml-language-server: $schema={Website.Schema("configuration")}\n"
                + $"# What holds for every check in this repository; “postlint config show --origin” prints all of it.\n"
                + $"profile: {profile}\n"
        );
        yield return (Workflow, ReadWorkflow().Replace("uses: ./", $"uses: postlint/postlint@v{version}", StringComparison.Ordinal));
        yield return (
            ".pre-commit-config.yaml",
            $"repos:\n  - repo: https://github.com/postlint/postlint\n    rev: v{version}\n    hooks:\n      - id: postlint\n"
        );
    }

    private static string ReadWorkflow()
    {
        using var reader = new StreamReader(typeof(InitCommand).Assembly.GetManifestResourceStream("check.yml")!);
        return reader.ReadToEnd();
    }

    private static string Indented(string text) =>
        string.Join('\n', text.TrimEnd().Split('\n').Select(line => $"    {line}".TrimEnd())) + "\n";
}
