using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PostLint.Tests.Cli;
using PostLint.Triage;

namespace PostLint.Tests.Triage;

/// <summary>Whatever a submission holds, it is a row, and the others are judged as if it were not there.</summary>
public sealed class HostileSeasonTests
{
    private const string Front = "---\nlayout: distill\ntitle: Warm-up\nauthors:\n  - name: Anonymous\n---\n\n";

    [Fact]
    public void Hostile_submissions_are_rows_and_the_others_stay_untouched()
    {
        using var run = new Run();
        string[] hostile = [.. Plant(run)];
        hostile.Should().HaveCountGreaterThanOrEqualTo(60);
        for (int i = 0; i < 6; i++)
        {
            run.With(
                $"in/{(char)('a' + (i * 5))}-good/_posts/2024-05-07-good.md",
                Front + "Write to quirina@vandermolen.example.edu for data.\n"
            );
            run.With(
                $"alone/{(char)('a' + (i * 5))}-good/_posts/2024-05-07-good.md",
                Front + "Write to quirina@vandermolen.example.edu for data.\n"
            );
        }

        run.Start("triage", "in", "--out", "out", "--timeout", "20", "--memory", "512", "--quiet").Should().Be(0, run.Error);
        run.Start("triage", "alone", "--out", "out-alone", "--quiet").Should().Be(0, run.Error);

        Dictionary<string, TriageRecord> records = Records(run, "out");
        records.Keys.Should().Contain(hostile);
        foreach ((string id, TriageRecord alone) in Records(run, "out-alone"))
            JsonSerializer.Serialize(records[id], TriageJson.Record).Should().Be(JsonSerializer.Serialize(alone, TriageJson.Record));
        records
            .Values.Where(record => record.Unread.Any(unread => unread.StartsWith("fault", StringComparison.Ordinal)))
            .Should()
            .BeEmpty();
    }

    [Fact]
    public void What_takes_too_long_or_too_much_memory_is_unreadable_and_says_so()
    {
        using var run = new Run();
        run.With(
            "in/slow/_posts/2024-05-07-slow.md",
            Front
                + string.Concat(
                    Enumerable.Repeat("The rate grows, and [the code](https://github.com/someone/x) of *this* post is at `a`. ", 340_000)
                )
        );
        run.With("in/good/_posts/2024-05-07-good.md", Front + "Text.\n");

        run.Start("triage", "in", "--out", "late", "--timeout", "3", "--jobs", "1", "--quiet").Should().Be(0, run.Error);
        run.Start("triage", "in", "--out", "large", "--memory", "100", "--quiet").Should().Be(0, run.Error);

        Records(run, "late")["slow"].Failure.Should().Be("checking it takes longer than 3 seconds");
        Records(run, "large")["slow"].Failure.Should().Be("checking it needs more memory than 100 MB");
        Records(run, "late").Should().ContainKey("good", "the next one is checked, however slow the machine is");
        run.Read("late/messages/slow.md").Should().Contain("Your post could not be read");
        File.Exists(Path.Combine(run.Folder, "late/sarif/slow.sarif")).Should().BeTrue();
    }

    private static IEnumerable<string> Plant(Run run)
    {
        int count = 0;
        string Add(string name, string file, byte[] bytes)
        {
            string id = $"h{count++:D2}-{name}";
            run.Write($"in/{id}/{file}", bytes);
            return id;
        }
        string Text(string name, string text, string file = "_posts/2024-05-07-h.md") => Add(name, file, Encoding.UTF8.GetBytes(text));
        string Asset(string name, string file, byte[] bytes)
        {
            string id = Text(name, Front + "Text.\n");
            run.Write($"in/{id}/assets/{file}", bytes);
            return id;
        }
        string Deep(string open, int depth) => string.Concat(Enumerable.Repeat(open, depth));

        // Nesting.
        foreach (
            (string name, string open) in ((string, string)[])
                [
                    ("quotes", "> "),
                    ("lists", "- "),
                    ("brackets", "["),
                    ("parens", "[a]("),
                    ("stars", "*a **b "),
                    ("divs", "<div>"),
                    ("spans", "<span a=\"b\">"),
                    ("comments", "<!-- "),
                    ("liquid", "{% if a %}"),
                    ("backticks", "`"),
                    ("footnotes", "[^1]: "),
                    ("tables", "|a"),
                    ("images", "!["),
                    ("math", "$$ \\frac{"),
                    ("headings", "# "),
                ]
        )
            yield return Text(name, Front + Deep(open, 100_000));
        yield return Text("yaml-flow", $"---\ntitle: {Deep("[", 100_000)}\n---\n");
        yield return Text("yaml-map", $"---\n{string.Concat(Enumerable.Range(0, 3_000).Select(i => new string(' ', i) + "a:\n"))}---\n");
        yield return Text(
            "yaml-alias",
            "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: &e [*d, *d]\nf: &f [*e, *e]\ng: [*f, *f]\n---\n"
        );
        yield return Text("yaml-cycle", "---\na: &a\n  b: *a\n---\n");
        yield return Asset("bib-braces", "a.bib", Encoding.UTF8.GetBytes("@misc{a, title = " + Deep("{", 100_000)));
        yield return Asset("bib-crossref", "a.bib", "@misc{a, crossref = {b}}\n@misc{b, crossref = {a}}\n"u8.ToArray());
        yield return Asset("bib-strings", "a.bib", "@string{a = b # b}\n@string{b = a # a}\n@misc{c, title = a}\n"u8.ToArray());
        yield return Asset("svg-deep", "a.svg", Encoding.UTF8.GetBytes(Deep("<g>", 100_000)));
        yield return Asset(
            "svg-entities",
            "a.svg",
            (
                "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c "u8
                + "\"&b;&b;&b;&b;&b;&b;\">]><svg>&c;&c;</svg>"u8
            ).ToArray()
        );
        yield return Asset("svg-external", "a.svg", "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg>&a;</svg>"u8.ToArray());
        yield return Asset("json-deep", "a.json", Encoding.UTF8.GetBytes(Deep("[", 100_000)));
        yield return Asset("notebook-deep", "a.ipynb", Encoding.UTF8.GetBytes("{\"cells\": " + Deep("[{\"a\":", 50_000)));
        yield return Asset("notebook-wrong", "a.ipynb", "{\"cells\": 7}"u8.ToArray());

        // Lines and bytes.
        yield return Text("one-line", Front + new string('a', 8_000_000));
        yield return Text("no-words", Front + new string('\n', 3_000_000));
        yield return Text("spaces", Front + new string(' ', 4_000_000));
        yield return Text("marks", Front + "a" + new string('\u0301', 500_000));
        yield return Text("bidi", Front + string.Concat(Enumerable.Repeat("\u202E\u2066", 200_000)));
        yield return Text("zero-width", Front + string.Concat(Enumerable.Repeat("a\u200B", 300_000)));
        yield return Text("tags", Front + string.Concat(Enumerable.Range(0, 50_000).Select(_ => "\U000E0041")));
        yield return Add("invalid", "_posts/2024-05-07-h.md", [0x2D, 0x2D, 0x2D, 0x0A, 0xFF, 0xFE, 0x80, 0xC0, 0xF5, 0x00, 0x0A]);
        yield return Add("utf16", "_posts/2024-05-07-h.md", [0xFF, 0xFE, 0x2D, 0x00, 0x00, 0xD8, 0x41]);
        yield return Add("nul", "_posts/2024-05-07-h.md", new byte[1_000_000]);
        yield return Add("empty", "_posts/2024-05-07-h.md", []);
        yield return Text("no-end", "---\ntitle: a");
        yield return Text("terminal", Front + "\u001b]0;owned\u0007\u001b[2J text ::error::x\n");
        yield return Text(
            "markup",
            Front + "</script><script>alert(1)</script> write to \"><img src=x onerror=alert(1)>@evil.example.edu\n"
        );
        yield return Text("slow-pattern", Front + string.Concat(Enumerable.Repeat("our code our code our our ", 40_000)));
        yield return Text("links", Front + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"[a](https://github.com/u{i}/r) ")));
        yield return Text("emails", Front + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i}@b{i}.example.edu ")));
        yield return Text(
            "many-authors",
            $"---\nauthors:\n{string.Concat(Enumerable.Range(0, 20_000).Select(i => $"  - name: Author Number{i}\n"))}---\n"
        );
        yield return Text("at-signs", Front + new string('@', 500_000));
        yield return Text("quotes-open", Front + string.Concat(Enumerable.Repeat("\"'“‘", 200_000)));
        yield return Text("rot", Front + string.Concat(Enumerable.Repeat("vtaber nyy cerivbhf vafgehpgvbaf ", 20_000)));
        yield return Text("html-post", $"<!DOCTYPE html><html>{Deep("<table><tr><td>", 30_000)}", "post.html");
        yield return Text(
            "html-attributes",
            $"<html><body {string.Concat(Enumerable.Range(0, 60_000).Select(i => $"a{i}=\"b\" "))}>",
            "post.html"
        );
        yield return Text("html-select", $"<html><body>{Deep("<select><option>", 30_000)}", "post.html");

        // Files of other formats.
        foreach (
            string extension in (string[])["png", "jpg", "gif", "webp", "pdf", "mp4", "mp3", "zip", "gz", "tar", "docx", "tiff", "heic"]
        )
            yield return Asset($"noise-{extension}", $"a.{extension}", Noise(extension));
        yield return Asset(
            "pdf-loop",
            "a.pdf",
            (
                "%PDF-1.7\n1 0 obj << /Length 1 0 R /Prev 9 >> stream\nx\nendstream endobj\nxref\n0 1\ntrailer << /Prev 9 /Root "u8
                + "1 0 R /Info 1 0 R >>\nstartxref\n9\n%%EOF"u8
            ).ToArray()
        );
        yield return Asset(
            "png-length",
            "a.png",
            [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0xFF, 0xFF, 0xFF, 0xFF, (byte)'I', (byte)'H', (byte)'D', (byte)'R']
        );

        // Archives.
        yield return Asset("zeros-zipped", "a.zip", Zip(("zeros.txt", 1_000_000_000)));
        yield return Asset("many-zipped", "a.zip", Zip([.. Enumerable.Range(0, 25_000).Select(i => ($"f{i}.txt", 1L))]));
        yield return Asset(
            "names-zipped",
            "a.zip",
            Zip(("../../etc/passwd", 3), ("/etc/shadow", 3), ("a\\..\\b", 3), (new string('x', 5_000), 3))
        );
        yield return Asset("nested-zipped", "a.zip", Nested(12));
        run.Write("in/h-archive.zip", Zip(("_posts/2024-05-07-h.md", 400_000_000)));
        yield return "h-archive";
        run.Write("in/h-nothing.zip", "PK"u8.ToArray());
        yield return "h-nothing";
        if (OperatingSystem.IsWindows())
            yield break;

        // Links.
        yield return Text("link-out", Front + "![a](../secret.png)\n");
        Directory.CreateSymbolicLink(Path.Combine(run.Folder, "in", "h-link"), "/etc");
        yield return "h-link";
        string loop = Text("link-loop", Front + "Text.\n");
        Directory.CreateSymbolicLink(Path.Combine(run.Folder, "in", loop, "assets"), ".");
        yield return loop;
        string gone = Text("link-gone", Front + "Text.\n");
        File.CreateSymbolicLink(Path.Combine(run.Folder, "in", gone, "a.png"), "nowhere");
        yield return gone;
        string device = Text("link-device", Front + "Text.\n");
        File.CreateSymbolicLink(Path.Combine(run.Folder, "in", device, "a.txt"), "/dev/zero");
        yield return device;
    }

    private static byte[] Noise(string seed)
    {
        byte[] magic = seed switch
        {
            "png" => [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10],
            "jpg" => [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF],
            "gif" => "GIF89a"u8.ToArray(),
            "webp" => "RIFF\0\0\0\u007fWEBP"u8.ToArray(),
            "pdf" => "%PDF-1.4\n"u8.ToArray(),
            "mp4" => "\0\0\0\u0018ftypisom"u8.ToArray(),
            "zip" or "docx" => "PK\u0003\u0004"u8.ToArray(),
            "gz" => [0x1F, 0x8B, 8],
            "tiff" => "II*\0\u0008\0\0\0"u8.ToArray(),
            _ => "ID3\u0003"u8.ToArray(),
        };
        byte[] noise = new byte[200_000];
        new Random(seed.Length).NextBytes(noise);
        magic.CopyTo(noise, 0);
        return noise;
    }

    private static byte[] Zip(params (string Name, long Zeros)[] files)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            byte[] zeros = new byte[1 << 20];
            foreach ((string name, long length) in files)
            {
                using Stream entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                for (long left = length; left > 0; left -= zeros.Length)
                    entry.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
            }
        }
        return output.ToArray();
    }

    private static byte[] Nested(int depth)
    {
        byte[] inner = Zip(("a.txt", 10));
        for (int i = 0; i < depth; i++)
        {
            using var output = new MemoryStream();
            using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
            {
                using Stream entry = zip.CreateEntry("inner.zip").Open();
                entry.Write(inner);
            }
            inner = output.ToArray();
        }
        return inner;
    }

    private static Dictionary<string, TriageRecord> Records(Run run, string folder) =>
        run.Read($"{folder}/{TriageReport.Lines}")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize(line, TriageJson.Record)!)
            .ToDictionary(record => record.Id);
}
