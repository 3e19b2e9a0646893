using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Tests.Syntax;

/// <summary>Runs only where a folder of real submissions is named, which are nobody's to copy.</summary>
public sealed class CorpusFactAttribute : FactAttribute
{
    public const string Variable = "POSTLINT_CORPUS";

    public CorpusFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 })
            Skip = $"{Variable} names no folder of submissions";
    }
}

public class CorpusTests
{
    [CorpusFact]
    public void Every_file_gives_a_sound_tree()
    {
        foreach (Submission submission in Submissions())
        {
            foreach (SubmittedFile file in submission.Files.Where(file => file.Text is not null))
                file.Parse().ShouldBeWellFormed();
        }
    }

    [CorpusFact]
    public void No_rule_has_a_fault()
    {
        var linter = new Linter(BuiltInPack.Create(), BuiltInPack.Catalogue.Profile("double-blind"));
        foreach (Submission submission in Submissions())
            linter.Lint(submission).Faults.Should().BeEmpty(submission.Name);
    }

    private static IEnumerable<Submission> Submissions()
    {
        var reader = new SubmissionReader { WorkingDirectory = Environment.CurrentDirectory };
        return reader
            .Discover([Environment.GetEnvironmentVariable(CorpusFactAttribute.Variable)!])
            .Sources.Select(source => reader.Read(source));
    }
}
