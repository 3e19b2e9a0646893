using System.Globalization;
using PostLint.Profiles;
using PostLint.Reporting;
using PostLint.Setup;
using PostLint.Submissions;
using PostLint.Text;

namespace PostLint.Cli;

/// <summary>What <c>check --why-not</c> was asked.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Place">File and line with a colon between.</param>
internal sealed record WhyNotQuestion(string Rule, string Place);

/// <summary><c>postlint check --why-not RULE FILE:LINE</c>: which condition of a rule fails first at a line.</summary>
internal static class WhyNotCommand
{
    public static int Run(WhyNotQuestion asked, CheckOptions options, Host host)
    {
        (string file, int line) = PlaceOf(asked.Place);
        CheckCommand.CatalogueOf(options, host).CheckNames("--why-not", [asked.Rule]);
        var names = new ShownNames(null, options.Reveal ?? host.Reveals);
        LintSession session = CheckCommand.Open(options, host);
        SubmissionReader reader = session.Reader;
        Discovery found = reader.Discover(options.Paths);
        Submission[] submissions = [.. found.Sources.Select(source => reader.Read(source))];
        Submission submission = submissions.FirstOrDefault(one => one.Files.Any(read => read.Path == file))
            ?? throw Wrong($"no file {names.File(file)} is checked; write it as reports name it, such as {Example(submissions, names)}:12");
        int lines = submission.Files.First(read => read.Path == file).Text?.LineCount ?? 0;
        if (line > lines)
            throw Wrong($"{names.File(file)} has {CommandLine.Count(lines, "line")}");
        using OutputWriter output = host.OpenText();
        output.WriteLine($"{asked.Rule} at {names.File(file)}:{line.ToString(CultureInfo.InvariantCulture)}");
        foreach (string said in session.Linters.WhyNot(submission, asked.Rule, file, line))
            output.WriteLine($"  {Reporting.Terminal.Printable.Of(said)}");
        return ExitCode.Clean;
    }

    private static (string File, int Line) PlaceOf(string place)
    {
        int colon = place.LastIndexOf(':');
        if (colon > 0 && int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int line) && line > 0)
            return (place[..colon].Replace('\\', '/').Replace("./", "", StringComparison.Ordinal), line);
        throw Wrong("the second value names no line; write FILE:LINE, such as post.md:12");
    }

    private static string Example(Submission[] submissions, ShownNames names) =>
        submissions.SelectMany(one => one.Files).FirstOrDefault(read => read.Text is not null) is { } read
            ? names.File(read.Path)
            : "post.md";

    private static UserException Wrong(string message) => new([new("--why-not", 0, 0, message)]);
}
