using System.Text;
using PostLint.Assets;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.PullRequests;
using PostLint.Rosters;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Tests;

/// <summary>
/// Each rule's own examples: <c>fixtures/Family/rule/bad*.*</c> must yield just what stands beside it in <c>bad*.expected.txt</c>,
/// <c>good*.*</c>, named after its trap, no error or warning and nothing of the rule. <c>*.metadata</c> stands for a binary file and holds
/// what it says about itself; <c>*.request</c> stands for a pull request.
/// A fixture is a file, or a folder that is a whole submission. It is linted without a venue's edition; where its rule's folder, or the
/// fixture itself, has a
/// <c>.profile.txt</c>, under the profile, phase and options that it names: <c>iclr-blog-2022 camera-ready
/// template/oversized-archive:kilobytes=1</c>.
/// To write the expected files anew, run the tests with <c>POSTLINT_UPDATE_FIXTURES=1</c> and read the difference.
/// </summary>
public sealed class FixtureTests
{
    private static readonly Pack s_pack = BuiltInPack.Create();

    /// <summary>Fixtures are short on purpose; what says so of a post is looked for in its own fixtures only.</summary>
    private static readonly string[] s_aboutLength = ["scope/almost-empty", "scope/short-post"];

    private static readonly string[] s_aboutForm =
    [
        "template/file-name",
        "template/missing-contents",
        "template/missing-layout",
        "template/missing-title",
        "template/missing-description",
    ];
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Linter> s_linters = new();

    public static TheoryData<string> Bad => Files("bad");

    public static TheoryData<string> Good => Files("good");

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_fixture_yields_what_is_expected(string file)
    {
        string path = Path.Combine(Repository.Fixtures, file),
            expectedPath = Path.ChangeExtension(path, ".expected.txt");
        SubmissionResult result = Lint(path);
        string actual = Print(result.Findings.Where(finding => IsShown(finding, file)), result.Submission);
        if (Environment.GetEnvironmentVariable("POSTLINT_UPDATE_FIXTURES") is "1")
            File.WriteAllText(expectedPath, actual);
        actual.Should().Contain($" {RuleOf(file)} ", "a bad fixture shows its own rule");
        actual.Should().Be(File.ReadAllText(expectedPath));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Good_fixture_yields_nothing(string file)
    {
        SubmissionResult result = Lint(Path.Combine(Repository.Fixtures, file));
        Print(
                result.Findings.Where(finding =>
                    IsShown(finding, file) && (finding.Rule.Id == RuleOf(file) || finding.Severity > Severity.Note)
                ),
                result.Submission
            )
            .Should()
            .BeEmpty();
    }

    /// <summary>What asks for a whole submission is shown in a fixture that is one, and in its own.</summary>
    private static bool IsShown(Finding finding, string file)
    {
        if (finding.Rule.Id == RuleOf(file))
            return true;
        bool isFragment = !Directory.Exists(Path.Combine(Repository.Fixtures, file));
        return !s_aboutLength.Contains(finding.Rule.Id) && !(isFragment && s_aboutForm.Contains(finding.Rule.Id));
    }

    private static TheoryData<string> Files(string kind) =>
        [
            .. Directory
                .EnumerateDirectories(Repository.Fixtures, "*", SearchOption.TopDirectoryOnly)
                .Where(family => Path.GetFileName(family) is not "submissions")
                .SelectMany(family => Directory.EnumerateDirectories(family))
                .SelectMany(rule => Directory.EnumerateFileSystemEntries(rule, $"{kind}*"))
                .Where(path =>
                    !path.EndsWith(".expected.txt", StringComparison.Ordinal)
                    && !path.EndsWith(".profile.txt", StringComparison.Ordinal)
                    && !path.EndsWith(".declared.txt", StringComparison.Ordinal)
                )
                .Select(path => Path.GetRelativePath(Repository.Fixtures, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    private static string RuleOf(string file)
    {
        string[] parts = file.Split('/');
        return $"{parts[0].ToLowerInvariant()}/{parts[1]}";
    }

    private static SubmissionResult Lint(string path)
    {
        Linter linter = LinterFor(path);
        if (Directory.Exists(path))
        {
            var reader = new SubmissionReader { WorkingDirectory = path };
            return linter.Lint(
                WithAuthors(path, reader.Read(reader.Discover(["."]).Sources.Should().ContainSingle("a fixture is one submission").Subject))
            );
        }
        if (Path.GetExtension(path) is ".metadata")
            return linter.Lint(WithAuthors(path, new Submission("fixture", [Sheet(path)], [])));
        if (Path.GetExtension(path) is ".request")
            return linter.Lint(new Submission("fixture", [], []) { Request = RequestOf(path) });
        (string decoded, IReadOnlyList<SyntaxProblem> problems) = TextDecoder.Decode(File.ReadAllBytes(path));
        var text = new SourceText(Path.GetFileName(path), decoded);
        FileRole role = Path.GetExtension(path) switch
        {
            ".md" or ".html" or ".qmd" or ".ipynb" when IsPost(path) => FileRole.Post,
            ".bib" => FileRole.Bibliography,
            _ => FileRole.TextAsset,
        };
        return linter.Lint(WithAuthors(path, new Submission("fixture", [new(text.Path, role, text, problems)], [])));
    }

    /// <summary>A notebook is a post where its name says so: more often it lies beside one.</summary>
    private static bool IsPost(string path) => !FileKinds.IsNotebook(path) || path.Contains("-post", StringComparison.Ordinal);

    /// <summary>
    /// The submission with its authors, where its rule's folder has a <c>.roster.csv</c>, and with what they declared, where it has a
    /// <c>.declared.txt</c> of its own: yes, no or nothing, whether it is triaged, when it was handed in, <c>contact:</c> missing, other or
    /// author, <c>reviews:</c> yes, no or nothing.
    /// </summary>
    private static Submission WithAuthors(string path, Submission submission)
    {
        string roster = Path.Combine(Path.GetDirectoryName(path)!, ".roster.csv"),
            declared = Path.ChangeExtension(path, ".declared.txt");
        string[] says = File.Exists(declared) ? File.ReadAllText(declared).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [];
        Roster? people = File.Exists(roster) ? Roster.Read(roster) : null;
        IReadOnlyList<RosterPerson>? authors = people?.AuthorsOf(["fixture"], []);
        string? Of(string question) => says.FirstOrDefault(word => word.StartsWith(question, StringComparison.Ordinal))?[question.Length..];
        return submission with
        {
            Authors = authors,
            Colleagues = authors is null ? [] : people!.ColleaguesOf(authors, 2023),
            Form =
                says.Length == 0
                    ? null
                    : new(
                        says.Contains("yes") ? FormAnswer.Yes
                            : says.Contains("no") ? FormAnswer.No
                            : says.Contains("nothing") ? FormAnswer.None
                            : null,
                        says.Select(word =>
                                DateTimeOffset.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out DateTimeOffset time)
                                    ? time
                                    : (DateTimeOffset?)null
                            )
                            .FirstOrDefault(time => time is not null)
                    )
                    {
                        Contact = Of("contact:") switch
                        {
                            "missing" => FormContact.Missing,
                            "other" => FormContact.Other,
                            "author" => FormContact.Author,
                            _ => null,
                        },
                        Reviews = Of("reviews:") switch
                        {
                            "yes" => FormAnswer.Yes,
                            "no" => FormAnswer.No,
                            "nothing" => FormAnswer.None,
                            _ => null,
                        },
                    },
        };
    }

    /// <summary>
    /// What a binary file says about itself, written as it is shown: a field a line, its name from its value by a colon and a blank.
    /// </summary>
    private static SubmittedFile Sheet(string path)
    {
        var builder = new MetadataSheetBuilder();
        foreach (string line in File.ReadAllLines(path))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal),
                end = line.IndexOf(": ", colon + 1, StringComparison.Ordinal);
            builder.Add(line[..colon], line[(colon + 1)..end], line[(end + 2)..]);
        }
        MetadataSheet sheet = builder.Build(Path.GetFileName(path));
        return new(Path.GetFileName(path), FileRole.BinaryAsset, sheet.Source, []) { Sheet = sheet };
    }

    /// <summary>
    /// A pull request, a thing a line: <c>title</c>, <c>body</c>, <c>name</c> of a committer, <c>message</c> of the commit, <c>zone</c> of
    /// the commits, <c>leak RULE PATH</c>, or a file with what was done to it: <c>A</c>, <c>M</c>, <c>D</c>, added as <c>link</c> or
    /// <c>submodule</c>; its size in bytes may follow.
    /// </summary>
    private static PullRequest RequestOf(string path)
    {
        string? title = null,
            body = null,
            zone = "+0000",
            message = "";
        var names = new List<string>();
        var changes = new List<ChangedFile>();
        var leaks = new List<(string Rule, string Path)>();
        foreach (string line in File.ReadAllLines(path).Where(line => line.Length > 0))
        {
            string[] parts = line.Split(' ');
            string rest = line[(parts[0].Length + 1)..];
            if (parts[0] is "title")
                title = rest;
            else if (parts[0] is "body")
                body += rest + "\n";
            else if (parts[0] is "name")
                names.Add(rest);
            else if (parts[0] is "message")
                message += rest + "\n";
            else if (parts[0] is "zone")
                zone = rest;
            else if (parts[0] is "leak")
                leaks.Add((parts[1], parts[2]));
            else
            {
                FileChange change = parts[0] switch
                {
                    "M" => FileChange.Modified,
                    "D" => FileChange.Deleted,
                    _ => FileChange.Added,
                };
                EntryKind kind = parts[0] switch
                {
                    "link" => EntryKind.Link,
                    "submodule" => EntryKind.Submodule,
                    _ => EntryKind.File,
                };
                changes.Add(
                    new(parts[1], change, kind, change is FileChange.Deleted ? "" : "b")
                    {
                        Bytes = parts.Length > 2 ? long.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture) : 0,
                    }
                );
            }
        }
        string[] posts =
        [
            .. changes
                .Where(change => change.Change is not FileChange.Deleted && change.Path.StartsWith("_posts/", StringComparison.Ordinal))
                .Select(change => change.Path),
        ];
        RequestCommit commit = new("53d5ff8aaaaaaaa", names, zone, changes) { Message = message };
        return new("d320e1daaaaaaaa", commit.Id, changes, [commit])
        {
            Title = title,
            Body = body,
            Posts = posts,
            Post = posts.FirstOrDefault(),
            PastLeaks = [.. leaks.Select(leak => new PastLeak(commit, leak.Rule, leak.Path))],
        };
    }

    private static Linter LinterFor(string path)
    {
        string own = Path.ChangeExtension(path, ".profile.txt"),
            shared = Path.Combine(Path.GetDirectoryName(path)!, ".profile.txt");
        string? named =
            File.Exists(own) ? own
            : File.Exists(shared) ? shared
            : null;
        return s_linters.GetOrAdd(named is null ? "" : File.ReadAllText(named).Trim(), name => new Linter(s_pack, ProfileOf(name)));
    }

    private static Profile ProfileOf(string named)
    {
        if (named.Length == 0)
            return new Profile("test", "", new Dictionary<string, RuleSetting>());
        string[] words = named.Split(' ');
        Profile profile = BuiltInPack.Catalogue.Profile(words[0]) with
        {
            Phase = words.Contains("camera-ready") ? Phase.CameraReady : Phase.Submission,
        };
        // rule:option=value
        foreach (string[] option in words.Skip(1).Select(word => word.Split(':', '=')).Where(parts => parts.Length == 3))
        {
            OptionValue value = BuiltInPack
                .Catalogue.Options[option[0]]
                .Single(known => known.Name == option[1])
                .Read(option[0], option[2])!;
            RuleSetting setting = profile.SettingOf(option[0]) with
            {
                Options = new Dictionary<string, OptionValue> { [option[1]] = value },
            };
            profile = profile with { Settings = new Dictionary<string, RuleSetting>(profile.Settings) { [option[0]] = setting } };
        }
        return profile;
    }

    /// <summary>Places in a fixture's only file by line and column, in others after their path.</summary>
    private static string Print(IEnumerable<Finding> findings, Submission submission)
    {
        var text = new StringBuilder();
        foreach (Finding finding in findings)
        {
            string others = string.Concat(finding.OtherPlaces.Select(place => $" +{PlaceOf(place, submission)}"));
            text.Append(
                $"{PlaceOf(finding.Place, submission, withColumn: true)} {finding.Severity} {finding.Rule.Id} "
                    + $"{finding.Message.Reveal()}{others}\n"
            );
        }
        return text.ToString();
    }

    private static string PlaceOf(Place place, Submission submission, bool withColumn = false)
    {
        string path = submission.Files.Count > 1 ? place.File + ":" : "";
        if (submission.Files.FirstOrDefault(file => file.Path == place.File)?.Text is not { } source || place.Line == 0)
            return path.Length > 0 ? path : "file";
        LinePosition at = source.PositionOf(place.Start);
        return withColumn ? $"{path}{at.Line}:{at.Column}" : $"{path}{at.Line}";
    }
}
