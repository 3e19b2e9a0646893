using System.Text;
using System.Text.RegularExpressions;
using PostLint.Reporting;
using PostLint.Tests.Assets;

namespace PostLint.Tests.Cli;

/// <summary>Identities stand in texts, in names of files and in the way to the submission; no command prints one where its output is masked.</summary>
public sealed partial class MaskedCommandsTests
{
    private const string Slug = "2026-04-27-warm-up";

    // Syllables that no word of PostLint's own has, so that whatever is found was planted.
    private static readonly string[] s_planted = ["qaxiva", "vuqozzen", "zewuko", "xywakkov", "wuqezi", "jyqova"];

    public static TheoryData<string> Commands =>
        [
            .. ReportFormats.All.Select(format => $"check POST --isolated --why --format {format.Name}"),
            "fix POST --diff --isolated",
            "fix POST --check --isolated",
            "metadata IMAGE",
            "config show POST",
            "baseline create POST --file POST/base.json",
            "check POST/nosuch.md",
            "fix POST/nosuch.md",
            "metadata POST/nosuch.png",
            "cite POST/nosuch.md",
            "check POST --profile POST/nosuch.yml",
            "check POST --roster POST/nosuch.csv",
            "triage POST/nosuch --out POST/run",
            "fix POST --isolated",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_masked_output_of_a_command_holds_a_planted_identity(string command)
    {
        using Run run = Plant(out string post);
        string image = $"{post}/assets/img/{Slug}/zewuko_xywakkov_fig1.png";

        string[] words = [.. command.Split(' ').Select(word => word.Replace("POST", post, StringComparison.Ordinal))];
        run.Start([.. words.Select(word => word.Replace("IMAGE", image, StringComparison.Ordinal))]).Should().BeLessThan(3, run.Error);

        string printed = OwnPath().Replace(run.Output + run.Error, "").ToLowerInvariant();
        printed.Should().NotContainAny(s_planted, command);
        printed.Should().NotContain(run.Folder.ToLowerInvariant(), command);
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
                uri.StartsWith("_posts/", StringComparison.Ordinal) || uri.StartsWith("assets/", StringComparison.Ordinal)
            );
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
    [GeneratedRegex("""(?<="uri": ?")[^"]*(?=")|(?<=^::\w+ file=)[^,]*""", RegexOptions.Multiline)]
    private static partial Regex OwnPath();

    [GeneratedRegex("""(?<="artifactLocation":\{"uri":")[^"]*""")]
    private static partial Regex Uris();

    private static Run Plant(out string post)
    {
        var run = new Run();
        post = Path.Combine(run.Folder, "home", "wuqezi", "jyqova-post").Replace('\\', '/');
        Directory.CreateDirectory(post);
        byte[] author = Encoding.Latin1.GetBytes("Author\0Qaxiva Vuqozzen");
        run.Write(
            $"{post}/assets/img/{Slug}/zewuko_xywakkov_fig1.png",
            PngTests.Png(("IHDR", new byte[13]), ("tEXt", author), ("IEND", []))
        );
        run.With(
            $"{post}/_posts/{Slug}.md",
            "---\nlayout: distill\ntitle: Warm-up\nauthors:\n  - name: Anonymous\n# - name: Qaxiva Vuqozzen\n"
                + "toc:\n  - name: Notes of Zewuko Xywakkov\n---\n"
                + "<!-- Qaxiva Vuqozzen: shorten this -->\nOur code is at https://github.com/qaxiva-vuqozzen/warm-up.\n\n## Part\n\nText.\n"
        );
        // The command runs elsewhere, so that the way to the post is told from the root.
        string elsewhere = Path.Combine(run.Folder, "work");
        Directory.CreateDirectory(elsewhere);
        run.WorkingFolder = elsewhere;
        return run;
    }
}
