using System.Text;
using PostLint.Fixing;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Tests.Fixing;

public sealed class CodeFixTests
{
    private static readonly Linter s_linter = new(BuiltInPack.Create(), new Profile("test", "", new Dictionary<string, RuleSetting>()));

    [Theory]
    [InlineData(
        "---\nauthors:\n  - name: Anonymous\n#  - name: Ada Example\n#    url: https://ada.example.org\ntitle: A\n---\n",
        "---\nauthors:\n  - name: Anonymous\ntitle: A\n---\n"
    )]
    [InlineData(
        "---\ntitle: A\n# keep: the layout is fixed\n#  - name: Ada Example\n#    url: https://ada.example.org\n# the "
            + "bibliography is below\n---\n",
        "---\ntitle: A\n# keep: the layout is fixed\n# the bibliography is below\n---\n"
    )]
    [InlineData(
        "---\r\nauthors:\r\n  - name: Ada Example\r\n    url: https://ada.example.org\r\n  - name: Ben Sample\r\ntitle: A\r\n---\r\n",
        "---\r\nauthors:\r\n  - name: Anonymous\r\ntitle: A\r\n---\r\n"
    )]
    [InlineData("---\nauthor: Ada Example\ntitle: A\n---\n", "---\nauthor: Anonymous\ntitle: A\n---\n")]
    [InlineData("---\ntitle: A\n---\n\nText.\n\n<!-- Written by Ada Example -->\n\nMore.", "---\ntitle: A\n---\n\nText.\n\n\nMore.")]
    [InlineData("---\ntitle: A\n---\n\nA wo\u200Brd and a le\u200Btter.\n", "---\ntitle: A\n---\n\nA word and a letter.\n")]
    public void Safe_fixes_change_what_they_must(string before, string after) => Fixed(before, takesUnsafe: false).Should().Be(after);

    [Theory]
    [InlineData(
        "Text.\n\n## Acknowledgements\n\nWe thank Ada Example for her help.\n\n## Appendix\n\nMore.\n",
        "Text.\n\n## Appendix\n\nMore.\n"
    )]
    [InlineData(
        "The code for this blog post is [here](https://github.com/ada-example/warm-up).\n",
        "The code for this blog post is [here](#link-removed-for-review).\n"
    )]
    [InlineData(
        "As we showed in our previous work <d-cite key=\"a\"></d-cite>, heads may be pruned.\n\nMore.\n",
        "Heads may be pruned.\n\nMore.\n"
    )]
    [InlineData("Heads may be pruned, as we showed in our previous work <d-cite key=\"a\"></d-cite>.\n", "Heads may be pruned.\n")]
    [InlineData("Heads may, as we showed in our previous work <d-cite key=\"a\"></d-cite>, be pruned.\n", "Heads may be pruned.\n")]
    [InlineData("Heads may be pruned (as we showed in our previous work <d-cite key=\"a\"></d-cite>).\n", "Heads may be pruned.\n")]
    [InlineData("One.\nWe build on our previous work <d-cite key=\"a\"></d-cite>.\nTwo.\n", "One.\nTwo.\n")]
    [InlineData("Write to us at ada@examplia.edu today.\n", "Write to us at [e-mail address removed for review] today.\n")]
    [InlineData("```\n/home/adaexample/run.py\n```\n", "```\n/home/user/run.py\n```\n")]
    public void Unsafe_fixes_wait_to_be_asked_for(string before, string after)
    {
        Fixed(before, takesUnsafe: false).Should().Be(before);
        Fixed(before, takesUnsafe: true).Should().Be(after);
    }

    [Theory]
    [InlineData(
        "@misc{a,\n  title = {A},\n  file = {/home/ada/a.pdf},\n  year = 2020\n}\n",
        "@misc{a,\n  title = {A},\n  year = 2020\n}\n"
    )]
    [InlineData("@misc{a, title = {A}, owner = {adaexample}, year = 2020}\n", "@misc{a, title = {A},  year = 2020}\n")]
    public void Private_fields_are_dropped(string before, string after) => Fixed(before, takesUnsafe: false, "a.bib").Should().Be(after);

    [Theory]
    [InlineData(
        "<svg><metadata><dc:creator><cc:Agent><dc:title>Ada Example</dc:title></cc:Agent></dc:creator></metadata><rect/></svg>",
        "<svg><metadata></metadata><rect/></svg>"
    )]
    [InlineData("<svg><g inkscape:export-filename=\"/home/adaexample/a.png\" id=\"a\"/></svg>", "<svg><g  id=\"a\"/></svg>")]
    public void Drawings_lose_what_they_say_of_their_maker(string before, string after) =>
        Fixed(before, takesUnsafe: false, "a.svg").Should().Be(after);

    [Theory]
    [InlineData(
        "<d-front-matter><script type=\"text/json\">{\n\"title\": \"A\",\n\"authors\": [{\"author\": \"Ada Example\", "
            + "\"authorURL\": \"https://ada.example.org\"}],\n\"katex\": {}\n}</script></d-front-matter>\n<p>Text.</p>\n",
        "<d-front-matter><script type=\"text/json\">{\n\"title\": \"A\",\n\"authors\": [{\"author\": "
            + "\"Anonymous\"}],\n\"katex\": {}\n}</script></d-front-matter>\n<p>Text.</p>\n"
    )]
    public void Pages_lose_their_authors(string before, string after) => Fixed(before, takesUnsafe: false, "a.html").Should().Be(after);

    [Fact]
    public void Values_of_notebooks_are_emptied() =>
        Fixed("""{"cells": [], "metadata": {"authors": [{"name": "Ada Example"}]}}""", takesUnsafe: false, "a.ipynb")
            .Should()
            .Be("""{"cells": [], "metadata": {"authors": [{"name": ""}]}}""");

    [Fact]
    public void Fixing_twice_is_fixing_once()
    {
        const string Text =
            "---\nauthors:\n  - name: Ada Example\n# - name: Ben Sample\n---\n\n<!-- Written by Ada Example -->\n\nWe thank "
            + "Ada Example for her help.\n\nText.\n";
        string once = Fixed(Text, takesUnsafe: true);

        Fixed(once, takesUnsafe: true).Should().Be(once);
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF })]
    [InlineData(new byte[0])]
    public void All_else_stays_byte_for_byte(byte[] mark)
    {
        byte[] before = [.. mark, .. Encoding.UTF8.GetBytes("é x 😀 y\r\nz")];
        TextEdits edits = TextEdits.Of([
            new(Message.Of($"a"), new("a.md", 2, 1), "", true),
            new(Message.Of($"b"), new("a.md", 7, 1), "ü", true),
        ]);

        edits.Apply(before, "é x 😀 y\r\nz").Should().Equal([.. mark, .. Encoding.UTF8.GetBytes("é  😀 ü\r\nz")]);
    }

    [Fact]
    public void Utf16_stays_utf16()
    {
        byte[] before = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a😀b")];
        TextEdits edits = TextEdits.Of([new(Message.Of($"a"), new("a.md", 3, 1), "ü", true)]);

        edits.Apply(before, "a😀b").Should().Equal([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a😀ü")]);
    }

    [Fact]
    public void Of_two_that_overlap_the_larger_wins()
    {
        TextEdits edits = TextEdits.Of([
            new(Message.Of($"a"), new("a.md", 2, 2), "x", true),
            new(Message.Of($"b"), new("a.md", 0, 6), "", true),
            new(Message.Of($"c"), new("a.md", 5, 3), "", true),
        ]);

        edits.Apply("abcdefghij").Should().Be("ghij");
    }

    [Fact]
    public void Difference_is_that_of_diff_u()
    {
        var source = new SourceText("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
        TextEdits edits = TextEdits.Of([new(Message.Of($"a"), new("a.md", 8, 2), "", true)]);

        UnifiedDiff.Of(source, edits).Should().Be("--- a.md\n+++ a.md\n@@ -2,7 +2,6 @@\n 2\n 3\n 4\n-5\n 6\n 7\n 8\n");
    }

    [Theory]
    [InlineData("1\n2\n3\n", 4, 2, "@@ -1,3 +1,2 @@\n 1\n 2\n-3\n")]
    [InlineData("1\r\n2\r\n3\r\n", 3, 3, "@@ -1,3 +1,2 @@\n 1\r\n-2\r\n 3\r\n")]
    [InlineData("1\n2\n3", 2, 2, "@@ -1,3 +1,2 @@\n 1\n-2\n 3\n\\ No newline at end of file\n")]
    public void Difference_can_be_applied_at_the_end_of_a_file(string text, int start, int length, string hunk)
    {
        TextEdits edits = TextEdits.Of([new(Message.Of($"a"), new("a.md", start, length), "", true)]);

        UnifiedDiff.Of(new SourceText("a.md", text), edits).Should().Be("--- a.md\n+++ a.md\n" + hunk);
    }

    private static string Fixed(string text, bool takesUnsafe, string name = "post.md")
    {
        for (int round = 0; round < 5; round++)
        {
            FileRole role = Path.GetExtension(name) switch
            {
                ".md" or ".html" => FileRole.Post,
                ".bib" => FileRole.Bibliography,
                _ => FileRole.TextAsset,
            };
            IReadOnlyList<FileFix> plan = Fixer.Plan(
                s_linter.Lint(new Submission("a", [new(name, role, new SourceText(name, text), [])], [])),
                takesUnsafe,
                _ => true
            );
            if (plan.Count == 0)
                return text;
            text = plan[0].Edits.Apply(text);
        }
        return text;
    }
}
