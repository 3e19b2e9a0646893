using PostLint.Reporting;

namespace PostLint.Tests.Reporting;

public sealed class ReportFormatsTests
{
    [Fact]
    public void Each_file_of_the_folder_is_a_format()
    {
        string folder = Path.Combine(Repository.Root, "src", "PostLint", "Reporting", "Formats");

        ReportFormats
            .All.Select(format => format.Reporter.GetType().Name)
            .Should()
            .BeEquivalentTo(Directory.GetFiles(folder, "*.cs").Select(Path.GetFileNameWithoutExtension));
    }

    [Fact]
    public void Names_tell_formats_apart_and_that_for_people_comes_first()
    {
        ReportFormats.All.Select(format => format.Name).Should().OnlyHaveUniqueItems();
        ReportFormats.All[0].Name.Should().Be("text");
    }

    [Fact]
    public void The_documentation_lists_them()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        string[] rows = [.. ReportFormats.All.Select(format => $"| `{format.Name}` | {format.Summary} |\n")];

        readme.Should().Contain("| `--format` | is |\n|---|---|\n" + string.Concat(rows) + "\n");
    }
}
