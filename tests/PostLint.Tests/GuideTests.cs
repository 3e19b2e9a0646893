using System.Diagnostics;
using System.Text.RegularExpressions;
using PostLint.Tests.Cli;

namespace PostLint.Tests;

/// <summary>
/// What a guide says is done: its files are written, its commands run, and what it shows of their output is what they print.
/// </summary>
public sealed partial class GuideTests
{
    private const string Post = "---\ntitle: A\n---\n\nIn the table grant no. XY-99999 stands.\n";

    [Theory]
    [InlineData("authors.md")]
    [InlineData("maintainers.md")]
    [InlineData("packs.md")]
    [InlineData("assembly-packs.md")]
    [InlineData("nrules-packs.md")]
    [InlineData("triage.md")]
    public void Commands_of_a_guide_print_what_it_shows(string guide)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", guide));
        using var run = new Run();
        run.With("post.md", Post).With("loud.md", "# RESULTS\n\nText.\n");
        foreach (Match file in Files().Matches(text))
            run.With(file.Groups["name"].Value, file.Groups["text"].Value);
        int commands = 0;
        foreach (Match block in Consoles().Matches(text))
        {
            foreach (
                string[] command in block
                    .Groups["text"]
                    .Value.Split("$ ", StringSplitOptions.RemoveEmptyEntries)
                    .Select(part => part.Split('\n', 2))
            )
            {
                commands++;
                if (command[0].StartsWith("dotnet ", StringComparison.Ordinal))
                {
                    Dotnet(command[0], run.Folder);
                    continue;
                }
                command[0].Should().StartWith("postlint ");
                run.Start(command[0].Split(' ')[1..]).Should().BeLessThan(2, command[0]);
                if (command[1].Length > 0)
                    run.Output.TrimEnd().Should().Be(command[1].TrimEnd(), command[0]);
            }
        }
        commands.Should().BeGreaterThan(2);
    }

    /// <summary>
    /// A guide packs PostLint first; the solution is built already. Packages go to a cache of their own, since those of another run have
    /// the same version; what they depend on
    /// is taken from where it was restored to before.
    /// </summary>
    private static void Dotnet(string command, string folder)
    {
        const string Pack = "dotnet pack ../postlint/PostLint.sln -c Release -p:PackLibraries=true -o packages";
        if (command != Pack)
        {
            Start(command.Split(' ')[1..], folder);
            return;
        }
        string configuration = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(typeof(GuideTests).Assembly.Location)!)!);
        foreach (string project in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories))
        {
            // The command is no package that a pack needs, and the page is none at all.
            if (Path.GetFileName(project) is not ("PostLint.Cli.csproj" or "PostLint.Web.csproj"))
                Start(["pack", project, "--no-build", "-c", configuration, "-o", Path.Combine(folder, "packages")], folder);
        }
    }

    private static void Start(string[] arguments, string folder)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages");
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder, "cache");
        start.Environment["RestoreFallbackFolders"] = cache;
        start.Environment["RestoreIgnoreFailedSources"] = "true";
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, output);
    }

    [GeneratedRegex(@"```(?:yaml|xml|csharp|md|csv) (?<name>\S+)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Files();

    [GeneratedRegex(@"```console\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Consoles();
}
