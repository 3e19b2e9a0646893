using PostLint.Assets;
using PostLint.Findings;
using PostLint.Output;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Fixing;

/// <summary>What is to be changed in one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Edits">Changes of its text; none for a file that is rewritten.</param>
/// <param name="Rules">Ids of the rules whose findings are mended, in order.</param>
/// <param name="RewritesFile">Whether its metadata are taken out.</param>
public sealed record FileMend(SubmittedFile File, TextEdits Edits, IReadOnlyList<string> Rules, bool RewritesFile);

/// <summary>Something that could not be mended, and why.</summary>
/// <param name="Path">Path as reports print it.</param>
/// <param name="Reason">Why, in words that end a sentence.</param>
public sealed record Unmended(string Path, string Reason);

/// <summary>Plans and carries out the fixes of findings.</summary>
public static class Fixer
{
    /// <summary>What is to be changed, file by file. Waived findings stay.</summary>
    /// <param name="result">A linted submission.</param>
    /// <param name="takesUnsafe">Whether fixes count that a reader might miss.</param>
    /// <param name="selects">Which rules' findings are mended.</param>
    public static IReadOnlyList<FileMend> Plan(SubmissionResult result, bool takesUnsafe, Func<string, bool> selects)
    {
        var fixes = result.Findings.Where(finding => finding.Suppression is null && selects(finding.Rule.Id))
            .SelectMany(finding => finding.Fixes.Where(fix => fix.IsSafe || takesUnsafe).Select(fix => (finding.Rule.Id, Fix: fix)))
            .GroupBy(fix => fix.Fix.Place.File, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        var plan = new List<FileMend>();
        foreach (var group in fixes)
        {
            if (result.Submission.Files.FirstOrDefault(file => file.Path == group.Key) is not { Text: not null } file) continue;
            string[] rules = [.. group.Select(fix => fix.Id).Distinct().Order(StringComparer.Ordinal)];
            bool rewrites = group.Any(fix => fix.Fix.RewritesFile);
            plan.Add(new(file, rewrites ? TextEdits.Of([]) : TextEdits.Of(group.Select(fix => fix.Fix)), rules, rewrites));
        }
        return plan;
    }

    /// <summary>Why a file cannot be changed; null where it can.</summary>
    /// <param name="mend">The change.</param>
    /// <param name="path">Its full path.</param>
    public static string? Refusal(FileMend mend, string path)
    {
        if (mend.File.Container is not null) return $"it lies inside {mend.File.Container}, which is not changed; mend the file and pack it again";
        if (new FileInfo(path).LinkTarget is not null) return "it is a symbolic link; mend the file that it leads to";
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)) return "it is write-protected; allow writing first";
        if (mend.File.Problems.Any(problem => problem.Kind is SyntaxProblemKind.InvalidBytes or SyntaxProblemKind.NulCharacters)) return "it holds bytes that are no text; save it as UTF-8 first";
        if (!mend.RewritesFile) return null;
        using FileStream content = File.OpenRead(path);
        return MetadataCleaner.CanClean(content) ? null : "its format cannot be rewritten; export it again without metadata";
    }

    /// <summary>Changes a file: the new content is written beside it and then takes its place, so that it is never half.</summary>
    /// <param name="mend">The change.</param>
    /// <param name="path">Its full path.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="InvalidDataException">It is broken, or has changed since it was read.</exception>
    public static void Apply(FileMend mend, string path)
    {
        byte[] before = File.ReadAllBytes(path);
        byte[] after = Changed(mend, before);
        AtomicFile.Write(path, stream =>
        {
            stream.Write(after);
            if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(before)) throw new InvalidDataException("it has changed meanwhile; run the command again");
        });
    }

    /// <summary>The changed content of a file.</summary>
    /// <exception cref="InvalidDataException">It is broken, or has changed since it was read.</exception>
    public static byte[] Changed(FileMend mend, byte[] before)
    {
        if (!mend.RewritesFile)
        {
            (string text, _) = TextDecoder.Decode(before);
            if (text != mend.File.Text!.Text) throw new InvalidDataException("it has changed meanwhile; run the command again");
            return mend.Edits.Apply(before, text);
        }
        var clean = new MemoryStream();
        MetadataCleaner.Clean(new MemoryStream(before, writable: false), clean);
        return clean.ToArray();
    }
}
