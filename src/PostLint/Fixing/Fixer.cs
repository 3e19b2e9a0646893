using PostLint.Assets;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Output;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Fixing;

/// <summary>What is to be changed in one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">What is done to it.</param>
/// <param name="Edits">Changes of its text; none for one that is rewritten or deleted.</param>
/// <param name="Rules">Ids of the rules whose findings are mended, in order.</param>
public sealed record FileMend(SubmittedFile File, FixKind Kind, TextEdits Edits, IReadOnlyList<string> Rules)
{
    /// <summary>What is to be changed in the files inside it; the archive is then packed again.</summary>
    public IReadOnlyList<FileMend> Inner { get; init; } = [];
}

/// <summary>Plans and carries out the fixes of findings.</summary>
public static class Fixer
{
    /// <summary>What is to be changed, file by file. Waived findings stay.</summary>
    /// <param name="result">A linted submission.</param>
    /// <param name="takesUnsafe">Whether fixes count that a reader might miss.</param>
    /// <param name="selects">Which rules' findings are mended.</param>
    public static IReadOnlyList<FileMend> Plan(SubmissionResult result, bool takesUnsafe, Func<string, bool> selects)
    {
        var files = result.Submission.Files.DistinctBy(file => file.Path).ToDictionary(file => file.Path, StringComparer.Ordinal);
        ILookup<string, (string Rule, Fix Fix)> fixes = result.Findings.Where(finding => finding.Suppression is null && selects(finding.Rule.Id))
            .SelectMany(finding => finding.Fixes.Where(fix => fix.IsSafe || takesUnsafe).Select(fix => (finding.Rule.Id, Fix: fix)))
            .Where(fix => files.ContainsKey(fix.Fix.Place.File))
            .ToLookup(fix => fix.Fix.Place.File, StringComparer.Ordinal);
        FileMend[] mends = [.. fixes.Select(group => MendOf(files[group.Key], group)).OfType<FileMend>()];
        // What an address of a text holds cannot be packed again, and is told to be refused.
        bool IsPacked(FileMend mend) => mend.File.Container is { } container && files.GetValueOrDefault(container) is not { Text: not null, Sheet: null };
        IEnumerable<FileMend> packed = mends.Where(IsPacked).GroupBy(mend => mend.File.Container!, StringComparer.Ordinal)
            .Select(group => Packed(files.GetValueOrDefault(group.Key) ?? new(group.Key, FileRole.BinaryAsset, null, []), [.. group], mends.FirstOrDefault(mend => mend.File.Path == group.Key)));
        return [.. mends.Where(mend => !IsPacked(mend)).Concat(packed).GroupBy(mend => mend.File.Path).Select(group => group.MaxBy(mend => mend.Inner.Count)!).OrderBy(mend => mend.File.Path, StringComparer.Ordinal)];
    }

    /// <summary>Why a file cannot be changed; null where it can.</summary>
    /// <param name="mend">The change.</param>
    /// <param name="path">Its full path.</param>
    public static string? Refusal(FileMend mend, string path)
    {
        if (mend.File.Container is { } container) return $"it lies inside {container}; embed it again without metadata";
        if (new FileInfo(path).LinkTarget is not null) return "it is a symbolic link; mend the file that it leads to";
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)) return "it is write-protected; allow writing first";
        if (mend.Kind is FixKind.Deletion) return FileNames.IsSystemDropping(mend.File.Path) ? null : "it may be of use to you; delete it yourself, or keep it out of what you send";
        if (mend.File.Problems.Any(problem => problem.Kind is SyntaxProblemKind.InvalidBytes or SyntaxProblemKind.NulCharacters)) return "it holds bytes that are no text; save it as UTF-8 first";
        if (mend.Kind is FixKind.Text && mend.Inner.Count == 0) return null;
        using FileStream content = File.OpenRead(path);
        if (MetadataCleaner.CanClean(content)) return null;
        if (!ArchiveRepacker.CanRepack(content)) return "its format cannot be rewritten; export it again without metadata";
        return mend.Inner.Select(RefusalInside).FirstOrDefault(reason => reason is not null);
    }

    /// <summary>Changes a file: the new content is written beside it and then takes its place, so that it is never half.</summary>
    /// <param name="mend">The change.</param>
    /// <param name="path">Its full path.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="InvalidDataException">It is broken, or has changed since it was read.</exception>
    public static void Apply(FileMend mend, string path)
    {
        if (mend.Kind is FixKind.Deletion)
        {
            File.Delete(path);
            return;
        }
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
        var content = new MemoryStream(before, writable: false);
        if (mend.Inner.Count > 0 && ArchiveRepacker.CanRepack(content)) return Repacked(mend, content);
        if (mend.Kind is not FixKind.Text || mend.Inner.Count > 0)
        {
            var clean = new MemoryStream();
            MetadataCleaner.Clean(content, clean);
            return clean.ToArray();
        }
        (string text, _) = TextDecoder.Decode(before);
        if (text != mend.File.Text!.Text) throw new InvalidDataException("it has changed meanwhile; run the command again");
        return mend.Edits.Apply(before, text);
    }

    private static FileMend? MendOf(SubmittedFile file, IEnumerable<(string Rule, Fix Fix)> fixes)
    {
        FixKind kind = fixes.Max(fix => fix.Fix.Kind);
        if (file.Text is null && kind is not FixKind.Deletion) return null;
        string[] rules = [.. fixes.Select(fix => fix.Rule).Distinct().Order(StringComparer.Ordinal)];
        return new(file, kind, TextEdits.Of(kind is FixKind.Text ? fixes.Select(fix => fix.Fix) : []), rules);
    }

    private static FileMend Packed(SubmittedFile container, IReadOnlyList<FileMend> inner, FileMend? own) =>
        new(container, own?.Kind ?? FixKind.Text, TextEdits.Of([]), [.. inner.SelectMany(mend => mend.Rules).Concat(own?.Rules ?? []).Distinct().Order(StringComparer.Ordinal)]) { Inner = inner };

    private static byte[] Repacked(FileMend mend, Stream content)
    {
        ILookup<string, FileMend> inner = mend.Inner.ToLookup(EntryOf, StringComparer.Ordinal);
        var packed = new MemoryStream();
        ArchiveRepacker.Repack(content, packed, (name, before) =>
        {
            FileMend[] mends = [.. inner[name]];
            if (mends.Length == 0) return before;
            if (mends.Any(entry => entry.Kind is FixKind.Deletion)) return null;
            // What lies inside a document goes with the document's own metadata.
            return Changed(mends.FirstOrDefault(entry => !IsNested(entry)) ?? mends[0] with { Kind = FixKind.Metadata }, before);
        });
        return packed.ToArray();
    }

    private static string? RefusalInside(FileMend mend)
    {
        if (IsNested(mend) && mend.Kind is FixKind.Text) return $"{mend.File.Path} lies too deep inside it; mend the file and pack it again";
        return mend.File.Problems.Any(problem => problem.Kind is SyntaxProblemKind.InvalidBytes or SyntaxProblemKind.NulCharacters) ? $"{mend.File.Path} holds bytes that are no text; save it as UTF-8 first" : null;
    }

    /// <summary>Path of the archive's file that a change concerns.</summary>
    private static string EntryOf(FileMend mend)
    {
        string inside = mend.File.Path[(mend.File.Container!.Length + 2)..];
        int end = inside.IndexOf("!/", StringComparison.Ordinal);
        return end < 0 ? inside : inside[..end];
    }

    private static bool IsNested(FileMend mend) => mend.File.Path.IndexOf("!/", mend.File.Container!.Length + 2, StringComparison.Ordinal) >= 0;
}
