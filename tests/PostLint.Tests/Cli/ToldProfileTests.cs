using System.Text.Json;

namespace PostLint.Tests.Cli;

/// <summary>Runs in which nobody names the profile.</summary>
public class ToldProfileTests
{
    private const string Told = "edition inferred from the file name’s date";

    [Fact]
    public void The_profile_and_what_told_it_are_said()
    {
        using Run run = new Run()
            .With("_posts/2024-05-07-a.md", Post("distill"))
            .With("b.md", "Text.\n")
            .With("_posts/2024-01-07-c.md", Post("distill"));
        run.Start("check", "_posts/2024-05-07-a.md", "--fail-on", "never");
        run.Output.Should().Contain($"\nprofile: iclr-blog-2024, {Told}\n");
        run.Start("check", "b.md");
        run.Output.Should().Contain("profile: double-blind, edition not recognised; choose one with --profile\n");
        run.Start("check", "_posts/2024-01-07-c.md", "--fail-on", "never");
        run.Output.Should().Contain("profile: iclr-blog-2024, edition inferred from its season and layout\n");
    }

    [Fact]
    public void A_named_profile_holds_whatever_the_post_tells()
    {
        using Run run = new Run()
            .With(".git/HEAD", "")
            .With("2024-05-07-a.md", Post("distill"))
            .With("conf/.postlint.yml", "profile: iclr-blog-2025\n")
            .With("conf/2024-05-07-b.md", Post("distill"));
        run.Start("check", "2024-05-07-a.md", "--profile", "iclr-blog-2022", "--fail-on", "never", "--format", "json");
        JsonElement submission = Json(run.Output).GetProperty("submissions")[0];
        submission.GetProperty("profile").GetString().Should().Be("iclr-blog-2022");
        submission.TryGetProperty("detectedBy", out _).Should().BeFalse();
        run.Start("check", "conf/2024-05-07-b.md", "--fail-on", "never", "--format", "json");
        Json(run.Output).GetProperty("submissions")[0].GetProperty("profile").GetString().Should().Be("iclr-blog-2025");
        run.Start("check", "2024-05-07-a.md", "--profile", "double-blind", "--fail-on", "never");
        run.Output.Should().NotContain("profile:");
    }

    [Fact]
    public void Submissions_of_several_editions_are_each_judged_by_their_own_in_any_order_of_work()
    {
        using Run run = Season();
        run.Start("check", ".", "--jobs", "1", "--fail-on", "never");
        string one = run.Output;
        for (int i = 0; i < 3; i++)
        {
            run.Start("check", ".", "--jobs", "2", "--fail-on", "never");
            run.Output.Should().Be(one);
        }
        one.Should()
            .Contain(
                $"""
                profile: double-blind for 4 submissions, edition not recognised; choose one with --profile
                profile: iclr-blog-2022 for 4 submissions, {Told}
                profile: iclr-blog-2024 for 8 submissions, {Told}, edition inferred from its season and layout
                profile: iclr-blog-2026 for 4 submissions, {Told}

                """
            );
    }

    [Fact]
    public void Json_says_it_for_each_submission_and_for_all_where_they_agree()
    {
        using Run run = Season();
        run.Start("check", ".", "--jobs", "2", "--fail-on", "never", "--format", "json", "--phase", "camera-ready");
        JsonElement all = Json(run.Output);
        all.GetProperty("profile").TryGetProperty("name", out _).Should().BeFalse();
        all.GetProperty("profile").GetProperty("phase").GetString().Should().Be("camera-ready");
        string[] told =
        [
            .. all.GetProperty("submissions")
                .EnumerateArray()
                .Select(item => $"{item.GetProperty("profile")} {item.GetProperty("detectedBy")}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        told.Should()
            .Equal(
                "double-blind nothing",
                "iclr-blog-2022 file-date",
                "iclr-blog-2024 file-date",
                "iclr-blog-2024 season",
                "iclr-blog-2026 file-date"
            );
        run.Start("check", "0", "--fail-on", "never", "--format", "json");
        Json(run.Output).GetProperty("profile").GetProperty("name").GetString().Should().Be("iclr-blog-2022");
    }

    [Fact]
    public void Sarif_says_it_for_each_submission_and_each_result()
    {
        using Run run = Season();
        run.Start("check", ".", "--fail-on", "never", "--format", "sarif");
        JsonElement sarif = Json(run.Output).GetProperty("runs")[0];
        sarif.GetProperty("properties").GetProperty("submissions").GetArrayLength().Should().Be(20);
        sarif
            .GetProperty("properties")
            .GetProperty("submissions")[0]
            .ToString()
            .Should()
            .Be("""{"name":"2021-12-01-p0","profile":"iclr-blog-2022","detectedBy":"file-date"}""");
        string[] profiles =
        [
            .. sarif
                .GetProperty("results")
                .EnumerateArray()
                .Select(result => result.GetProperty("properties").GetProperty("profile").GetString()!)
                .Distinct(),
        ];
        profiles.Should().Contain("iclr-blog-2024").And.Contain("double-blind");
    }

    [Fact]
    public void The_configurations_levels_hold_under_a_told_profile()
    {
        using Run run = new Run()
            .With(".git/HEAD", "")
            .With(".postlint.yml", "severities: { identity/commented-author: note }\n")
            .With("2024-05-07-a.md", Post("distill"));
        run.Start("check", "2024-05-07-a.md", "--select", "identity").Should().Be(0);
        run.Output.Should().Contain("note identity/commented-author").And.Contain("profile: iclr-blog-2024");
    }

    [Fact]
    public void A_selection_that_leaves_no_rule_is_told_of_many_submissions_too()
    {
        using Run run = Season();
        run.Start("check", ".", "--jobs", "2", "--select", "identity/email", "--ignore", "identity").Should().Be(2);
        run.Error.Should().Contain("no rule is left to run");
    }

    [Fact]
    public void Cite_tells_the_edition_and_says_so_beside_the_output()
    {
        const string Head = "---\nlayout: distill\ntitle: Warm\nauthors:\n  - name: Ada Example\n---\n";
        using Run run = new Run().With("2025-04-28-warm.md", Head).With("warm.md", Head);
        run.Start("cite", "2025-04-28-warm.md").Should().Be(0);
        run.Output.Should().Contain("booktitle = {ICLR Blogposts 2025}").And.NotContain("profile");
        run.Error.Should().Be($"profile: iclr-blog-2025, {Told}\n");
        run.Start("cite", "warm.md").Should().Be(2);
        run.Error.Should().Contain("say so with --profile");
    }

    private static string Post(string layout) =>
        $"---\nlayout: {layout}\ntitle: T\nauthors:\n  - name: Anonymous\n# authors:\n#   - name: Ada "
        + $"Example\n---\n\nWarm-up keeps steps small.\n";

    /// <summary>Twenty submissions of three editions and of none.</summary>
    private static Run Season()
    {
        string[] dates = ["2021-12-01", "2024-05-07", "2026-04-27", "2019-01-01", "2023-12-10"];
        var run = new Run();
        for (int i = 0; i < 20; i++)
            run.With($"{i}/_posts/{dates[i % 5]}-p{i}.md", Post(i % 5 == 0 ? "post" : "distill"));
        return run;
    }

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
