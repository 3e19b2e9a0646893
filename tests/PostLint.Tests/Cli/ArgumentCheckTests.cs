using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using PostLint.Cli;
using PostLint.Tests.PullRequests;

namespace PostLint.Tests.Cli;

/// <summary>Every command against mistyped words: whatever is not known is refused before anything is read, written or printed.</summary>
public sealed class ArgumentCheckTests : IDisposable
{
    private const string Post =
        "---\ntitle: A\nauthors:\n  - name: Anonymous\n#  - name: Ada Example\n---\n\nWe thank Ada Example for her help.\n";

    // What each command needs besides options to do its work.
    private static readonly Dictionary<string, string[]> s_arguments = new()
    {
        ["check"] = ["_posts"],
        ["fix"] = ["_posts"],
        ["pr"] = ["--base", "main"],
        ["triage"] = ["submissions"],
        ["triage diff"] = ["old", "new"],
        ["merge"] = ["old"],
        ["decide"] = ["old", "decisions.json"],
        ["rules"] = [],
        ["profiles"] = [],
        ["profiles show"] = ["double-blind"],
        ["explain"] = ["identity/phone"],
        ["cite"] = ["cited.md"],
        ["metadata"] = ["cited.md"],
        ["packs check"] = ["our.yml"],
        ["packs test"] = ["our.yml"],
        ["packs new"] = ["garden"],
        ["packs list"] = [],
        ["packs kinds"] = [],
        ["packs schema"] = ["pack"],
        ["tree"] = ["cited.md"],
        ["facts"] = ["cited.md"],
        ["config show"] = ["_posts"],
        ["baseline create"] = ["_posts"],
        ["baseline check"] = ["_posts"],
        ["baseline prune"] = ["_posts"],
        ["init"] = ["--write"],
        ["completions"] = ["bash"],
        ["manual"] = [],
        ["server"] = [],
        ["suppress"] = ["_posts", "--reason", "it is known"],
    };

    // What no option of this name takes. Options that take any text or any path to write to are not listed.
    private static readonly Dictionary<string, string[]> s_wrongValues = new()
    {
        ["--profile"] = ["double-blnd", "nosuch.yml"],
        ["--phase"] = ["camera", "Submission"],
        ["--format"] = ["jsn", "text=", "sarif=nosuch/x.sarif"],
        ["--fail-on"] = ["eror", "none"],
        ["--select"] = ["identity/fone", ","],
        ["--ignore"] = ["identty", ","],
        ["--pack"] = ["nosuch.yml"],
        ["--roster"] = ["nosuch.csv"],
        ["--exclude"] = ["drafts/[", "../x", "!a"],
        ["--color"] = ["sometimes"],
        ["--reason"] = ["it ends --> here", "--", "two\nlines"],
        ["--jobs"] = ["lots", "0", "-1", "1.5", "257"],
        ["--limit"] = ["text-mb", "text=1", "files=0", "parts=many"],
        ["--engine"] = ["mtcher"],
        ["--kind"] = ["nosuch"],
        ["--why-not"] = ["identity/phone"],
        ["--stdin-path"] = ["a.md"],
        ["--base"] = ["nosuch"],
        ["--head"] = ["nosuch"],
        ["--event"] = ["nosuch.json"],
        ["--repository"] = ["nosuch"],
        ["--attachments"] = ["nosuch"],
        ["--refs"] = ["refs/nosuch/*"],
        ["--past"] = ["nosuch"],
        ["--timeout"] = ["0", "soon"],
        ["--memory"] = ["1", "1GB"],
        ["--shard"] = ["3", "3/2", "a/b"],
        ["--source-url"] = ["http://example.org"],
        ["--share"] = ["nosuch"],
    };

    private readonly Repo _repo = new Repo().WithPost();

    public ArgumentCheckTests()
    {
        _repo.Write("_posts/2026-04-27-a.md", Post).Write("submissions/a/a.md", Post);
        _repo.Write(
            "cited.md",
            "---\ntitle: A\ndate: 2026-04-27\nauthors:\n  - name: Ada Example\n"
                + "    affiliations:\n      name: Example University\n---\n\nText.\n"
        );
        _repo.Write("our.yml", File.ReadAllText(Path.Combine(Repository.Root, "tests/PostLint.Tests/Packs/kinds.yml")));
        _repo.Commit("Add posts");
    }

    public static TheoryData<string> Commands => [.. EveryCommand.All.Select(leaf => leaf.Name)];

    public void Dispose() => _repo.Dispose();

    [Fact]
    public void Every_command_is_tried() => EveryCommand.All.Select(leaf => leaf.Name).Should().BeEquivalentTo(s_arguments.Keys);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Mistyped_options_and_values_are_refused_before_anything_happens(string name)
    {
        Command command = EveryCommand.All.Single(leaf => leaf.Name == name).Command;
        Option[] options = [.. command.Options.Where(option => option is not HelpOption)];
        string[][] tries = [.. options.SelectMany(Mistyped), .. Foreign(options), .. options.SelectMany(WrongValues)];
        tries.Length.Should().BeGreaterThanOrEqualTo(20);
        string before = Snapshot();

        foreach (string[] words in tries)
        {
            foreach (
                string[] line in (string[][])
                    [
                        [.. name.Split(' '), .. s_arguments[name], .. words],
                        [.. name.Split(' '), .. words, .. s_arguments[name]],
                    ]
            )
            {
                string typed = string.Join(' ', line);
                (int code, string output, string error) = Start(line);
                code.Should().Be(2, typed);
                output.Should().BeEmpty(typed);
                error.Should().MatchRegex("^postlint: [^\n]+\n$", typed);
                Snapshot().Should().Be(before, typed);
            }
        }
    }

    [Theory]
    [InlineData("fix _posts --dif", "--diff")]
    [InlineData("fix _posts --chek", "--check")]
    [InlineData("fix _posts --dry-run", "--diff or --check")]
    [InlineData("fix _posts –diff", "did you mean --diff?")]
    [InlineData("fix _posts —check", "did you mean --check?")]
    [InlineData("fix _posts /diff", "there is no such file or folder; nothing is fixed")]
    [InlineData("pr --base main --repository nosuch", "there is no such folder")]
    [InlineData("profiles shw x", "did you mean show?")]
    [InlineData("fix _posts --rule identity", "--select")]
    [InlineData("check _posts --reveall", "--reveal")]
    [InlineData("check _posts --fail-on eror", "error, warning, note, never")]
    [InlineData("baseline create . --fil x", "--file")]
    [InlineData("config show --orign", "--origin")]
    [InlineData("config shw", "did you mean show?")]
    [InlineData("chek _posts", "did you mean check?")]
    [InlineData("triage dif old new", "did you mean postlint triage diff?")]
    [InlineData("baseline", "create, check, prune")]
    [InlineData("check --profile --quiet", "--profile needs a value")]
    [InlineData("check --quiet=yes _posts", "takes no value")]
    [InlineData("check --profile a --profile b _posts", "given twice")]
    [InlineData("explain identity/phone identity/email", "takes one rule")]
    [InlineData("rules identity", "takes no path")]
    public void The_message_says_what_was_meant(string line, string hint)
    {
        (int code, _, string error) = Start(line.Split(' '));

        code.Should().Be(2);
        error.Should().Contain(hint);
    }

    [Fact]
    public void An_empty_path_is_not_the_working_directory() => Start("fix", "").Error.Should().Contain("empty path");

    [Fact]
    public void Behind_two_dashes_everything_is_a_path() =>
        Start("check", "--isolated", "--", "--dif").Output.Should().Contain("not read: --dif: there is no such file");

    [Fact]
    public void A_path_that_begins_with_an_at_sign_is_a_path()
    {
        _repo.Write("@words", "--version\n");

        Start("check", "--isolated", "@words").Output.Should().Contain("not read: @words");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check --help")]
    [InlineData("triage diff --help")]
    [InlineData("config show -h")]
    public void Help_is_no_mistake(string line)
    {
        (int code, string output, _) = Start(line.Split(' '));

        code.Should().Be(0);
        output.Should().Contain("Usage:").And.NotContain("<source>... diff");
    }

    private static IEnumerable<string[]> Mistyped(Option option)
    {
        string bare = option.Name[2..],
            last = option.ValueType == typeof(bool) ? "" : "=x";
        string[] wrong =
        [
            bare[..^1],
            bare + bare[^1],
            bare[1..],
            $"{bare[0]}{bare}",
            bare[1..2] + bare[..1] + bare[2..],
            bare.ToUpperInvariant(),
            bare + "-",
            "no-" + bare,
        ];
        return wrong.Where(word => word.Length > 1 && word != bare).Select(word => (string[])[$"--{word}{last}"]).Append([$"-{bare}"]);
    }

    /// <summary>Options of other commands and other tools.</summary>
    private static IEnumerable<string[]> Foreign(Option[] own)
    {
        string[] others =
        [
            .. EveryCommand
                .All.SelectMany(leaf => leaf.Command.Options)
                .Where(option => option is not HelpOption)
                .Select(option => option.Name),
        ];
        string[] elsewhere = ["--dry-run", "--force", "--verbose", "--output", "--config", "--all", "-n", "-v", "-q", "-f", "---", "-x=1"];
        return others.Concat(elsewhere).Distinct().Except(own.Select(option => option.Name)).Select(word => (string[])[word]);
    }

    private static IEnumerable<string[]> WrongValues(Option option)
    {
        if (option.ValueType == typeof(bool))
            return
            [
                [$"{option.Name}=maybe"],
                [$"{option.Name}=false"],
                [$"{option.Name}:no"],
            ];
        string[][] never =
        [
            [$"{option.Name}="],
            [option.Name, ""],
            [option.Name, "--nosuch"],
        ];
        return never.Concat(s_wrongValues.GetValueOrDefault(option.Name, []).Select(value => (string[])[option.Name, value]));
    }

    private (int Code, string Output, string Error) Start(params string[] line)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        int code = CommandLine.Run(line, new(Stream.Null, output, error, _repo.Folder, _ => null));
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Paths, sizes and times of all files and folders.</summary>
    private string Snapshot() =>
        string.Join(
            '\n',
            new DirectoryInfo(_repo.Folder)
                .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                .Where(entry => !entry.FullName.Contains("/.git/", StringComparison.Ordinal))
                .Select(entry => $"{entry.FullName} {(entry as FileInfo)?.Length} {(entry is FileInfo ? entry.LastWriteTimeUtc.Ticks : 0)}")
                .Order(StringComparer.Ordinal)
        );
}
