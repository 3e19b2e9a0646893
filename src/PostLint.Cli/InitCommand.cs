using System.CommandLine;
using PostLint.Output;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary>
/// <c>postlint init</c>: sets up a repository. It shows what it would write, writes it where it is told to, and never overwrites anything.
/// </summary>
internal static class InitCommand
{
    private const int MostPosts = 200; // whose editions are asked, the newest by name first
    private const string PreCommit = ".pre-commit-config.yaml";
    private const string Checkout = "      - uses: actions/checkout@";

    public static Command Create(Host host)
    {
        Option<string> profile = new Option<string>("--profile")
        {
            Description = "The profile of the call; left out, that of the edition that the repository’s posts belong to",
            HelpName = "NAME",
        }.Among([.. BuiltInPack.Catalogue.ProfileNames]);
        var write = new Option<bool>("--write") { Description = "Write the files; left out, they are only shown" };
        var command = new Command("init", "Set up a repository: the workflows, .postlint.yml and the pre-commit entry") { profile, write };
        command.SetAction(parsed => Run(host, parsed.GetValue(profile) ?? EditionOf(host), parsed.GetValue(write)));
        return command;
    }

    private static int Run(Host host, string? profile, bool writes)
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

    /// <summary>The edition that all posts here that tell one belong to; null where they tell none, or several.</summary>
    private static string? EditionOf(Host host)
    {
        var reader = new SubmissionReader { WorkingDirectory = host.WorkingDirectory, HonoursGitIgnore = true };
        var detector = new EditionDetector(BuiltInPack.Catalogue.Editions());
        string[] editions =
        [
            .. reader
                .Discover(["."])
                .Sources.OrderByDescending(source => source.Name, StringComparer.Ordinal)
                .Take(MostPosts)
                .Select(source => detector.Detect(reader.Read(source))?.Profile.Name)
                .OfType<string>()
                .Distinct(),
        ];
        return editions.Length == 1 ? editions[0] : null;
    }

    private static IEnumerable<(string Path, string Text)> Files(string? profile)
    {
        string version = CommandLine.Version;
        // A profile that is weaker than a post's own edition would be a check less: where no edition is everybody's, each post tells its
        // own.
        string named = profile is null
            ? "# Each post tells its edition; a line “profile: NAME” would choose one for all (“postlint profiles” lists them).\n"
                + "exclude: []\n"
            : $"profile: {profile}\n";
        yield return (
            ConfigurationReader.FileName,
            $"# yaml-language-server: $schema={Website.Schema("configuration")}\n"
                + $"# What holds for every check in this repository; “postlint config show --origin” prints all of it.\n{named}"
        );
        yield return (
            ".github/workflows/postlint.yml",
            Workflow("check.yml").Replace("uses: ./", $"uses: postlint/postlint@v{version}", StringComparison.Ordinal)
        );
        yield return (
            ".github/workflows/postlint-report.yml",
            WithoutCheckout(Workflow("report.yml"))
                .Replace("uses: ./report", $"uses: postlint/postlint/report@v{version}", StringComparison.Ordinal)
        );
        yield return (
            PreCommit,
            $"repos:\n  - repo: https://github.com/postlint/postlint\n    rev: v{version}\n    hooks:\n      - id: postlint\n"
        );
    }

    private static string Workflow(string name)
    {
        using var reader = new StreamReader(typeof(InitCommand).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>The workflow of this repository checks itself out to find its own action; others need nothing of theirs.</summary>
    private static string WithoutCheckout(string workflow)
    {
        int start = workflow.IndexOf(Checkout, StringComparison.Ordinal),
            end = start < 0 ? -1 : workflow.IndexOf("\n      - ", start, StringComparison.Ordinal);
        return end < 0 ? workflow : workflow.Remove(start, end + 1 - start);
    }

    private static string Indented(string text) =>
        string.Join('\n', text.TrimEnd().Split('\n').Select(line => $"    {line}".TrimEnd())) + "\n";
}
