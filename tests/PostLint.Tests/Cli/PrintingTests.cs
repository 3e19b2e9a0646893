using System.Globalization;
using System.Text;
using PostLint.Reporting;
using PostLint.Tests.Assets;

namespace PostLint.Tests.Cli;

/// <summary>
/// Names and texts that would command a terminal, GitHub's runner, a spreadsheet or a page: no command prints them as they are.
/// </summary>
public sealed class PrintingTests
{
    private const string Slug = "2026-04-27-warm-up";
    private const string Escapes = "\e[31m\e]0;owned\a\u009b2J\u202egnp\u2066";

    private static readonly string[] s_own = ["::error ", "::warning ", "::notice "];

    private static readonly string[] s_names =
    [
        "a\n::error::inj.png",
        "b\e[31m.png",
        "c\u202egnp.exe.png",
        "=cmd.png",
        "d%0A::error::e.png",
        "##[error]f.png",
    ];

    public static TheoryData<string> Commands =>
        [
            .. ReportFormats.All.Select(format => $"check post --isolated --format {format.Name}"),
            .. ReportFormats.All.Select(format => $"check post --isolated --why --reveal --format {format.Name}"),
            "fix post --diff --isolated",
            "fix post --diff --reveal --isolated",
            "fix post --check --isolated",
            "fix post --isolated",
            "metadata FILES",
            "metadata FILES --reveal",
            "config show post",
            "baseline check post --file base.json",
            "check NOSUCH",
            "cite post/_posts --profile iclr-blog-2026",
            "cite post/_posts --profile iclr-blog-2026 --format json",
            "cite post/_posts --profile iclr-blog-2026 --format bibtex",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_command_prints_what_commands_others(string command)
    {
        using Run run = Plant();
        string[] images = Directory.GetFiles(Path.Combine(run.Folder, "post", "assets", "img", Slug));
        string missing = $"nosuch{Escapes}\n::error::x.md";
        string[] words =
        [
            .. command
                .Split(' ')
                .SelectMany(word =>
                    word switch
                    {
                        "FILES" => images,
                        "NOSUCH" => [missing],
                        _ => [word],
                    }
                ),
        ];

        run.Set("CI", "true").Start(words).Should().BeLessThan(3, run.Error);

        foreach (string line in (run.Output + run.Error).Split('\n'))
        {
            string start = line.TrimStart();
            bool isOwn =
                command.EndsWith("format github", StringComparison.Ordinal)
                && s_own.Any(own => start.StartsWith(own, StringComparison.Ordinal));
            (isOwn || !start.StartsWith("::", StringComparison.Ordinal)).Should().BeTrue($"{command} prints {line}");
            if (!isOwn)
                line.Should().NotContain("##[", command);
            line.Where(IsHidden).Should().BeEmpty($"{command} prints {line}");
        }
    }

    /// <summary>Tabs divide columns; all else of these categories commands a terminal, or hides.</summary>
    private static bool IsHidden(char c) =>
        c != '\t'
        && char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    private static Run Plant()
    {
        var run = new Run();
        string hostile = $"{Escapes} ::error::inj ##[error]inj2";
        run.With(
            $"post/_posts/{Slug}.md",
            $"---\nlayout: distill\ntitle: \"Warm-up {hostile}\"\ndescription: Two. Sentences.\ndate: 2026-04-27\nauthors:\n"
                + $"  - name: \"Ada Exemplar {Escapes}\"\n    affiliations:\n      name: \"::error::inj\"\ntoc:\n  - name: "
                + $"\"Part {hostile}\"\n---\n"
                + $"<!-- TODO Ada {hostile} -->\nWe thank Bo Sampler ::error::inj {hostile} for comments.\n\n::set-output "
                + $"name=a::b\n\n##[error]c\n\n"
                + $"Our code is at https://github.com/ada-exemplar{Escapes}/x and ![](assets/img/{Slug}/no{Escapes}.png).\n"
        );
        byte[] author = Encoding.Latin1.GetBytes("Author\0Ada Exemplar \e[31m\n::error::inj");
        byte[] keyword = Encoding.Latin1.GetBytes("K\e[32m::error::k\0/home/adaex/x");
        byte[] image = PngTests.Png(("IHDR", new byte[13]), ("tEXt", author), ("tEXt", keyword), ("IEND", []));
        string folder = $"post/assets/img/{Slug}";
        foreach (string name in s_names)
            run.Write($"{folder}/{name}", image);
        run.Start("baseline", "create", "post", "--file", "base.json").Should().BeLessThan(3, run.Error);
        File.Move(Path.Combine(run.Folder, folder, s_names[0]), Path.Combine(run.Folder, folder, "moved.png"));
        return run;
    }
}
