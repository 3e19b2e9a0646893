using System.Globalization;
using System.Text;
using System.Text.Json;
using PostLint.Rosters;
using PostLint.Setup;
using PostLint.Tests.Cli;
using PostLint.Triage;

namespace PostLint.Tests.Triage;

/// <summary>Exports of 300 submissions in the forms that submission systems write, each with a roster: no author gets lost.</summary>
public sealed class ExportTests
{
    private const int Count = 300;

    private static readonly string[] s_given =
    [
        "Ottokar",
        "Quirina",
        "Sigrun",
        "Balthasar",
        "Leontyne",
        "Evander",
        "Xanthe",
        "Ruprecht",
        "Ursel",
        "Cosmo",
    ];

    private static readonly string[] s_family =
    [
        "Brandlmeier",
        "Vandermolen",
        "Fjeldstadt",
        "Thistlewood",
        "Marchmonty",
        "Hohenfelde",
        "Zupancic",
        "Wetherbyrne",
        "Trelawner",
        "Castlemain",
    ];

    public static TheoryData<string> Forms =>
        ["openreview-1", "openreview-2", "openreview-2-objects", "openreview-2-signatures", "hotcrp", "cmt"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_submission_of_an_export_finds_its_authors_in_the_roster_and_no_others(string form)
    {
        using Run run = new Run();
        string source = Export(run, form);
        var options = Options(run, source);
        Roster roster = Roster.Read(Path.Combine(run.Folder, ProfilesOf(run, form)));
        RosterKeys keys = Roster.KeysOf(Path.Combine(run.Folder, "roster.json"));

        TriageListing listing = TriageSources.List(options);

        listing.Items.Should().HaveCount(Count - 12);
        listing.SetAside.Values.Sum().Should().Be(12);
        foreach (TriageItem item in listing.Items)
        {
            int number = NumberOf(item);
            string[] authors = [.. Declarations.AuthorsOf(item)];
            roster
                .AuthorsOf(Declarations.IdsOf(item), authors)
                .SelectMany(person => person.Names.Take(1))
                .Should()
                .BeEquivalentTo([NameOf(number, 0), NameOf(number, 1)], $"{form} {item.Id}");
            keys.Hold(Declarations.IdsOf(item), authors).Should().BeTrue();
        }
    }

    [Theory]
    [InlineData("openreview-2-objects")]
    [InlineData("hotcrp")]
    [InlineData("cmt")]
    public void An_export_is_a_roster_itself(string form)
    {
        using Run run = new Run();
        Roster roster = Roster.Read(Path.Combine(run.Folder, Export(run, form)));

        for (int i = 1; i <= Count; i += 7)
        {
            string id = form.StartsWith("openreview", StringComparison.Ordinal) ? $"note{i}" : Text(i);
            roster
                .AuthorsOf([id], [])
                .SelectMany(person => person.Names)
                .Should()
                .BeEquivalentTo([NameOf(i, 0), NameOf(i, 1)], $"{form} {id}");
        }
    }

    /// <summary>HotCRP's download “Authors”, as its older and its newer versions write it.</summary>
    [Theory]
    [InlineData("paper,title,first,last,email,affiliation,iscontact")]
    [InlineData("paper,title,given_name,family_name,email,affiliation,iscontact")]
    public void Hotcrps_list_of_authors_is_a_roster(string head)
    {
        using var run = new Run();
        var table = new StringBuilder(head).AppendLine();
        for (int i = 1; i <= Count; i++)
        {
            foreach (int author in (int[])[0, 1])
            {
                string[] name = NameOf(i, author).Split(' ');
                table.AppendLine(CultureInfo.InvariantCulture, $"{i},A title,{name[0]},{name[1]},a{i}@example.org,Examplia,no");
            }
        }
        Roster roster = Roster.Read(Path.Combine(run.With("authors.csv", table.ToString()).Folder, "authors.csv"));

        for (int i = 1; i <= Count; i++)
        {
            roster
                .AuthorsOf([Text(i)], [])
                .SelectMany(person => person.Names)
                .Should()
                .BeEquivalentTo([NameOf(i, 0), NameOf(i, 1)], $"paper {i}");
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Leaks_and_conflicts_that_only_the_roster_shows_are_found(string form)
    {
        using Run run = new Run();
        string source = Export(run, form, count: 24, isWhole: true);
        string profiles = ProfilesOf(run, form, count: 24);

        run.Start(
                "triage",
                source,
                "--attachments",
                "files",
                "--roster",
                profiles,
                "--profile",
                "iclr-blog-2026",
                "--out",
                "out",
                "--quiet"
            )
            .Should()
            .Be(0, run.Error);

        Dictionary<int, TriageRecord> records = run.Read("out/triage.jsonl")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize(line, TriageJson.Record)!)
            .ToDictionary(record => NumberOf(record.Id));
        foreach ((int number, TriageRecord record) in records)
        {
            record.Reasons.Any(reason => reason.Rule == "identity/roster-name").Should().Be(number % 3 == 0, $"{form} {record.Id}");
            record.Lanes[0].Verdict.Should().Be(number % 3 == 0 ? Verdict.Act : Verdict.Clear);
            record.Reasons.Any(reason => reason.Rule == "conflict/undeclared-conflict").Should().Be(number % 4 == 1, $"{form} {record.Id}");
        }
        run.Read("out/report.html").Should().NotContain("A harsh review", "replies are never shown");
    }

    [Fact]
    public void A_roster_that_knows_no_submission_is_an_error()
    {
        using Run run = new Run();
        string source = Export(run, "openreview-2", count: 4, isWhole: true);
        run.With("roster.csv", "submission,name\nP1,Ottokar Brandlmeier\n");

        run.Start("triage", source, "--attachments", "files", "--roster", "roster.csv", "--out", "out").Should().Be(2);

        run.Error.Should().Contain("the roster lists no author of any submission").And.Contain("“P1”").And.Contain("“note1”");
    }

    private static TriageOptions Options(Run run, string source) =>
        new()
        {
            Sources = [source],
            WorkingDirectory = run.Folder,
            Out = Path.Combine(run.Folder, "out"),
            Settings = new RunSettings(),
            Version = "",
            Build = [],
            Attachments = Path.Combine(run.Folder, "files"),
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int NumberOf(TriageItem item) => NumberOf(item.Id);

    private static int NumberOf(string id) => int.Parse(id.Replace("note", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    // All pairs differ, so that a name alone tells whose it is.
    private static string NameOf(int submission, int author)
    {
        int person = (2 * submission) + author;
        return $"{s_given[person % 10]} {s_family[person / 10 % 10]}{(char)('a' + (person / 100))}n";
    }

    private static string ProfileOf(int submission, int author) => $"~{NameOf(submission, author).Replace(' ', '_')}1";

    private static string MailOf(int submission, int author) =>
        $"{NameOf(submission, author).ToLowerInvariant().Replace(' ', '.')}@thistledown.example.edu";

    private static string Export(Run run, string form, int count = Count, bool isWhole = false)
    {
        for (int i = 1; i <= count; i++)
        {
            string post =
                "---\nlayout: distill\ntitle: Post\ndescription: Why it helps. It is short.\n"
                + "date: 2026-04-27\nauthors:\n  - name: Anonymous\n"
                + $"bibliography: 2026-04-27-post-{i}.bib\n---\n\n## Why\n\nThe rate grows over the first steps of [On ramps].\n";
            if (i % 3 == 0)
                post += $"\nThe plot is by {NameOf(i, 1)}.\n";
            if (i % 4 == 1)
                post += "\nThis post is about <d-cite key=\"ramps\"></d-cite>. We repeat it <d-cite key=\"ramps\"></d-cite>.\n";
            if (i > 3 || isWhole)
                run.With($"files/{i}/_posts/2026-04-27-post-{i}.md", post);
            if (isWhole)
                run.With(
                    $"files/{i}/assets/bibliography/2026-04-27-post-{i}.bib",
                    $"@article{{ramps,\n  title = {{On ramps}},\n  author = {{{(i % 4 == 1 ? NameOf(i, 0) : "Pim Oddwater")}}},\n"
                        + $"  year = {{2025}}\n}}\n"
                );
        }
        return form switch
        {
            "openreview-1" => Notes(run, count, OldNote),
            "openreview-2" => Notes(run, count, i => NewNote(i, new { value = new[] { NameOf(i, 0), NameOf(i, 1) } }, withIds: true)),
            "openreview-2-objects" => Notes(run, count, i =>
                NewNote(
                    i,
                    new { value = new[] { 0, 1 }.Select(author => new { fullname = NameOf(i, author), username = ProfileOf(i, author) }) },
                    withIds: false
                )
            ),
            "openreview-2-signatures" => Notes(run, count, i => NewNote(i, null, withIds: false)),
            "hotcrp" => Papers(run, count),
            _ => Table(run, count),
        };
    }

    private static string Notes(Run run, int count, Func<int, object> note)
    {
        IEnumerable<object> notes = Enumerable.Range(1, count).Select(note);
        var review = new
        {
            id = "review1",
            forum = "note5",
            replyto = "note5",
            content = new { review = new { value = "A harsh review" } },
        };
        run.With("notes.json", JsonSerializer.Serialize(new { notes = notes.Append(review) }));
        return "notes.json";
    }

    /// <summary>Every twenty-fifth is no submission any more, where the export is a whole season.</summary>
    private static bool IsAside(int number) => number % 25 == 0;

    private static object OldNote(int i) =>
        new
        {
            id = $"note{i}",
            forum = $"note{i}",
            number = i,
            invitation = IsAside(i) ? "Example.cc/2026/Blog/-/Withdrawn_Submission" : "Example.cc/2026/Blog/-/Blind_Submission",
            tcdate = 1732000000000 + i,
            signatures = new[] { $"Example.cc/2026/Blog/Paper{i}/Authors" },
            details = new { replies = new[] { new { review = "A harsh review" } } },
            content = new
            {
                title = $"Post {i}",
                authors = new[] { NameOf(i, 0), NameOf(i, 1) },
                authorids = new[] { ProfileOf(i, 0), ProfileOf(i, 1) },
            },
        };

    private static object NewNote(int i, object? authors, bool withIds)
    {
        var content = new Dictionary<string, object>
        {
            ["title"] = new { value = $"Post {i}" },
            ["venueid"] = new
            {
                value = !IsAside(i) ? "Example.cc/2026/Blog/Submission"
                : i % 50 == 0 ? "Example.cc/2026/Blog/Withdrawn_Submission"
                : "Example.cc/2026/Blog/Desk_Rejected_Submission",
            },
        };
        if (authors is not null)
            content["authors"] = authors;
        if (withIds)
            content["authorids"] = new { value = new[] { ProfileOf(i, 0), ProfileOf(i, 1) } };
        return new
        {
            id = $"note{i}",
            forum = $"note{i}",
            number = i,
            cdate = 1732000000000 + i,
            ddate = (long?)null,
            domain = "Example.cc/2026/Blog",
            invitations = new[] { "Example.cc/2026/Blog/-/Submission" },
            signatures = authors is null ? [ProfileOf(i, 0), ProfileOf(i, 1)] : new[] { $"Example.cc/2026/Blog/Submission{i}/Authors" },
            details = new { replies = new[] { new { content = new { review = new { value = "A harsh review" } } } } },
            content,
        };
    }

    private static string Papers(Run run, int count)
    {
        var papers = Enumerable
            .Range(1, count)
            .Select(i => new
            {
                @object = "paper",
                pid = i,
                title = $"Post {i}",
                authors = new[] { 0, 1 }.Select(author => new
                {
                    email = MailOf(i, author),
                    first = NameOf(i, author).Split(' ')[0],
                    last = NameOf(i, author).Split(' ')[1],
                    affiliation = "Thistledown University",
                }),
                status = IsAside(i) ? "withdrawn" : "submitted",
                submitted = true,
                submitted_at = 1732000000 + i,
                submission = new { mimetype = "application/zip", size = 12 },
            });
        run.With("papers.json", JsonSerializer.Serialize(papers));
        return "papers.json";
    }

    private static string Table(Run run, int count)
    {
        var table = new StringBuilder(
            "Paper ID,Created,Paper Title,Primary Contact Author Name,Primary Contact Author Email,"
                + "Author Names,Author Emails,Track Name,Status\r\n"
        );
        for (int i = 1; i <= count; i++)
            table.Append(
                CultureInfo.InvariantCulture,
                $"{i},11/30/2025 2:31:24 AM -07:00,Post {i},{NameOf(i, 0)},{MailOf(i, 0)},\"{Turned(i, 0)} (Thistledown University)*; "
                    + $"{Turned(i, 1)} (Thistledown University)\""
                    + $",{MailOf(i, 0)}*; {MailOf(i, 1)},Blog,{(IsAside(i) ? "Withdrawn" : "Awaiting Decision")}\r\n"
            );
        run.With("papers.csv", table.ToString());
        return "papers.csv";
    }

    private static string Turned(int submission, int author) => string.Join(", ", NameOf(submission, author).Split(' ').Reverse());

    /// <summary>A roster of profiles, or where the system has none, of addresses.</summary>
    private static string ProfilesOf(Run run, string form, int count = Count)
    {
        IEnumerable<(int Submission, int Author)> people = Enumerable.Range(1, count).SelectMany(i => ((int, int)[])[(i, 0), (i, 1)]);
        object roster = form.StartsWith("openreview", StringComparison.Ordinal)
            ? new
            {
                profiles = people.Select(person => new
                {
                    id = ProfileOf(person.Submission, person.Author),
                    content = new
                    {
                        names = new[]
                        {
                            new
                            {
                                fullname = NameOf(person.Submission, person.Author),
                                username = ProfileOf(person.Submission, person.Author),
                            },
                        },
                        emailsConfirmed = new[] { MailOf(person.Submission, person.Author) },
                        history = new[] { new { institution = new { name = "Thistledown University" }, end = (int?)null } },
                    },
                }),
            }
            : new
            {
                people = people.Select(person => new
                {
                    name = NameOf(person.Submission, person.Author),
                    email = MailOf(person.Submission, person.Author),
                }),
            };
        run.With("roster.json", JsonSerializer.Serialize(roster));
        return "roster.json";
    }
}
