using System.Text.Json;

namespace PostLint.Tests.Server;

/// <summary>The language server, as an editor meets it.</summary>
public sealed class LanguageServerTests : IDisposable
{
    private const string Post = "_posts/2026-04-27-a.md";
    private const string Clean = "---\ntitle: A\nauthors:\n  - name: Anonymous\n---\n\nThe tide comes in twice a day.\n";
    private const string Leaking =
        "---\ntitle: A\nauthors:\n  - name: Anonymous\n# - name: Ada Example\n---\n\nThe tide. 😀 We thank Ada Example for her help.\n";

    private readonly Editor _editor = new();

    public void Dispose() => _editor.Dispose();

    [Fact]
    public async Task It_says_what_it_can_do()
    {
        JsonElement answer = await _editor.InitializeAsync();

        JsonElement capabilities = answer.GetProperty("result").GetProperty("capabilities");
        capabilities.GetProperty("textDocumentSync").GetProperty("change").GetInt32().Should().Be(2);
        capabilities.GetProperty("positionEncoding").GetString().Should().Be("utf-16");
        (await _editor.AskAsync("textDocument/formatting", new { }))
            .GetProperty("error")
            .GetProperty("code")
            .GetInt32()
            .Should()
            .Be(-32601);
        (await _editor.AskAsync("shutdown", new { })).GetProperty("result").ValueKind.Should().Be(JsonValueKind.Null);
        _editor.Tell("exit", new { });
        (await _editor.Server).Should().Be(0);
    }

    [Fact]
    public async Task What_is_typed_is_checked_before_it_is_saved()
    {
        await _editor.InitializeAsync();
        string uri = _editor.Write(Post, Clean);
        _editor.Open(uri, Clean);
        CodesOf(await _editor.DiagnosticsAsync(uri)).Should().NotContain("acknowledgment/sentence");

        _editor.Change(uri, Insertion(6, 30, " 😀 We thank Ada Example for her help."));

        JsonElement found = (await _editor.DiagnosticsAsync(uri)).Single(one => CodeOf(one) == "acknowledgment/sentence");
        found.GetProperty("message").GetString().Should().Contain("Ada Example");
        found.GetProperty("severity").GetInt32().Should().Be(1);
        found.GetProperty("codeDescription").GetProperty("href").GetString().Should().EndWith("/rules/acknowledgment/sentence/");
        RangeOf(found).Should().Be((6, 37, 6, 42), "“thank” stands behind an emoji of two units");
        File.ReadAllText(Path.Combine(_editor.Folder, Post)).Should().Be(Clean);
    }

    [Fact]
    public async Task Fixes_are_offered_and_unsafe_ones_called_so()
    {
        await _editor.InitializeAsync();
        string uri = _editor.Write(Post, Leaking);
        _editor.Open(uri, Leaking);
        JsonElement[] diagnostics = await _editor.DiagnosticsAsync(uri);
        JsonElement comment = diagnostics.Single(one => CodeOf(one) == "identity/commented-author");
        JsonElement thanks = diagnostics.Single(one => CodeOf(one) == "acknowledgment/sentence");

        JsonElement[] actions = await ActionsAsync(uri, comment.GetProperty("range"));
        JsonElement fix = actions.Single(one => one.TryGetProperty("isPreferred", out _));
        Apply(Leaking, fix, uri).Should().NotContain("- name: Ada").And.Contain("We thank Ada Example");
        JsonElement suppress = actions.Single(one =>
            TitleOf(one).StartsWith("Suppress identity/commented-author", StringComparison.Ordinal)
        );
        Apply(Leaking, suppress, uri).Should().Contain("\n# postlint-disable-next-block identity/commented-author -- \n# - name: Ada");

        JsonElement unsafeFix = (await ActionsAsync(uri, thanks.GetProperty("range"))).Single(one =>
            TitleOf(one).Contains("(unsafe", StringComparison.Ordinal)
        );
        Apply(Leaking, unsafeFix, uri).Should().NotContain("We thank");
        unsafeFix.GetProperty("diagnostics")[0].GetProperty("code").GetString().Should().Be("acknowledgment/sentence");

        JsonElement all = (await ActionsAsync(uri, thanks.GetProperty("range"), "source.fixAll")).Should().ContainSingle().Subject;
        Apply(Leaking, all, uri).Should().NotContain("- name: Ada").And.Contain("We thank Ada Example");
    }

    [Fact]
    public async Task Hover_tells_why_and_links_lead_to_pages()
    {
        await _editor.InitializeAsync();
        string text = Leaking + "\n<!-- postlint-disable-next-block identity/own-repository -- ours -->\n";
        string uri = _editor.Write(Post, text);
        _editor.Open(uri, text);
        await _editor.DiagnosticsAsync(uri);

        JsonElement hover = (await _editor.AskAsync("textDocument/hover", At(uri, 7, 17))).GetProperty("result");
        hover
            .GetProperty("contents")
            .GetProperty("value")
            .GetString()
            .Should()
            .Contain("Ada Example")
            .And.Contain("**Fix:**")
            .And.Contain("(https://");
        (await _editor.AskAsync("textDocument/hover", At(uri, 1, 0))).GetProperty("result").ValueKind.Should().Be(JsonValueKind.Null);
        JsonElement link = (await _editor.AskAsync("textDocument/documentLink", new { textDocument = new { uri } })).GetProperty("result")[
            0
        ];
        link.GetProperty("target").GetString().Should().EndWith("/rules/identity/own-repository/");
    }

    [Fact]
    public async Task A_bibliography_is_checked_with_its_post()
    {
        await _editor.InitializeAsync();
        _editor.Write(Post, Clean);
        const string Entry = "@article{a,\n  title = {A}\n}\n";
        string bib = _editor.Write("assets/bibliography/2026-04-27-a.bib", Entry);
        _editor.Open(bib, Entry);
        _editor.Change(bib, new { text = "@article{a,\n  title = {A},\n  file = {/home/adaexample/a.pdf}\n}\n" });

        JsonElement[] found = await _editor.DiagnosticsAsync(bib);

        CodesOf(found).Should().Contain("identity/user-path");
        RangeOf(found.Single(one => CodeOf(one) == "identity/user-path")).Item1.Should().Be(2);
    }

    [Fact]
    public async Task A_changed_configuration_holds_at_once()
    {
        await _editor.InitializeAsync();
        string uri = _editor.Write(Post, Leaking);
        _editor.Open(uri, Leaking);
        CodesOf(await _editor.DiagnosticsAsync(uri)).Should().Contain("acknowledgment/sentence");

        string configuration = _editor.Write(".postlint.yml", "severities: { acknowledgment/sentence: off }\n");
        _editor.Tell("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = configuration, type = 1 } } });
        CodesOf(await _editor.DiagnosticsAsync(uri))
            .Should()
            .NotContain("acknowledgment/sentence")
            .And.Contain("identity/commented-author");

        _editor.Write(".postlint.yml", "severitys: {}\n");
        _editor.Tell("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = configuration, type = 2 } } });
        JsonElement told = await _editor.NextAsync(message => Editor.IsNotification(message, "window/showMessage"));
        told.GetProperty("params").GetProperty("message").GetString().Should().Contain(".postlint.yml:1:").And.Contain("severitys");

        File.Delete(Path.Combine(_editor.Folder, ".postlint.yml"));
        _editor.Tell("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = configuration, type = 3 } } });
        CodesOf(await _editor.DiagnosticsAsync(uri)).Should().Contain("acknowledgment/sentence");
    }

    [Fact]
    public async Task What_is_closed_is_told_no_more_and_other_Markdown_is_left_alone()
    {
        await _editor.InitializeAsync();
        string uri = _editor.Write(Post, Leaking);
        _editor.Open(uri, Leaking);
        await _editor.DiagnosticsAsync(uri);

        _editor.Tell("textDocument/didClose", new { textDocument = new { uri } });
        (await _editor.DiagnosticsAsync(uri)).Should().BeEmpty();

        string readme = _editor.Write("README.md", "# Ours\n\nWe thank Ada Example for her help.\n");
        _editor.Open(readme, File.ReadAllText(Path.Combine(_editor.Folder, "README.md")));
        (await _editor.AskAsync("textDocument/hover", At(readme, 2, 4))).GetProperty("result").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Nonsense_ends_no_server()
    {
        await _editor.InitializeAsync();
        _editor.SendRaw("Content-Length: 3\r\n\r\n{x}");
        (await _editor.NextAsync(message => message.TryGetProperty("error", out _)))
            .GetProperty("error")
            .GetProperty("code")
            .GetInt32()
            .Should()
            .Be(-32700);
        _editor.SendRaw("Content-Length: 2\r\n\r\n[]");
        await _editor.NextAsync(message => message.TryGetProperty("error", out _));
        _editor.Tell("textDocument/didOpen", new { textDocument = 7 });
        (await _editor.AskAsync("textDocument/hover", new { position = "x" }))
            .GetProperty("error")
            .GetProperty("code")
            .GetInt32()
            .Should()
            .Be(-32602);
        _editor.Tell(
            "textDocument/didChange",
            new { textDocument = new { uri = "untitled:1", version = 2 }, contentChanges = new[] { new { text = "a" } } }
        );

        string post = _editor.Write(Post, Leaking);
        _editor.Open(post, Leaking);
        CodesOf(await _editor.DiagnosticsAsync(post)).Should().Contain("acknowledgment/sentence");
        _editor.HangUp();
        (await _editor.Server).Should().Be(1);
    }

    /// <summary>Whatever is typed, what is told is what a check of the same text finds.</summary>
    [Fact]
    public async Task After_random_edits_it_tells_what_a_fresh_check_finds()
    {
        string[] pieces =
        [
            "We thank Ada Example for her help.",
            "\n\n",
            "\r\n",
            "<!-- Ada: is that so? -->",
            "---\n",
            "😀",
            "https://github.com/ada-example/x",
            "<div>",
            "![a](assets/img/2026-04-27-a/steps.png)",
            "data:image/png;base64,AAAA",
            "# A heading\n",
            "$x$",
            "\u0000",
            "our code",
        ];
        var random = new Random(7);
        await _editor.InitializeAsync();
        string uri = _editor.Write(Post, Leaking);
        _editor.Write("assets/img/2026-04-27-a/steps.png", "no picture");
        string text = Leaking;
        _editor.Open(uri, text);
        await _editor.DiagnosticsAsync(uri);
        for (int round = 0; round < 20; round++)
        {
            var changes = new List<object>();
            for (int edit = 0; edit < 10; edit++)
            {
                int start = random.Next(text.Length + 1),
                    end = Math.Min(text.Length, start + (random.Next(3) == 0 ? random.Next(40) : 0));
                if (IsWithinPair(text, start) || IsWithinPair(text, end))
                    continue;
                string piece = pieces[random.Next(pieces.Length)];
                changes.Add(new { range = new { start = Position(text, start), end = Position(text, end) }, text = piece });
                text = text[..start] + piece + text[end..];
            }
            _editor.Change(uri, [.. changes]);
            (string, string)[] told = [.. (await _editor.DiagnosticsAsync(uri)).Select(one => (CodeOf(one), $"{RangeOf(one)}"))];

            using var other = new Editor();
            await other.InitializeAsync();
            string same = other.Write(Post, text);
            other.Write("assets/img/2026-04-27-a/steps.png", "no picture");
            other.Open(same, text);
            (string, string)[] fresh = [.. (await other.DiagnosticsAsync(same)).Select(one => (CodeOf(one), $"{RangeOf(one)}"))];
            told.Should().Equal(fresh, $"round {round}");
            told.Should().NotBeEmpty();
        }
    }

    private static bool IsWithinPair(string text, int at) =>
        at > 0 && at < text.Length && (char.IsLowSurrogate(text[at]) || (text[at - 1] == '\r' && text[at] == '\n'));

    private static object Position(string text, int offset)
    {
        int line = 0,
            start = 0;
        for (int at = 0; at < offset; at++)
        {
            bool isPair = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';
            if (text[at] is '\n' || (text[at] is '\r' && !isPair))
                (line, start) = (line + 1, at + 1);
        }
        return new { line, character = offset - start };
    }

    private static object Insertion(int line, int character, string text) =>
        new { range = new { start = new { line, character }, end = new { line, character } }, text };

    private static object At(string uri, int line, int character) => new { textDocument = new { uri }, position = new { line, character } };

    private async Task<JsonElement[]> ActionsAsync(string uri, JsonElement range, params string[] only)
    {
        object context = only.Length > 0 ? new { diagnostics = Array.Empty<object>(), only } : new { diagnostics = Array.Empty<object>() };
        JsonElement answer = await _editor.AskAsync(
            "textDocument/codeAction",
            new
            {
                textDocument = new { uri },
                range,
                context,
            }
        );
        return [.. answer.GetProperty("result").EnumerateArray()];
    }

    private static string Apply(string text, JsonElement action, string uri)
    {
        foreach (JsonElement edit in action.GetProperty("edit").GetProperty("changes").GetProperty(uri).EnumerateArray().Reverse())
        {
            int start = Offset(text, edit.GetProperty("range").GetProperty("start")),
                end = Offset(text, edit.GetProperty("range").GetProperty("end"));
            text = text[..start] + edit.GetProperty("newText").GetString() + text[end..];
        }
        return text;
    }

    private static int Offset(string text, JsonElement position)
    {
        int at = 0;
        for (int line = position.GetProperty("line").GetInt32(); line > 0; line--)
            at = text.IndexOf('\n', at) + 1;
        return at + position.GetProperty("character").GetInt32();
    }

    private static string CodeOf(JsonElement diagnostic) => diagnostic.GetProperty("code").GetString()!;

    private static string TitleOf(JsonElement action) => action.GetProperty("title").GetString()!;

    private static IEnumerable<string> CodesOf(JsonElement[] diagnostics) => diagnostics.Select(CodeOf);

    private static (int, int, int, int) RangeOf(JsonElement diagnostic)
    {
        JsonElement range = diagnostic.GetProperty("range");
        JsonElement start = range.GetProperty("start"),
            end = range.GetProperty("end");
        return (
            start.GetProperty("line").GetInt32(),
            start.GetProperty("character").GetInt32(),
            end.GetProperty("line").GetInt32(),
            end.GetProperty("character").GetInt32()
        );
    }
}
