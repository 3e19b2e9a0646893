using PostLint.Findings;
using PostLint.Fixing;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Tests.Fixing;

/// <summary>Nothing that fixes write is a finding afterwards.</summary>
public class NothingNewTests
{
    private const int MaxRounds = 8;

    private static readonly Linter s_linter = new(BuiltInPack.Create(), new Profile("test", "", new Dictionary<string, RuleSetting>()));

    private static readonly string[] s_written = ["removed for review", "removed-for-review", "Anonymous"];

    public static TheoryData<string> Families =>
        [
            .. Directory
                .EnumerateDirectories(Repository.Fixtures)
                .Select(path => Path.GetFileName(path))
                .Where(name => name is not "submissions"),
        ];

    [Theory]
    [MemberData(nameof(Families))]
    public void What_fixes_write_into_examples_is_no_finding(string family)
    {
        string[] files =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Fixtures, family), "bad*.*", SearchOption.AllDirectories)
                .Where(path => Path.GetExtension(path) is ".md" or ".qmd" or ".html" or ".bib" or ".ipynb"),
        ];
        foreach (string path in files)
            Fix(path);
    }

    private static void Fix(string path)
    {
        FileRole role = Path.GetExtension(path) is ".bib" ? FileRole.Bibliography : FileRole.Post;
        string name = Path.GetFileName(path);
        (string decoded, IReadOnlyList<SyntaxProblem> problems) = TextDecoder.Decode(File.ReadAllBytes(path));
        SubmittedFile file = new(name, role, new(name, decoded), problems);
        SubmissionResult result = Lint(file);
        for (int round = 0; round < MaxRounds; round++)
        {
            if (Fixer.Plan(result, takesUnsafe: true, _ => true).FirstOrDefault(fix => fix.Kind is FixKind.Text) is not { } fix)
                break;
            file = file with { Text = new(name, fix.Edits.Apply(file.Text!.Text)) };
            result = Lint(file);
        }
        IEnumerable<Finding> onWritten = result.Findings.Where(finding =>
            finding.Suppression is null && finding.Severity > Severity.Note && IsWritten(file.Text!.Slice(finding.Place.Span), decoded)
        );
        onWritten.Select(finding => finding.Rule.Id).Should().BeEmpty($"{path} is fixed to:\n{file.Text!.Text}");
    }

    private static bool IsWritten(ReadOnlySpan<char> slice, string before)
    {
        if (before.AsSpan().Contains(slice, StringComparison.Ordinal))
            return false;
        foreach (string text in s_written)
        {
            if (slice.Contains(text, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static SubmissionResult Lint(SubmittedFile file) => s_linter.Lint(new Submission("fixture", [file], []));
}
