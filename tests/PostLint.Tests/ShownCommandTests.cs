using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using PostLint.Tests.Cli;
using PostLint.Tests.PullRequests;
using PostLint.Triage;

namespace PostLint.Tests;

/// <summary>
/// Every line of a block of commands in README and docs runs, in a folder that holds what such lines name; <see cref="GuideTests"/> runs
/// what stands behind prompts.
/// </summary>
public sealed partial class ShownCommandTests
{
    /// <summary>Lines that need more than a command line, with what runs them; those that only a release can are said to be.</summary>
    private static readonly Dictionary<string, string> s_elsewhere = new(StringComparer.Ordinal)
    {
        ["dotnet run --project src/PostLint.Cli -- check fixtures/submissions/leaking-2024 --reveal"] = ".ci/run: README output",
        ["dotnet test PostLint.sln"] = ".ci/run: tests",
        ["npx postlint check my-post"] = ".ci/check-npm",
        ["npm install --global postlint"] = ".ci/check-npm, from packed files",
        ["dnx PostLint.Tool check my-post"] = "needs the released package",
        ["dotnet tool install --global PostLint.Tool"] = ".ci/run: packages, as --tool-path",
        ["docker run --rm -v \"$PWD:/work:ro\" ghcr.io/postlint/postlint check ."] = ".ci/run: container, without its engine",
    };

    public static TheoryData<string> Files =>
        [
            "README.md",
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
                .Where(path => Blocks().IsMatch(File.ReadAllText(Path.Combine(Repository.Root, path))))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Commands_of_a_block_run_one_after_the_other(string file)
    {
        foreach (Match block in Blocks().Matches(File.ReadAllText(Path.Combine(Repository.Root, file))))
        {
            string[] lines =
            [
                .. block
                    .Groups["text"]
                    .Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => Remark().Replace(line, "").TrimEnd())
                    .Where(line => line.Length > 0 && !s_elsewhere.ContainsKey(line)),
            ];
            if (lines.Length == 0)
                continue;
            using var repository = new Repo();
            Furnish(repository);
            if (lines.Any(line => line.StartsWith("postlint decide run ", StringComparison.Ordinal)))
                Triage(repository);
            if (lines.Any(line => line.StartsWith("postlint cite ", StringComparison.Ordinal)))
                Accept(repository.Run);
            foreach (string line in lines)
            {
                string[] words = [.. Words().Matches(line).Select(word => word.Value.Trim('\'', '"'))];
                words[0].Should().Be("postlint", $"{file} shows “{line}”, which nothing here knows how to run");
                // It ends when somebody ends it; what it does each time is what the line does without.
                IEnumerable<string> meant = words[1..].Where(word => word is not "--watch");
                string[] arguments = [.. meant.SelectMany(word => Matches(repository.Folder, word))];
                repository.Run.Start(arguments).Should().BeOneOf([0, 1], $"{file}: {line}: {repository.Run.Error}{repository.Run.Output}");
            }
        }
    }

    /// <summary>A folder with all that commands in the guides name.</summary>
    private static void Furnish(Repo repository)
    {
        Run run = repository.Run;
        string leaking = Path.Combine(Repository.Fixtures, "submissions", "leaking-2024");
        foreach (string target in (string[])["my-post", "submissions/17", "../last-season/3", "downloads/1"])
        {
            foreach (string file in Directory.EnumerateFiles(leaking, "*", SearchOption.AllDirectories))
                run.Write(Path.Combine(target, Path.GetRelativePath(leaking, file)), File.ReadAllBytes(file));
        }
        string picture = Directory.EnumerateFiles(leaking, "*.png", SearchOption.AllDirectories).First();
        run.Write("assets/img/my-post/a.png", File.ReadAllBytes(picture));
        run.Write("my-post/assets/img/2026-04-27-warm-up/a.png", File.ReadAllBytes(picture));
        ZipFile.CreateFromDirectory(Path.Combine(run.Folder, "my-post"), Path.Combine(run.Folder, "site.zip"));
        run.With("roster.csv", "submission,name\n17,Ottokar Brandlmeier\n")
            .With("list.csv", "id,path\n17,submissions/17\n")
            .With("notes.json", """{"notes": [{"id": "1", "number": 1, "content": {"title": {"value": "Warm-up"}}}]}""")
            .With("papers.json", """[{"pid": 1, "title": "Warm-up", "status": "submitted"}]""");
        repository.Git("update-ref", "refs/remotes/origin/main", "main");
        repository.WithPost(Repo.Slug).Commit("Add a post");
        repository.Git("update-ref", "refs/pull/7/head", "HEAD");
        string sides = $$"""{"base": {"sha": "{{repository.Base}}"}, "head": {"sha": "{{repository.Head}}"}, """;
        run.With("event.json", $"{{\"pull_request\": {sides}\"number\": 7, \"title\": \"{Repo.Slug}\", \"body\": \"\"}}}}");
    }

    /// <summary>An accepted post names its authors.</summary>
    private static void Accept(Run run)
    {
        string post = Directory.EnumerateFiles(Path.Combine(run.Folder, "my-post", "_posts")).Single(),
            authors = "  - name: Ada Example\n    affiliations:\n      name: Examplia University\n";
        File.WriteAllText(post, File.ReadAllText(post).Replace("  - name: Anonymous\n", authors, StringComparison.Ordinal));
    }

    /// <summary>A run of a triage with the files of two chairs, who have decided nothing yet.</summary>
    private static void Triage(Repo repository)
    {
        repository.Run.Start("triage", "submissions", "--out", "run", "--quiet").Should().Be(0, repository.Run.Error);
        string id = RunInfo.Of(Path.Combine(repository.Folder, "run"))!.Id;
        foreach (string chair in (string[])["ada", "ben"])
            repository.Run.With($"decisions-{chair}.json", $$"""{"run": "{{id}}", "decisions": []}""");
    }

    /// <summary>What a shell makes of a word with asterisks.</summary>
    private static IEnumerable<string> Matches(string folder, string word)
    {
        if (!word.Contains("*.", StringComparison.Ordinal))
            return [word];
        string below = Path.GetDirectoryName(word)!;
        return Directory
            .EnumerateFiles(Path.Combine(folder, below), Path.GetFileName(word))
            .Select(file => Path.Combine(below, Path.GetFileName(file)));
    }

    [GeneratedRegex(@"```sh\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"(^|\s{2,})#.*$")]
    private static partial Regex Remark();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|\\S+")]
    private static partial Regex Words();
}
