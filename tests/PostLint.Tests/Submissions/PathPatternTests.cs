using CsCheck;

namespace PostLint.Tests.Submissions;

public sealed class PathPatternTests
{
    private static readonly string s_folder = Path.GetFullPath("/some place/site");

    [Theory]
    [InlineData("*.js", "assets/js/a.js", true)]
    [InlineData("*.js", "a.json", false)]
    [InlineData("drafts", "x/drafts/y/z.md", true)]
    [InlineData("/drafts", "x/drafts/y/z.md", false)]
    [InlineData("/drafts", "drafts/z.md", true)]
    [InlineData("drafts/", "drafts/z.md", true)]
    [InlineData("assets/*.bib", "assets/bibliography/a.bib", false)]
    [InlineData("assets/**/*.bib", "assets/bibliography/x/a.bib", true)]
    [InlineData("assets/**/*.bib", "assets/a.bib", true)]
    [InlineData("./assets/**", "assets/a.bib", true)]
    [InlineData("**/x/**/y", "a/x/x/b/y", true)]
    [InlineData("**/x/**/y", "a/x/b/z", false)]
    [InlineData("a?c*e", "abcde", true)]
    [InlineData("a?c*e", "ac", false)]
    [InlineData("a*b*c", "aXbYbZ", false)]
    [InlineData("", "a.md", false)]
    [InlineData("*", "../other/a.md", false)]
    public void Patterns_match_as_documented(string glob, string path, bool matches) =>
        new PathPattern(s_folder, glob).IsMatch(Path.Combine(s_folder, path)).Should().Be(matches);

    [Fact]
    public void Hostile_patterns_end_soon() =>
        new PathPattern(s_folder, string.Concat(Enumerable.Repeat("**/*a*/", 60)) + "b")
            .IsMatch(s_folder + "/" + string.Join('/', Enumerable.Repeat(new string('a', 100), 100)))
            .Should()
            .BeFalse();

    [Fact]
    public void Any_path_matches_itself_as_a_pattern() =>
        Gen.String[Gen.Char["abc./"], 1, 20]
            .Where(path => !path.Contains("..") && path.Trim('/', '.').Length > 0 && !path.StartsWith('/'))
            .Sample(path => new PathPattern(s_folder, "/" + path).IsMatch(Path.Combine(s_folder, path)));
}
