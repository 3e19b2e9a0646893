using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using PostLint.Profiles;
using PostLint.PullRequests;
using PostLint.Reporting;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;
using PostLint.Tests.Assets;

namespace PostLint.Tests.Reporting;

/// <summary>
/// Identities are planted in every context; no masked report holds one, nor a part of one, nor what encodes it. A file's own path stands
/// only where it has to.
/// </summary>
public sealed partial class PlantedIdentityTests
{
    private const int Each = 10;

    // Syllables that no word of PostLint's own has, so that whatever is found was planted.
    private static readonly string[] s_given =
        ["Qaxiva", "Zewuko", "Xovyna", "Wuqezi", "Vyzoxa", "Jyqova", "Kuxyze", "Yzaqwo", "Oxuvyq", "Ewyzax"],
        s_family =
        ["Vuqozzen", "Xywakkov", "Zyxoffel", "Quvaxson", "Wyzekkari", "Juxovvic", "Kyqezzano", "Vexuwwas", "Yquzzadeh", "Oxyvekken"];
    private readonly List<string> _planted = [];

    [Fact]
    public void No_masked_report_holds_a_planted_identity()
    {
        Submission submission = Plant();
        var linter = new Linter(BuiltInPack.Create(), BuiltInPack.Catalogue.Profile("iclr-blog-2026"));
        SubmissionResult result = linter.Lint(submission);
        var run = new LintRun(BuiltInPack.Catalogue.Profile("iclr-blog-2026"), linter.Rules, [result], null, []);
        _planted.Should().HaveCountGreaterThanOrEqualTo(200);
        result.Findings.Should().HaveCountGreaterThan(60);

        var forms = SearchValues.Create([.. _planted.SelectMany(Forms).Distinct()], StringComparison.OrdinalIgnoreCase);
        foreach (ReportFormat format in ReportFormats.All)
        {
            string text = OwnPath().Replace(run.Print(format.Name, new ReportOptions("0.1.0") { ShowWhy = true }), "");

            int leak = text.AsSpan().IndexOfAny(forms);
            int from = Math.Max(0, leak - 80);
            leak.Should().Be(-1, $"{format.Name} is masked, but not {text.AsSpan(from, Math.Min(200, text.Length - from))}");
        }
    }

    /// <summary>Where a file's own path has to stand as it is: the address of an artifact, and the file of an annotation.</summary>
    [GeneratedRegex("""(?<="(?:uri|path)": ?")[^"]*(?=")|(?<=^::\w+ (?:title=[^,]*,)?file=)[^,]*""", RegexOptions.Multiline)]
    private static partial Regex OwnPath();

    /// <summary>An identity, its parts, and what encodes them.</summary>
    private static IEnumerable<string> Forms(string identity)
    {
        foreach (
            string part in identity
                .Split([' ', '@', '.', '/', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Where(part => part.Length >= 6)
                .Append(identity)
        )
        {
            yield return part;
            yield return Uri.EscapeDataString(part);
            yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(part)).TrimEnd('=')[..^1];
            yield return Convert.ToHexString(Encoding.UTF8.GetBytes(part));
            yield return string.Concat(part.Select(c => $"&#{(int)c};"));
        }
    }

    private Submission Plant()
    {
        const string Slug = "2026-04-27-warm-up";
        var front = new StringBuilder("---\nlayout: distill\ntitle: Warm-up\nauthors:\n");
        foreach (string name in Names(Each))
            front.Append(
                $"  - name: {name}\n    url: https://{Login(name)}.example.edu\n    affiliations:\n      name: {name} Institute\n"
            );
        foreach (string name in Names(Each))
            front.Append($"# - name: {name}\n#   email: {Mail(name)}\n");
        front.Append("---\n\n");
        var text = new StringBuilder();
        foreach (string name in Names(Each))
            text.Append($"<!-- Written by {name} -->\n\n");
        foreach (string name in Names(Each))
            text.Append($"We thank {name} for reading drafts of this post.\n\n");
        foreach (string name in Names(Each))
            text.Append($"Our code is [here](https://github.com/{Login(name)}/warm-up).\n\n");
        foreach (string name in Names(Each))
            text.Append($"Write to {Mail(name)} for data.\n\n");
        foreach (string name in Names(Each))
            text.Append($"```\n/home/{Login(name)}/run.py\n```\n\n");
        foreach (string name in Names(Each))
            text.Append(
                $"The code for this post is at https://{Login(name)}.github.io/notes and https://huggingface.co/{Login(name)}/model.\n\n"
            );
        foreach (string name in Names(Each))
            text.Append($"*By {name}, May 2026*\n\n");
        foreach (string name in Names(Each))
            text.Append($"[//]: # (note by {name})\n\n{{% comment %}} {name}: shorten this {{% endcomment %}}\n\n");
        foreach (string name in Names(Each))
            text.Append($"<img src=\"a.png\" alt=\"Photograph by {name}\" data-author=\"{name}\">\n\n");
        foreach (string name in Names(Each))
            text.Append($"In our previous work ({name}, 2024) we showed this. {name} is a PhD student at {name} University.\n\n");
        foreach (string name in Names(Each))
            text.Append($"<!-- postlint-disable-next-block identity/email -- {name} asked for it -->\n\nMail {Mail(name)}.\n\n");
        var works = new StringBuilder();
        foreach (string name in Names(Each))
            works.Append(
                $"@misc{{{Login(name)}2024,\n  author = {{{name}}},\n  file = {{/Users/{Login(name)}/Zotero/a.pdf}},\n  "
                    + $"owner = {{{Login(name)}}},\n  title = {{A}}\n}}\n"
            );
        var drawing = new StringBuilder("<svg xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:sodipodi=\"s\">");
        foreach (string name in Names(Each))
            drawing.Append(
                $"<metadata><dc:creator>{name}</dc:creator></metadata><!-- {name} --><g sodipodi:docname=\"/home/{Login(name)}/a.svg\"/>"
            );
        var notebook = new StringBuilder("{\"metadata\": {\"authors\": [");
        notebook.AppendJoin(',', Names(Each).Select(name => $"{{\"name\": \"{name}\"}}")).Append("]}, \"cells\": [");
        notebook
            .AppendJoin(
                ',',
                Names(Each)
                    .Select(name =>
                        $"{{\"cell_type\": \"code\", \"source\": [\"open('/home/{Login(name)}/x')\"], \"outputs\": "
                        + $"[{{\"output_type\": \"stream\", \"text\": [\"{Mail(name)}\"]}}], \"metadata\": {{}}}}"
                    )
            )
            .Append("]}");
        List<SubmittedFile> files =
        [
            Text($"_posts/{Slug}.md", FileRole.Post, front.Append(text).ToString()),
            Text($"assets/bibliography/{Slug}.bib", FileRole.Bibliography, works.ToString()),
            Text($"assets/img/{Slug}/a.svg", FileRole.TextAsset, drawing.Append("</svg>").ToString()),
            Text($"assets/html/{Slug}/a.ipynb", FileRole.TextAsset, notebook.ToString()),
        ];
        foreach (string name in Names(Each))
            files.AddRange(
                Scanned
                    .Of(
                        PngTests.Png(
                            ("IHDR", new byte[13]),
                            ("tEXt", Encoding.Latin1.GetBytes($"Author\0{name}")),
                            ("tEXt", Encoding.Latin1.GetBytes($"Comment\0mail {Mail(name)}")),
                            ("IEND", [])
                        ),
                        $"picture-{files.Count}.png"
                    )
                    .Files
            );
        string[] authors = [.. _planted.Take(Each)];
        for (int i = 0; i < Each; i++)
        {
            string name = authors[i],
                folder = i % 2 == 0 ? Slug : name.Split(' ')[1];
            string file = (i % 4) switch
            {
                0 => $"{name.Replace(' ', '-')}.png",
                1 => $"{name.Split(' ')[0].ToLowerInvariant()}_fig{i}.png",
                2 => $"{name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}2.png",
                _ => $"plot_{name.Split(' ')[1]}.png",
            };
            files.AddRange(
                Scanned
                    .Of(PngTests.Png(("IHDR", new byte[13]), ("tEXt", Encoding.Latin1.GetBytes($"Author\0{name}")), ("IEND", [])), file)
                    .Files.Select(part =>
                        part with
                        {
                            Path = $"assets/img/{folder}/{part.Path}",
                            Text = part.Text is null ? null : new($"assets/img/{folder}/{part.Path}", part.Text.Text),
                        }
                    )
            );
            files.Add(new($"assets/img/{folder}/{file}.bin", FileRole.BinaryAsset, null, []));
        }
        RequestCommit commit = new("53d5ff8aaaaaaaa", [.. Names(Each), .. Names(Each).Select(Mail)], "+0200", []);
        return new(Slug, files, [new($"assets/html/{authors[0].Replace(' ', '_')}/page.html", "it is not there any more")])
        {
            Request = new("d320e1daaaaaaaa", commit.Id, [], [commit])
            {
                Title = Names(1)[0],
                Body = $"By {Names(1)[0]}",
                Posts = [files[0].Path],
                Post = files[0].Path,
            },
        };
    }

    private static SubmittedFile Text(string path, FileRole role, string text) => new(path, role, new(path, text), []);

    private string[] Names(int count)
    {
        string[] names =
        [
            .. Enumerable
                .Range(_planted.Count, count)
                .Select(n =>
                    $"{s_given[n % 10]}{(char)('a' + (n / 10 % 26))}{(char)('a' + (n / 260))}x "
                    + $"{s_family[(n * 7 / 10) % 10]}{(char)('a' + (n % 26))}"
                ),
        ];
        _planted.AddRange(names);
        return names;
    }

    private string Login(string name)
    {
        string login = name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        _planted.Add(login);
        return login;
    }

    private string Mail(string name)
    {
        string mail = $"{name.Replace(' ', '.').ToLowerInvariant()}@examplia.edu";
        _planted.Add(mail.Split('@')[0]);
        return mail;
    }
}
