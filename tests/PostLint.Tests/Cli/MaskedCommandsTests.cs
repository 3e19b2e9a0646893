using System.Text;
using System.Text.RegularExpressions;
using PostLint.Reporting;
using PostLint.Tests.Assets;
using PostLint.Tests.PullRequests;
using PostLint.Triage;

namespace PostLint.Tests.Cli;

/// <summary>
/// Identities stand in texts, in names of files and in the way to the submission; no command prints one where its output is masked.
/// </summary>
public sealed partial class MaskedCommandsTests
{
    private const string Way = "home/wuqezi/jyqova-post";

    // Syllables that no word of PostLint's own has, so that whatever is found was planted.
    private static readonly string[] s_planted = ["qaxiva", "vuqozzen", "zewuko", "xywakkov", "wuqezi", "jyqova"];

    // What is tried of each command. POST is the way to the submission, NAMED a file whose own name identifies somebody.
    private static readonly Dictionary<string, string[]> s_tries = new()
    {
        ["check"] =
        [
            .. ReportFormats.All.Select(format => $"POST --isolated --why --format {format.Name}"),
            "POST",
            "POST --isolated --fix",
            "POST/nosuch.md",
            "POST --profile POST/nosuch.yml",
            "POST --profile POST/broken.yml",
            "POST --roster POST/nosuch.csv",
            "POST --roster POST/broken.csv",
            "POST --pack POST/broken.yml",
            "POST --isolated --format json=POST/nosuch/out.json",
            "POST --isolated --format json=POST/_posts",
            "POST --isolated --exclude _posts",
            "POST --isolated --why-not identity/phone POST/nosuch.md:3",
        ],
        ["fix"] = ["POST --diff --isolated", "POST --check --isolated", "POST/nosuch.md", "POST --isolated --unsafe"],
        ["pr"] =
        [
            .. ReportFormats.All.Select(format => $"--base main --repository POST --why --format {format.Name}"),
            "--base main --repository POST/nosuch",
            "--event POST/nosuch.json",
            "--event POST/broken.csv",
            "--base main --repository POST --profile POST/broken.yml",
        ],
        ["triage"] = ["POST/season --out POST/out", "POST/nosuch --out POST/out", "POST/broken.csv --out POST/out"],
        ["triage diff"] = ["POST/run POST/other", "POST/run POST/nosuch"],
        ["merge"] = ["POST/run --out POST/joined", "POST/nosuch --out POST/joined"],
        ["decide"] = ["POST/run POST/broken.csv", "POST/nosuch POST/broken.csv", "POST/run POST/nosuch.json"],
        ["rules"] = ["", "--pack POST/broken.yml"],
        ["profiles"] = [""],
        ["profiles show"] = ["iclr-blog-2026", "POST/nosuch.yml"],
        ["explain"] = ["identity/phone", "POST/nosuch", "identity/phone --profile POST/broken.yml"],
        // Authors that a post names are what it prints; here the post names nobody.
        ["cite"] = ["POST", "POST/_posts/2026-04-27-warm-up.md", "POST/nosuch.md", "POST/_posts --profile POST/broken.yml", "NAMED"],
        ["metadata"] = ["NAMED", "POST/data.zip", "POST/nosuch.png", "POST"],
        ["packs check"] = ["POST/broken.yml", "POST/nosuch.yml", "POST"],
        ["packs test"] = ["POST/broken.yml", "POST/nosuch.yml"],
        ["packs new"] = ["POST", "garden --kind POST"],
        ["packs list"] = [""],
        ["packs kinds"] = [""],
        ["packs schema"] = ["pack"],
        ["tree"] = ["POST/_posts/2026-04-27-warm-up.md", "NAMED", "POST/nosuch.md", "POST"],
        ["facts"] = ["POST --isolated", "POST/nosuch --isolated", "POST --kind nosuch", "POST --engine nrules --kind WebLink"],
        ["config show"] = ["POST", "POST --origin"],
        ["baseline create"] = ["POST --file POST/base.json", "POST --file POST/known.json", "POST --file POST/nosuch/base.json"],
        ["baseline check"] = ["POST --file POST/known.json", "POST --file POST/nosuch.json"],
        ["baseline prune"] = ["POST --file POST/known.json", "POST --file POST/broken.csv"],
        ["init"] = ["", "--profile POST/nosuch.yml"],
        ["completions"] = ["bash"],
        ["manual"] = [""],
        ["server"] = [""],
        ["suppress"] = ["POST --reason known --diff", "POST/nosuch.md --reason known", "POST --reason known"],
    };

    private static readonly string[] s_folders = ["work", "home", ".", "/", Way];

    /// <summary>Where commands run: beside the submission, in it, above the home that it lies in, and at the root.</summary>
    public static TheoryData<string, string> Commands
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string name in EveryCommand.All.Select(leaf => leaf.Name))
            {
                string[] folders = name is "triage" or "triage diff" or "merge" or "decide" ? s_folders[..2] : s_folders;
                bool takesPath = s_tries.GetValueOrDefault(name, []).Any(line => line.Contains("POST", StringComparison.Ordinal));
                foreach (string folder in takesPath ? folders : folders[..1])
                    data.Add(name, folder);
            }
            return data;
        }
    }

    [Fact]
    public void Every_command_is_tried() => EveryCommand.All.Select(leaf => leaf.Name).Should().BeEquivalentTo(s_tries.Keys);

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_masked_output_of_a_command_holds_a_planted_identity(string name, string folder)
    {
        using Repo repo = Plant();
        Run run = repo.Run;
        string post = Path.Combine(run.Folder, Way).Replace('\\', '/');
        run.WorkingFolder = Path.GetFullPath(folder, run.Folder);
        // From above, what lies below is given from there, as people do who stand there.
        if (post.StartsWith(run.WorkingFolder, StringComparison.Ordinal))
            post = Path.GetRelativePath(run.WorkingFolder, post).Replace('\\', '/');

        if (name is "triage diff" or "merge" or "decide")
        {
            foreach (string earlier in (string[])["run", "other"])
                run.Start("triage", $"{post}/season", "--out", $"{post}/{earlier}", "--quiet").Should().Be(0, run.Error);
        }
        if (name.StartsWith("baseline", StringComparison.Ordinal))
            run.Start("baseline", "create", post, "--file", $"{post}/known.json").Should().BeLessThan(3, run.Error);
        foreach (string line in s_tries[name])
        {
            string typed = $"{name} {line}"
                .Replace("NAMED", $"{post}/assets/img/{Repo.Slug}/zewuko_xywakkov_fig1.png", StringComparison.Ordinal)
                .Replace("POST", post, StringComparison.Ordinal);
            run.Start(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Should().BeLessThan(3, run.Error);

            string printed = OwnPath().Replace(run.Output + run.Error, "").ToLowerInvariant();
            printed.Should().NotContainAny(s_planted, $"{typed} is masked");
            printed.Should().NotContain(run.Folder.ToLowerInvariant(), typed);
        }
        if (name is "triage")
            CheckShared(Path.Combine(run.Folder, Way, "out"));
        if (name is "merge")
            CheckShared(Path.Combine(run.Folder, Way, "joined"));
    }

    /// <summary>
    /// What a triage writes to be shared: all but the page that reveals, messages to authors in their own words, and the state.
    /// </summary>
    private static void CheckShared(string folder)
    {
        string[] files =
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file =>
                    Path.GetFileName(file) is not TriageReport.Page
                    && !file.Contains("/.state/", StringComparison.Ordinal)
                    && !file.Contains("/messages/", StringComparison.Ordinal)
                ),
        ];
        files.Should().HaveCountGreaterThan(4);
        foreach (string file in files)
            OwnPath().Replace(File.ReadAllText(file), "").ToLowerInvariant().Should().NotContainAny(s_planted, file);
    }

    [Fact]
    public void A_report_of_a_post_elsewhere_tells_paths_below_it()
    {
        using Run run = Plant(out string post);

        run.Start("check", post, "--isolated", "--format", "sarif");

        Uris()
            .Matches(run.Output)
            .Select(match => match.Value)
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(uri =>
                uri.StartsWith("_posts/", StringComparison.Ordinal)
                || uri.StartsWith("assets/", StringComparison.Ordinal)
                || uri.StartsWith("season/", StringComparison.Ordinal)
            );
    }

    [Theory]
    [InlineData("check", "qaxiv.md")]
    [InlineData("check", "work/qaxiv/nosuch.md")]
    [InlineData("metadata", "qaxiv.png")]
    public void A_path_that_leads_nowhere_is_shown_as_it_was_typed(string command, string path)
    {
        using var run = new Run();
        Directory.CreateDirectory(Path.Combine(run.Folder, "work"));

        run.Start(command, path).Should().Be(2);

        run.Output.Should().Contain($"not read: {path}: there is no such file");
    }

    [Fact]
    public void A_masked_difference_says_why_it_is_none()
    {
        using Run run = Plant(out string post);

        run.Start("fix", post, "--diff", "--isolated").Should().BeLessThan(3);

        run.Output.Should().Contain("would be changed in").And.Contain("--reveal shows them").And.NotContain("+++");
    }

    [Fact]
    public void A_masked_report_says_once_how_to_see_the_names()
    {
        using Run run = Plant(out string post);

        run.Start("check", post, "--isolated");

        run.Output.Split("--reveal").Should().HaveCount(2);
    }

    /// <summary>Where a file's own path has to stand as it is: the address of an artifact, and the file of an annotation.</summary>
    [GeneratedRegex("""(?<="(?:uri|path)": ?")[^"]*(?=")|(?<=^::\w+ file=)[^,]*""", RegexOptions.Multiline)]
    private static partial Regex OwnPath();

    [GeneratedRegex("""(?<="artifactLocation":\{"uri":")[^"]*""")]
    private static partial Regex Uris();

    private static Run Plant(out string post)
    {
#pragma warning disable CA2000 // the run that is returned is all there is to dispose of
        Run run = Plant().Run;
#pragma warning restore CA2000
        post = Path.Combine(run.Folder, Way).Replace('\\', '/');
        run.WorkingFolder = Path.Combine(run.Folder, "work");
        return run;
    }

    private static Repo Plant()
    {
        byte[] author = Encoding.Latin1.GetBytes("Author\0Qaxiva Vuqozzen"),
            picture = PngTests.Png(("IHDR", new byte[13]), ("tEXt", author), ("IEND", []));
        string images = $"assets/img/{Repo.Slug}";
        const string Text =
            "---\nlayout: distill\ntitle: Warm-up\ndate: 2026-04-27\nauthors:\n  - name: Anonymous\n# - name: Qaxiva Vuqozzen\n"
            + "toc:\n  - name: Notes of Zewuko Xywakkov\n---\n"
            + "<!-- Qaxiva Vuqozzen: shorten this -->\nOur code is at https://github.com/qaxiva-vuqozzen/warm-up.\n\n## Part\n\n"
            + "![A](/assets/img/2026-04-27-warm-up/zewuko_xywakkov_fig1.png)\n\nMail qaxiva.vuqozzen@examplia.edu.\n";
        var repo = new Repo(Way);
        Run run = repo.Run;
        repo.Write($"_posts/{Repo.Slug}.md", Text)
            .Write($"assets/bibliography/{Repo.Slug}.bib", "@misc{a,\n  owner = {jyqova},\n  file = {/home/jyqova/a.pdf}\n}\n")
            .Write($"{images}/a.svg", "<svg><metadata>Zewuko Xywakkov</metadata><text>Qaxiva Vuqozzen</text></svg>");
        string folder = Path.Combine(run.Folder, Way);
        run.Write(Path.Combine(folder, $"{images}/zewuko_xywakkov_fig1.png"), picture);
        run.Write(
            Path.Combine(folder, $"{images}/data.zip"),
            Samples.Zip(("zewuko-xywakkov/qaxiva.png", picture), ("readme.png", picture))
        );
        repo.Git("config", "user.name", "Qaxiva Vuqozzen");
        repo.Git("config", "user.email", "qaxiva.vuqozzen@examplia.edu");
        repo.Commit("Add the post of Zewuko Xywakkov\n\nSigned-off-by: Wuqezi Jyqova <wuqezi@examplia.edu>");
        // Beside the submission, and no part of it for git.
        repo.Write("broken.yml", "extends: nosuch\nrules: {identity/nosuch: error}\n")
            .Write("broken.csv", "submission;name\n\"a")
            .Write($"season/first/_posts/{Repo.Slug}.md", Text)
            .Write($"season/first/assets/bibliography/{Repo.Slug}.bib", "@misc{a,\n  owner = {jyqova}\n}\n")
            .Write("season/second/_posts/nothing.txt", "no post");
        run.Write(Path.Combine(folder, $"season/first/{images}/zewuko_xywakkov_fig1.png"), picture);
        run.Write(Path.Combine(folder, "data.zip"), Samples.Zip(("zewuko-xywakkov/qaxiva.png", picture)));
        run.Write(
            Path.Combine(folder, "season/third.zip"),
            Samples.Zip(("zewuko-xywakkov/_posts/2026-04-27-b.md", Encoding.UTF8.GetBytes(Text)))
        );
        Directory.CreateDirectory(Path.Combine(run.Folder, "work"));
        return repo;
    }
}
