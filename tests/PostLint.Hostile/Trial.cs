using System.Diagnostics.CodeAnalysis;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Reporting;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Hostile;

/// <summary>Checks one input after the other as a submission in a folder, and says which invariants it breaks. Serves one thread.</summary>
/// <param name="folder">Where the submission is written; what lies there is deleted.</param>
internal sealed class Trial(string folder)
{
    private const string Slug = "2026-04-27-hostile";
    private const string Post =
        "---\nlayout: distill\ntitle: A study\ndescription: What we measured.\ndate: 2026-04-27\n---\n\n## Method\n\nWe did it twice.\n";
    private static readonly Profile s_profile = new("hostile", "", new Dictionary<string, RuleSetting>());
    private readonly Linter _linter = new(BuiltInPack.Create(), s_profile);

    /// <summary>What the last input took.</summary>
    public Cost Cost { get; private set; } = Cost.Start();

    /// <summary>Whether fix changed the last input.</summary>
    public bool WasFixed { get; private set; }

    /// <summary>Runs all checks.</summary>
    /// <param name="sample">The input.</param>
    /// <param name="withThreads">Whether the result of one thread is compared with that of two, which takes three times as long.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is thrown is what this program looks for.")]
    public IReadOnlyList<Failure> Run(Sample sample, bool withThreads)
    {
        WasFixed = false;
        try
        {
            string file = Write(sample);
            Cost = Cost.Start();
            LintRun run = Lint();
            byte[] json = Report("json", run),
                sarif = Report("sarif", run);
            Cost.Stop();
            List<Failure> failures =
            [
                .. Cost.Failures(),
                .. FindingCheck.Of(run),
                .. ReportCheck.Json(json),
                .. ReportCheck.Sarif(sarif, run),
                .. ReportCheck.Any(ReportFormats.All[sample.Bytes.Length % ReportFormats.All.Count], run),
            ];
            if (withThreads)
                failures.AddRange(CompareThreads(json));
            var fix = new FixTrial(folder, file, Lint);
            failures.AddRange(fix.Run(run));
            WasFixed = fix.HasChanged;
            return failures;
        }
        catch (Exception crash)
        {
            Cost.Stop();
            return [new("crash", crash.ToString().ReplaceLineEndings(" "))];
        }
    }

    /// <summary>Only reads, lints and reports an input; returns what that takes.</summary>
    public Cost Time(Sample sample)
    {
        Write(sample);
        var cost = Cost.Start();
        Report("json", Lint());
        cost.Stop();
        return cost;
    }

    private string Write(Sample sample)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        string posts = Path.Combine(folder, "_posts"),
            assets = Path.Combine(folder, "assets", "img", Slug);
        Directory.CreateDirectory(posts);
        Directory.CreateDirectory(assets);
        string post = Path.Combine(posts, $"{Slug}.{(sample.Format.IsPost ? sample.Format.Extension : "md")}");
        string file = sample.Format.IsPost ? post : Path.Combine(assets, $"figure.{sample.Format.Extension}");
        if (!sample.Format.IsPost)
            File.WriteAllText(post, Post);
        File.WriteAllBytes(file, sample.Bytes);
        return file;
    }

    private LintRun Lint()
    {
        var reader = new SubmissionReader { WorkingDirectory = folder };
        Discovery found = reader.Discover(["."]);
        return new(s_profile, _linter.Rules, [.. found.Sources.Select(source => _linter.Lint(reader.Read(source)))], null, found.Unread);
    }

    private IEnumerable<Failure> CompareThreads(byte[] alone)
    {
        byte[][] together = new byte[2][];
        Parallel.For(0, 2, i => together[i] = Report("json", Lint()));
        if (together.Any(report => !report.AsSpan().SequenceEqual(alone)))
            yield return new("threads", "two threads find something else than one");
    }

    private static byte[] Report(string format, LintRun run)
    {
        var output = new MemoryStream();
        ReportFormats.Named(format).Write(run, new("0"), output);
        return output.ToArray();
    }
}
