using PostLint.Hostile.Judges;
using PostLint.Hostile.Seeds;
using PostLint.Rules;

namespace PostLint.Hostile;

/// <summary>
/// Lets the command fix whole files of all formats that it writes, and has other programs compare them with what they were.
/// </summary>
internal static class JudgedFix
{
    private const int Batch = 250;
    private const string Post = "---\nlayout: distill\ntitle: A study\ndescription: What we measured.\ndate: 2026-04-27\n---\n\nText.\n";
    private static readonly IJudge[] s_judges =
    [
        new RawBytes(),
        new ExifTool(),
        new ImageMagick(),
        new Qpdf(),
        new Poppler(),
        new Archivers(),
    ];

    public static int Run(Options options)
    {
        IJudge[] judges = [.. s_judges.Where(judge => judge.IsInstalled)];
        foreach (IJudge judge in s_judges.Except(judges))
            Console.WriteLine($"skipped: {judge.Name}: it is not installed");
        var tally = new JudgedTally();
        for (int first = 0; first < options.Judge; first += Batch)
        {
            RunBatch(options, first, Math.Min(Batch, options.Judge - first), judges, tally);
            int done = Math.Min(first + Batch, options.Judge);
            Console.Error.WriteLine($"judged {done} of {options.Judge}, differences {tally.Differences}");
        }
        tally.Print();
        return tally.Differences == 0 ? 0 : 1;
    }

    private static void RunBatch(Options options, int first, int count, IJudge[] judges, JudgedTally tally)
    {
        string root = Scratch.Folder(),
            before = Path.Combine(root, "before"),
            site = Path.Combine(root, "site");
        string assets = Path.Combine(site, "assets", "img", "2026-04-27-hostile");
        foreach (string folder in (string[])[before, assets, Path.Combine(site, "_posts")])
            Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(site, "_posts", "2026-04-27-hostile.md"), Post);
        Format[] formats = [.. options.Formats().Where(format => format.IsRewritten)];
        var made = new Dictionary<string, Format>(StringComparer.Ordinal);
        for (int i = first; i < first + count; i++)
        {
            Format format = formats[i % formats.Length];
            string name = $"{i:D5}.{format.Extension}";
            made[name] = format;
            byte[] bytes = format.Make(new Random(unchecked((options.Seed * 1_000_003) ^ (i * 7919))));
            File.WriteAllBytes(Path.Combine(before, name), bytes);
            File.WriteAllBytes(Path.Combine(assets, name), bytes);
        }
        foreach ((string name, string kind) in ToolSeeds.Make(before, new Random(unchecked(options.Seed + (first * 31)))))
        {
            File.Copy(Path.Combine(before, name), Path.Combine(assets, name));
            made[name] = new(kind, Path.GetExtension(name)[1..], _ => [], IsRewritten: true);
        }
        (int code, string output) = Tool.Fix(site);
        if (code is < 0 or > 2)
            tally.Differs("command", "fix", $"ended with {code}: {output}");
        Sort(output, made, before, assets, tally, out List<string> fixedFiles);
        foreach (IJudge judge in judges)
        {
            foreach (Verdict verdict in judge.Compare(before, assets, fixedFiles))
                tally.Differs(judge.Name, $"{made[verdict.File].Name} ({verdict.File})", verdict.Reason);
        }
        Again(site, assets, fixedFiles, made, tally);
        Directory.Delete(root, recursive: true);
    }

    /// <summary>Every file is fixed, or refused and as it was, or there was nothing to take out.</summary>
    private static void Sort(
        string output,
        Dictionary<string, Format> made,
        string before,
        string after,
        JudgedTally tally,
        out List<string> fixedFiles
    )
    {
        Dictionary<string, string> refused = output
            .Split('\n')
            .Where(line => line.StartsWith("not fixed: ", StringComparison.Ordinal))
            .Select(line => line["not fixed: ".Length..].Split(": ", 2))
            .DistinctBy(parts => parts[0])
            .ToDictionary(parts => Path.GetFileName(parts[0]), parts => parts[^1], StringComparer.Ordinal);
        fixedFiles = [];
        foreach ((string name, Format format) in made)
        {
            bool isSame = File.ReadAllBytes(Path.Combine(before, name))
                .AsSpan()
                .SequenceEqual(File.ReadAllBytes(Path.Combine(after, name)));
            string? reason = refused.GetValueOrDefault(name);
            tally.Did(format.Name, isFixed: !isSame, reason);
            if (isSame && reason is null && !output.Contains(name, StringComparison.Ordinal))
                tally.Differs("told", $"{format.Name} ({name})", "it is neither fixed nor refused");
            if (!isSame && reason is not null)
                tally.Differs("told", $"{format.Name} ({name})", $"it is refused and changed all the same: {reason}");
            if (!isSame)
                fixedFiles.Add(name);
        }
    }

    private static void Again(string site, string assets, List<string> fixedFiles, Dictionary<string, Format> made, JudgedTally tally)
    {
        var once = fixedFiles.ToDictionary(file => file, file => File.ReadAllBytes(Path.Combine(assets, file)), StringComparer.Ordinal);
        Tool.Fix(site);
        foreach ((string file, byte[] bytes) in once)
        {
            if (!File.ReadAllBytes(Path.Combine(assets, file)).AsSpan().SequenceEqual(bytes))
                tally.Differs("fix twice", $"{made[file].Name} ({file})", "the second time changes it again");
        }
    }
}
