using System.Text.Json;
using PostLint.Tests.Cli;
using PostLint.Tests.PullRequests;
using PostLint.Triage;

namespace PostLint.Tests.Triage;

/// <summary>Whole triages, with real worker processes.</summary>
public sealed class TriageCommandTests
{
    private const string Post =
        "---\nlayout: distill\ntitle: Warm-up\ndescription: Why it helps. It is short.\ndate: 2024-05-07\nauthors:\n  - "
        + "name: Anonymous\n---\n\n## Why\n\nThe rate grows over the first steps.\n";

    private static readonly string[] s_outputs =
    [
        TriageReport.Page,
        TriageReport.MaskedPage,
        TriageReport.Table,
        TriageReport.Lines,
        TriageReport.Sarif,
    ];

    [Fact]
    public void Ranks_what_a_folder_holds_and_writes_all_results()
    {
        using Run run = Season(new Run());

        run.Start("triage", "in", "--out", "out", "--profile", "iclr-blog-2024", "--ignore", "scope,template").Should().Be(0, run.Error);

        run.Output.Should()
            .Contain("5 submissions\n  identity and thanks     2 act    0 look    3 clear")
            .And.Contain("unreadable              1 act    0 look    4 clear")
            .And.Contain("b-leak  Warm-up: ")
            .And.Contain("report: out/report.html");
        TriageRecord[] records = Records(run, "out");
        records
            .Select(record => (record.Id, record.Verdict))
            .Should()
            .Equal(
                ("b-leak", Verdict.Act),
                ("d-mail", Verdict.Act),
                ("e-nothing", Verdict.Unreadable),
                ("a-clean", Verdict.Clear),
                ("c-suppressed", Verdict.Clear)
            );
        records[0].Reasons[0].Rule.Should().Be("identity/commented-author");
        records[2].Failure.Should().StartWith("no post was found in it");
        records[4].Ignored.Should().Equal("_posts/2024-05-07-c.md: 1 suppression", ".postlint.yml: a configuration");
        foreach (string output in s_outputs)
            run.Read($"out/{output}").Should().NotContain("Vandermolen".ToUpperInvariant()).And.NotBeEmpty();
        run.Read("out/report.html").Should().Contain("Quirina Vandermolen").And.Contain("default-src 'none'");
        foreach (string shared in s_outputs[1..].Append("sarif/b-leak.sarif"))
            run.Read($"out/{shared}").Should().NotContain("Vandermolen", $"{shared} is made to be shared");
        run.Read("out/messages/b-leak.md")
            .Should()
            .Contain("line 7")
            .And.Contain("Quirina Vandermolen", "its authors read their own words");
        if (OperatingSystem.IsWindows())
            return;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(run.Folder, "out"), "*", SearchOption.AllDirectories))
            (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite))
                .Should()
                .Be(UnixFileMode.None, $"{file} is the chair's alone");
    }

    [Fact]
    public void A_second_run_checks_only_what_changed_and_ends_as_a_first_one_would()
    {
        using Run run = Season(new Run());
        run.Start("triage", "in", "--out", "out", "--quiet").Should().Be(0);
        run.With("in/a-clean/_posts/2024-05-07-a.md", Post + "\nWrite to quirina@vandermolen.example.edu.\n");
        File.Delete(Path.Combine(run.Folder, "in", "d-mail.md"));

        run.Start("triage", "in", "--out", "out", "--quiet").Should().Be(0);
        run.Start("triage", "in", "--out", "fresh", "--quiet").Should().Be(0);

        SameResults(run, "out", "fresh");
        Directory.EnumerateFiles(Path.Combine(run.Folder, "out/messages")).Should().HaveCount(4, "what is gone leaves nothing");
    }

    [Fact]
    public void A_run_that_was_stopped_anywhere_goes_on_and_ends_the_same()
    {
        using Run run = Season(new Run());
        run.Start("triage", "in", "--out", "whole", "--quiet").Should().Be(0);
        byte[] journal = run.ReadBytes("whole/.state/journal");
        var random = new Random(5);
        for (int i = 0; i < 8; i++)
        {
            string folder = $"cut{i}";
            foreach (string part in (string[])[".state", "sarif", "messages"])
                Directory.CreateDirectory(Path.Combine(run.Folder, folder, part));
            foreach (string file in Directory.EnumerateFiles(Path.Combine(run.Folder, "whole/messages")).Take(3))
                File.Copy(file, Path.Combine(run.Folder, folder, "messages", Path.GetFileName(file)));
            run.Write($"{folder}/.state/salt", run.ReadBytes("whole/.state/salt"))
                .Write($"{folder}/.state/journal", journal[..random.Next(journal.Length)]);

            run.With($"{folder}/.report.html.{i:x32}.tmp", "half").With($"{folder}/messages/.b-leak.md.{i:x32}.tmp", "half");

            run.Start("triage", "in", "--out", folder, "--quiet").Should().Be(0, run.Error);

            SameResults(run, folder, "whole");
        }
    }

    [Fact]
    public void The_number_of_workers_changes_nothing()
    {
        using Run run = Season(new Run());
        run.Start("triage", "in", "--out", "one", "--jobs", "1", "--quiet").Should().Be(0);
        run.Start("triage", "in", "--out", "four", "--jobs", "4", "--quiet").Should().Be(0);
        SameResults(run, "one", "four");
    }

    [Fact]
    public void Parts_are_joined_to_what_one_run_makes_and_missing_ones_are_named()
    {
        using Run run = Season(new Run());
        run.Start("triage", "in", "--out", "whole", "--quiet").Should().Be(0);
        foreach (int part in (int[])[1, 2, 3])
            run.Start("triage", "in", "--out", $"part{part}", "--shard", $"{part}/3", "--quiet").Should().Be(0, run.Error);

        run.Start("merge", "part3", "part1", "part2", "--out", "joined").Should().Be(0, run.Error);
        SameResults(run, "joined", "whole");

        run.Start("merge", "part3", "part1", "--out", "less").Should().Be(2);
        run.Error.Should().Contain("part 2 of 3 is missing");
    }

    [Theory]
    [InlineData("its profile is double-blind, and part1 has none", "--profile", "double-blind")]
    [InlineData("its roster is people.csv ", "--roster", "people.csv")]
    public void Parts_that_were_made_otherwise_are_refused_by_name(string reason, params string[] option)
    {
        using Run run = Season(new Run());
        run.With("people.csv", "name\nOttokar Brandlmeier\n");
        run.Start("triage", "in", "--out", "part1", "--shard", "1/2", "--quiet").Should().Be(0, run.Error);
        run.Start(["triage", "in", "--out", "part2", "--shard", "2/2", "--quiet", .. option]).Should().Be(0, run.Error);

        run.Start("merge", "part1", "part2", "--out", "joined").Should().Be(2);

        run.Error.Should().Contain("part2").And.Contain(reason).And.Contain("make all parts alike");
        Directory.Exists(Path.Combine(run.Folder, "joined")).Should().BeFalse();
    }

    [Fact]
    public void A_part_of_another_version_is_refused_by_name()
    {
        using Run run = Season(new Run());
        foreach (int part in (int[])[1, 2])
            run.Start("triage", "in", "--out", $"part{part}", "--shard", $"{part}/2", "--quiet").Should().Be(0, run.Error);
        RunInfo info = RunInfo.Of(Path.Combine(run.Folder, "part2"))!;
        string file = Path.Combine("part2", ".state", "run.json");
        run.With(file, run.Read(file).Replace($"\"version\":\"{info.Version}\"", "\"version\":\"0.0.9\"", StringComparison.Ordinal));

        run.Start("merge", "part1", "part2", "--out", "joined").Should().Be(2);

        run.Error.Should().Contain($"part2: its version is 0.0.9, and part1 has {info.Version}");
    }

    [Theory]
    [InlineData("assets/img/{slug}/shared.png", true)]
    [InlineData("assets/img/sample/shared.png", false)]
    [InlineData("public/images/sample/shared.png", false)]
    public void Pictures_of_the_tracks_own_pages_are_no_shared_pictures(string path, bool isTold)
    {
        using var run = new Run();
        byte[] picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[8_000]];
        foreach (string id in (string[])["1", "2"])
        {
            string slug = $"2026-04-27-post-{id}";
            run.With($"in/{id}/_posts/{slug}.md", $"---\ntitle: A {id}\nlayout: distill\n---\n\nText of post {id}.\n")
                .Write($"in/{id}/{path.Replace("{slug}", slug, StringComparison.Ordinal)}", picture);
        }

        run.Start("triage", "in", "--out", "out", "--quiet").Should().Be(0, run.Error);

        run.Read("out/triage.jsonl").Contains("the same image", StringComparison.Ordinal).Should().Be(isTold);
    }

    [Fact]
    public void Diff_tells_what_changed()
    {
        using Run run = Season(new Run());
        run.Start("triage", "in", "--out", "old", "--quiet").Should().Be(0);
        run.With("in/b-leak/_posts/2024-05-07-b.md", Post);
        run.Start("triage", "in", "--out", "new", "--quiet").Should().Be(0);

        run.Start("triage", "diff", "old", "new").Should().Be(1);
        run.Output.Should()
            .Contain("b-leak: act → look")
            .And.Contain("b-leak: error identity/commented-author: 1 → 0")
            .And.Contain("1 of 5 submissions differ");
        run.Start("triage", "diff", "old", "old").Should().Be(0);
    }

    [Fact]
    public void A_roster_is_matched_and_never_written()
    {
        using Run run = Season(new Run());
        run.With(
            "in/a-clean/_posts/2024-05-07-a.md",
            Post + "\nThe plot is by Ottokar Brandlmeier.\n\nThe slides of O. Brandlmeier say more.\n"
        );
        run.With(
            "roster.csv",
            "submission,name,email,affiliation,url\na-clean,Ottokar Brandlmeier,ottokar@thistledown.example.edu,Thistledown "
                + "University,https://brandlmeier.example.org/me\nb-leak,Sigrun "
                + "Fjeldstadt,sigrun@thistledown.example.edu,Thistledown University,\n"
        );

        run.Start("triage", "in", "--out", "out", "--roster", "roster.csv", "--quiet").Should().Be(0, run.Error);

        TriageRecord[] records = Records(run, "out");
        records.Single(record => record.Id == "a-clean").Reasons[0].Rule.Should().Be("identity/roster-name");
        records
            .Single(record => record.Id == "b-leak")
            .Reasons.Should()
            .NotContain(reason => reason.Rule.Contains("roster", StringComparison.Ordinal), "others’ names are nobody’s");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(run.Folder, "out"), "*", SearchOption.AllDirectories))
        {
            string text = File.ReadAllText(file);
            text.Should().NotContain("thistledown.example.edu").And.NotContain("Fjeldstadt").And.NotContain("brandlmeier.example.org");
            bool isTheirs = file.Contains("messages", StringComparison.Ordinal);
            if (!file.EndsWith("report.html", StringComparison.Ordinal) && !file.EndsWith("journal", StringComparison.Ordinal) && !isTheirs)
                text.Should().NotContain("Brandlmeier", $"{file} is made to be shared");
        }
    }

    [Fact]
    public void A_manifest_names_submissions_and_keeps_its_columns()
    {
        using Run run = Season(new Run());
        run.With("list.csv", "id,path,track,authors\n17,in/b-leak,=cmd,Quirina Vandermolen\n18,in/gone,\"a, b\",\n")
            .With("list.jsonl", "{\"id\": 19, \"path\": \"in/d-mail.md\"}\n");

        run.Start("triage", "list.csv", "list.jsonl", "--out", "out", "--quiet").Should().Be(0, run.Error);

        Records(run, "out")
            .Select(record => (record.Id, record.Verdict))
            .Should()
            .Equal(("19", Verdict.Act), ("17", Verdict.Act), ("18", Verdict.Unreadable));
        run.Read("out/triage.csv")
            .Should()
            .Contain(",'=cmd")
            .And.Contain("\"a, b\"")
            .And.NotContain("Vandermolen")
            .And.NotContain(",authors");
        run.Read("out/triage.csv").Should().Contain("there is no such file or folder");
    }

    [Fact]
    public void An_export_of_openreview_is_read_with_its_declarations()
    {
        using Run run = Season(new Run());
        run.With(
            "export/notes.json",
            JsonSerializer.Serialize(
                new
                {
                    notes = new object[]
                    {
                        new
                        {
                            id = "aBc1",
                            number = 1,
                            content = new Dictionary<string, object>
                            {
                                ["title"] = new { value = "Warm-up" },
                                ["authors"] = new { value = new[] { "Quirina Vandermolen" } },
                                ["Conflict Of Interest"] = new { value = "YES" },
                            },
                        },
                        new
                        {
                            id = "aBc2",
                            number = 2,
                            content = new Dictionary<string, object>
                            {
                                ["title"] = "Older form",
                                ["authorids"] = new[] { "~Quirina_Vandermolen1" },
                            },
                        },
                    },
                }
            )
        );
        run.With("export/aBc1/_posts/2024-05-07-a.md", Post).With("export/2.md", Post);
        run.With(
            "profiles.json",
            (
                """[{"id": "~Quirina_Vandermolen1", "content": {"names": [{"fullname": "Quirina Vandermolen"}], "emails": """
                + """["q@vandermolen.example.org"]}}]"""
            )
        );

        run.Start("triage", "export/notes.json", "--out", "out", "--roster", "profiles.json", "--profile", "iclr-blog-2024", "--quiet")
            .Should()
            .Be(0, run.Error);

        TriageRecord[] records = Records(run, "out");
        records.Should().HaveCount(2);
        records
            .Single(record => record.Id == "aBc1")
            .Reasons.Should()
            .Contain(reason => reason.Rule == "conflict/declared-without-evidence");
        records.Single(record => record.Id == "aBc1").Fields.Should().ContainKey("title").And.NotContainKey("authors");
        records.Single(record => record.Id == "aBc2").Verdict.Should().NotBe(Verdict.Unreadable);
    }

    [Fact]
    public void Only_harmless_columns_are_shared_and_replies_are_no_submissions()
    {
        using Run run = Season(new Run());
        run.With(
            "notes.jsonl",
            """{"id": "aB1", "number": 7, "title": "Warm-up", "paperhash": "vandermolen|warm", """
                + """ "LinkedIn": "qv-lab", "Comment to chairs": "I am in room 12", "room": "12"}"""
                + "\n"
                + """{"id": "rV1", "replyto": "aB1", "number": 1, "review": "A fine post."}"""
        );
        run.With("7_supplementary_material/_posts/2024-05-07-a.md", Post);

        run.Start("triage", "notes.jsonl", "--out", "out", "--share", "room", "--quiet").Should().Be(0, run.Error);

        Records(run, "out").Should().ContainSingle().Which.Fields.Keys.Should().BeEquivalentTo("title", "number", "room");
        foreach (
            string file in (string[])
                [
                    "triage.csv",
                    "triage.jsonl",
                    "triage.sarif",
                    "report-masked.html",
                    "messages/" + Path.GetFileName(Directory.GetFiles(Path.Combine(run.Folder, "out/messages")).Single()),
                ]
        )
            run.Read($"out/{file}").Should().NotContain("vandermolen").And.NotContain("qv-lab").And.NotContain("I am in");
        run.Read("out/report.html").Should().Contain("qv-lab", "the chair’s own page has all columns");
    }

    [Fact]
    public void A_roster_may_call_submissions_by_their_numbers_and_says_what_it_calls_in_vain()
    {
        using Run run = Season(new Run());
        run.With(
            "notes.jsonl",
            "{\"id\": \"aB1\", \"number\": 7, \"path\": \"in/a-clean\", \"Principal contact\": \"\", \"Conflict Of "
                + "Interest\": \"I wrote the paper\"}\n{\"id\": \"aB2\", \"number\": 8, \"path\": \"in/d-mail.md\", \"Principal "
                + "contact\": \"x\"}\n"
        );
        run.With("in/a-clean/_posts/2024-05-07-a.md", Post + "\nThe plot is by Ottokar Brandlmeier.\n")
            .With("roster.csv", "submission,name\n7,Ottokar Brandlmeier\n99,Sigrun Fjeldstadt\n");

        run.Start("triage", "notes.jsonl", "--out", "out", "--roster", "roster.csv", "--profile", "iclr-blog-2024")
            .Should()
            .Be(0, run.Error);

        Records(run, "out")
            .Single(record => record.Id == "aB1")
            .Reasons.Select(reason => reason.Rule)
            .Should()
            .Contain("identity/roster-name")
            .And.Contain("submission/missing-contact")
            .And.Contain("conflict/declared-without-evidence");
        run.Error.Should().Contain("1 submission that no source has, such as 99");

        run.Start("check", "in/a-clean", "--isolated", "--roster", "roster.csv");
        run.Error.Should().Contain("the roster lists no authors of 1 of 1 submission");
        run.With("roster.csv", "submission,name\na-clean,Ottokar Brandlmeier\n")
            .Start("check", "in/a-clean", "--isolated", "--roster", "roster.csv")
            .Should()
            .Be(1);
        run.Output.Should().Contain("identity/roster-name");
    }

    [Fact]
    public void An_archive_is_judged_like_its_folder()
    {
        using Run run = Season(new Run());
        run.With("list.csv", "id,path,submitted\n1,folder,2030-01-01\n2,packed.zip,2030-01-01\n")
            .With("folder/_posts/2024-05-07-a.html", "<p>Write to quirina@vandermolen.example.edu for data.</p>");
        System.IO.Compression.ZipFile.CreateFromDirectory(Path.Combine(run.Folder, "folder"), Path.Combine(run.Folder, "packed.zip"));

        run.Start("triage", "list.csv", "--out", "out", "--profile", "iclr-blog-2024", "--select", "submission,identity", "--quiet")
            .Should()
            .Be(0, run.Error);

        TriageRecord[] records = Records(run, "out");
        records[0].Reasons.Should().HaveCountGreaterThan(1).And.Equal(records[1].Reasons);
    }

    [Fact]
    public void Requests_of_a_repository_are_read_without_a_checkout()
    {
        using var repo = new Repo();
        repo.WithPost(
                post: Repo.Post.Replace(
                    "  - name: Anonymous",
                    "  - name: Anonymous\n#   - name: Quirina Vandermolen\n#     url: https://vandermolen.example.org",
                    StringComparison.Ordinal
                )
            )
            .Commit("post");
        repo.Git("update-ref", "refs/pull/12/head", "HEAD");
        repo.Git("checkout", "-q", "main");

        repo.Run.Start(
                "triage",
                ".",
                "--refs",
                "refs/pull/*/head",
                "--base",
                "main",
                "--out",
                "../out-of-repo-" + Path.GetFileName(repo.Folder),
                "--quiet"
            )
            .Should()
            .Be(0, repo.Run.Error);

        string run = $"../out-of-repo-{Path.GetFileName(repo.Folder)}";
        try
        {
            Records(repo.Run, run)
                .Should()
                .ContainSingle()
                .Which.Should()
                .Match<TriageRecord>(record => record.Id == "12" && record.Verdict == Verdict.Act);
        }
        finally
        {
            Directory.Delete(Path.Combine(repo.Folder, run), recursive: true);
        }
    }

    [Fact]
    public void What_submissions_share_is_told_to_the_chair_and_not_to_the_authors()
    {
        using Run run = Season(new Run());
        string words = string.Join(
            ' ',
            Enumerable
                .Range(0, 60)
                .Select(i =>
                    $"The {(char)('a' + (i % 26))}th step of {(char)('a' + (i * 7 % 26))}{(char)('a' + (i * 3 % 26))} "
                    + $"differs from the other one by its length."
                )
        );
        foreach (string name in (string[])["x", "y"])
            run.With($"in/{name}/_posts/2024-05-07-{name}.md", Post + words);

        run.Start("triage", "in", "--out", "out", "--quiet").Should().Be(0, run.Error);

        TriageRecord x = Records(run, "out").Single(record => record.Id == "x");
        x.Findings.Should()
            .Contain(finding =>
                finding.Rule == "identity/shared-with-others"
                && finding.Message.Contains("nearly the same text with y", StringComparison.Ordinal)
            );
        run.Read("out/messages/x.md").Should().NotContain("same text");
        run.Read("out/triage.sarif").Should().Contain("nearly the same text with y");
        run.Start("explain", "identity/shared-with-others").Should().Be(0, "what a report names can be looked up");

        run.Start("triage", "in", "--out", "out", "--ignore", "identity/shared-with-others", "--quiet").Should().Be(0, run.Error);
        run.Read("out/triage.jsonl").Should().NotContain("shared-with-others");
    }

    [Theory]
    [InlineData("two submissions are called", "triage", "in", "in")]
    [InlineData("there is no such file or folder", "triage", "nowhere")]
    [InlineData("no submission was found", "triage", "empty")]
    [InlineData("name an empty or a new folder", "triage", "in", "--out", "in")]
    [InlineData("--shard takes I/N", "triage", "in", "--shard", "9/3")]
    [InlineData("no row leads to a file or folder", "triage", "lost.csv")]
    [InlineData("it is no git repository", "triage", "in", "--refs", "refs/pull/*/head")]
    [InlineData("the row has no id", "triage", "bad.csv")]
    [InlineData("a quotation mark is opened", "triage", "broken.csv")]
    [InlineData("no valid JSON", "triage", "bad.json")]
    [InlineData("the row has no name", "triage", "in", "--roster", "bad.csv")]
    [InlineData("another row has the id 1, too", "triage", "twice.csv")]
    [InlineData("there is no folder", "triage", "in", "--past", "nowhere")]
    [InlineData("it is no run folder", "merge", "in", "--quiet")]
    [InlineData("it is no finished run", "triage", "diff", "in", "in")]
    public void Bad_input_is_told(string message, params string[] arguments)
    {
        using Run run = Season(new Run())
            .With("empty/readme.txt", "")
            .With("bad.csv", "title\nWarm-up\n")
            .With("lost.csv", "id,path\n1,nowhere\n")
            .With("broken.csv", "id,path\n\"1,a\n")
            .With("bad.json", "{\"notes\": [}")
            .With("twice.csv", "id,path\n1,in/a-clean\n1,in/b-leak\n");
        run.Start(arguments).Should().Be(2);
        run.Error.Should().Contain(message);
    }

    private static Run Season(Run run) =>
        run.With("in/a-clean/_posts/2024-05-07-a.md", Post)
            .With(
                "in/b-leak/_posts/2024-05-07-b.md",
                Post.Replace(
                    "  - name: Anonymous\n",
                    "#   - name: Quirina Vandermolen\n#     url: https://vandermolen.example.org\n  - name: Anonymous\n",
                    StringComparison.Ordinal
                )
            )
            .With("in/c-suppressed/_posts/2024-05-07-c.md", Post + "\n<!-- postlint-disable identity -- because -->\n")
            .With("in/c-suppressed/.postlint.yml", "profile: double-blind\nignore: [identity]\n")
            .With("in/d-mail.md", Post + "\nWrite to quirina@vandermolen.example.edu for data.\n")
            .With("in/e-nothing/notes.txt", "nothing");

    private static TriageRecord[] Records(Run run, string folder) =>
        [
            .. run.Read($"{folder}/{TriageReport.Lines}")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize(line, TriageJson.Record)!),
        ];

    /// <summary>Two run folders hold the same results, byte for byte.</summary>
    private static void SameResults(Run run, string folder, string other)
    {
        string[] Files(string root) =>
            [
                .. Directory
                    .EnumerateFiles(Path.Combine(run.Folder, root), "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(Path.Combine(run.Folder, root), file))
                    .Where(file => !file.StartsWith(".state", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ];
        // A run keeps the id of its first end, whatever its submissions hold by now.
        string TextOf(string root, string file) =>
            System
                .Text.Encoding.Latin1.GetString(run.ReadBytes($"{root}/{file}"))
                .Replace(RunInfo.Of(Path.Combine(run.Folder, root))!.Id, "RUN", StringComparison.Ordinal);
        Files(folder).Should().Equal(Files(other));
        foreach (string file in Files(folder))
            (TextOf(folder, file) == TextOf(other, file)).Should().BeTrue($"{file} is the same in {folder} and {other}");
    }
}
