using PostLint.Assets;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Output;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Fixing;

/// <summary>What is to be changed in one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">What is done to it.</param>
/// <param name="Edits">Changes of its text; none for one that is rewritten or deleted.</param>
/// <param name="Rules">Ids of the rules whose findings are fixed, in order.</param>
public sealed record FileFix(SubmittedFile File, FixKind Kind, TextEdits Edits, IReadOnlyList<string> Rules)
{
    /// <summary>What is to be changed in the files inside it; the archive is then packed again.</summary>
    public IReadOnlyList<FileFix> Inner { get; init; } = [];

    /// <summary>The fields of its metadata that are to be taken out, as the proof tells them.</summary>
    internal IReadOnlyList<string> TakenOut { get; init; } = [];
}

/// <summary>Plans and carries out the fixes of findings.</summary>
public static class Fixer
{
    private const string Changed = "it has changed since it was read; run the command again";

    /// <summary>What is to be changed, file by file. Suppressed findings stay.</summary>
    /// <param name="result">A linted submission.</param>
    /// <param name="takesUnsafe">Whether fixes count that a reader might miss.</param>
    /// <param name="selects">Which rules' findings are fixed.</param>
    public static IReadOnlyList<FileFix> Plan(SubmissionResult result, bool takesUnsafe, Func<string, bool> selects)
    {
        var files = result.Submission.Files.DistinctBy(file => file.Path).ToDictionary(file => file.Path, StringComparer.Ordinal);
        ILookup<string, (string Rule, Fix Fix)> byFile = result
            .Findings.Where(finding => finding.Suppression is null && selects(finding.Rule.Id))
            .SelectMany(finding => finding.Fixes.Where(fix => fix.IsSafe || takesUnsafe).Select(fix => (finding.Rule.Id, Fix: fix)))
            .Where(fix => files.ContainsKey(fix.Fix.Place.File))
            .ToLookup(fix => fix.Fix.Place.File, StringComparer.Ordinal);
        FileFix[] fixes = [.. byFile.Select(group => FixOf(files[group.Key], group)).OfType<FileFix>()];
        // What an address of a text holds cannot be packed again, and is told to be refused.
        bool IsPacked(FileFix fix) =>
            fix.File.Container is { } container && files.GetValueOrDefault(container) is not { Text: not null, Sheet: null };
        IEnumerable<FileFix> packed = fixes
            .Where(IsPacked)
            .GroupBy(fix => fix.File.Container!, StringComparer.Ordinal)
            .Select(group =>
                Packed(
                    files.GetValueOrDefault(group.Key) ?? new(group.Key, FileRole.BinaryAsset, null, []),
                    [.. group],
                    fixes.FirstOrDefault(fix => fix.File.Path == group.Key)
                )
            );
        return
        [
            .. fixes
                .Where(fix => !IsPacked(fix))
                .Concat(packed)
                .GroupBy(fix => fix.File.Path)
                .Select(group => group.MaxBy(fix => fix.Inner.Count)!)
                .OrderBy(fix => fix.File.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>Why a file cannot be changed; null where it can.</summary>
    /// <param name="fix">The change.</param>
    /// <param name="path">Its full path.</param>
    public static string? Refusal(FileFix fix, string path)
    {
        if (fix.File.Container is { } container)
            return $"it lies inside {container}; embed it again without metadata";
        if (new FileInfo(path).LinkTarget is not null)
            return "it is a symbolic link; fix the file that it leads to";
        LinuxFile.Status? status = LinuxFile.StatusOf(path);
        if (status?.Special is { } special)
            return SafeFile.SpecialReason(special);
        if (!File.Exists(path))
            return "it is not there any more";
        if (status?.IsProtected == true || !LinuxFile.IsWritable(path))
            return "it is write-protected; allow writing first";
        if (fix.File.Stamp is { } stamp && stamp != FileStamp.Of(path))
            return Changed;
        if (fix.Kind is FixKind.Deletion)
            return FileNames.IsSystemDropping(fix.File.Path)
                ? null
                : "it may be of use to you; delete it yourself, or keep it out of what you send";
        if (status?.Links > 1)
            return "it has another name (a hard link), under which it would stay as it is; make it a file of its own first";
        return RefusalByContent(fix, path);
    }

    private static string? RefusalByContent(FileFix fix, string path)
    {
        if (fix.File.Problems.Any(problem => problem.Kind is SyntaxProblemKind.InvalidBytes or SyntaxProblemKind.NulCharacters))
            return "it contains bytes that are not valid UTF-8; save it as UTF-8 first";
        if (fix.File.IsSeveral)
            return Several(fix.File.Formats);
        if (fix.Kind is FixKind.Text && fix.Inner.Count == 0)
            return null;
        using FileStream content = File.OpenRead(path);
        string[] formats = [.. FileSignature.FormatsOf(content).Select(format => format.Name)];
        if (formats.Length > 1)
            return Several(formats);
        if (MetadataCleaner.CanClean(content))
            return null;
        if (!ArchiveRepacker.CanRepack(content))
            return "its format cannot be rewritten; export it again without metadata";
        return fix.Inner.Select(RefusalInside).FirstOrDefault(reason => reason is not null);
    }

    private static string Several(IEnumerable<string> formats) =>
        $"it is {string.Join(" and ", formats)} at once, one of which would be lost; make a file of its own of each";

    /// <summary>
    /// Changes a file: the new content is written beside it, read again, and then takes its place, so that it is never half and never
    /// another file.
    /// </summary>
    /// <param name="fix">The change.</param>
    /// <param name="path">Its full path.</param>
    /// <exception cref="WriteException">It cannot be written, or has changed since it was read.</exception>
    /// <exception cref="InvalidDataException">It is broken, or would lose something; the message says what.</exception>
    public static void Apply(FileFix fix, string path)
    {
        if (fix.Kind is FixKind.Deletion)
        {
            File.Delete(path);
            return;
        }
        byte[] before = File.ReadAllBytes(path);
        // What was read between two times of the same stamp is what was linted.
        if (fix.File.Stamp is { } stamp && stamp != FileStamp.Of(path))
            throw new InvalidDataException(Changed);
        AtomicFile.Replace(path, before, ContentOf(fix, before));
    }

    /// <summary>The changed content of a file, proved to have lost nothing.</summary>
    /// <exception cref="InvalidDataException">
    /// It is broken, has changed since it was read, or would lose something; the message says what.
    /// </exception>
    public static byte[] ContentOf(FileFix fix, byte[] before)
    {
        var content = new MemoryStream(before, writable: false);
        if (fix.Inner.Count > 0 && ArchiveRepacker.CanRepack(content))
            return Proved(fix, before, Repacked(fix, content));
        if (fix.Kind is not FixKind.Text || fix.Inner.Count > 0)
        {
            var clean = new MemoryStream();
            MetadataCleaner.Clean(content, clean);
            return Proved(fix, before, clean.ToArray());
        }
        (string text, _) = TextDecoder.Decode(before);
        if (text != fix.File.Text!.Text)
            throw new InvalidDataException(Changed);
        byte[] after = fix.Edits.Apply(before, text);
        if (FileSignature.Begins(after) is { } format && format != FileSignature.Begins(before))
            throw new InvalidDataException($"it would begin as a file of {format.Name}, and is text; change its beginning yourself");
        return TextDecoder.Decode(after).Text == fix.Edits.Apply(text)
            ? after
            : throw new InvalidDataException("its text cannot be written in its encoding; save it as UTF-8 first");
    }

    private static byte[] Proved(FileFix fix, byte[] before, byte[] after) =>
        Proof.Objection(fix, before, after) is { } objection ? throw new InvalidDataException(objection) : after;

    private static FileFix? FixOf(SubmittedFile file, IEnumerable<(string Rule, Fix Fix)> fixes)
    {
        FixKind kind = fixes.Max(fix => fix.Fix.Kind);
        if (file.Text is null && kind is not FixKind.Deletion)
            return null;
        string[] rules = [.. fixes.Select(fix => fix.Rule).Distinct().Order(StringComparer.Ordinal)];
        IEnumerable<MetadataField> fields = fixes.Select(fix => file.Sheet?.FieldAt(fix.Fix.Place.Line)).OfType<MetadataField>().Distinct();
        return new(file, kind, TextEdits.Of(kind is FixKind.Text ? fixes.Select(fix => fix.Fix) : []), rules)
        {
            TakenOut = [.. fields.Select(field => Proof.FieldOf(file, field))],
        };
    }

    private static FileFix Packed(SubmittedFile container, IReadOnlyList<FileFix> inner, FileFix? own) =>
        new(
            container,
            own?.Kind ?? FixKind.Text,
            TextEdits.Of([]),
            [.. inner.SelectMany(fix => fix.Rules).Concat(own?.Rules ?? []).Distinct().Order(StringComparer.Ordinal)]
        )
        {
            Inner = inner,
        };

    private static byte[] Repacked(FileFix fix, Stream content)
    {
        ILookup<string, FileFix> inner = fix.Inner.ToLookup(EntryOf, StringComparer.Ordinal);
        var packed = new MemoryStream();
        Func<byte[], byte[]?>? ChangeOf(string name) => inner.Contains(name) ? before => MemberOf([.. inner[name]], before) : null;
        ArchiveRepacker.Repack(content, packed, ChangeOf);
        return packed.ToArray();
    }

    /// <summary>The new content of a member; null where it is left out.</summary>
    private static byte[]? MemberOf(FileFix[] fixes, byte[] before)
    {
        if (fixes.Any(entry => entry.Kind is FixKind.Deletion))
            return null;
        FileFix[] nested = [.. fixes.Where(IsNested)];
        if (nested.Length > 0 && ArchiveRepacker.CanRepack(new MemoryStream(before, writable: false)))
            return ContentOf(ArchiveInside(nested), before);
        if (fixes.FirstOrDefault(entry => !IsNested(entry)) is { } own)
            return ContentOf(own, before);
        // What lies inside a document goes with the document's own metadata.
        return ContentOf(fixes[0] with { Kind = FixKind.Metadata, Inner = [], TakenOut = [] }, before);
    }

    /// <summary>
    /// The changes of files in an archive in the archive, as those of the inner one: it is packed again, and proved, by itself.
    /// </summary>
    private static FileFix ArchiveInside(FileFix[] nested)
    {
        string path = $"{nested[0].File.Container}!/{EntryOf(nested[0])}";
        return Packed(
            new(path, FileRole.BinaryAsset, null, []),
            [.. nested.Select(fix => fix with { File = fix.File with { Container = path } })],
            own: null
        );
    }

    private static string? RefusalInside(FileFix fix)
    {
        if (fix.File.IsSeveral)
            return $"{fix.File.Path} in it is {string.Join(" and ", fix.File.Formats)} at once; make a file of its own of each";
        if (IsNested(fix) && fix.Kind is FixKind.Text && !FileKinds.IsArchive(EntryOf(fix)))
            return $"{fix.File.Path} lies too deep inside it; fix the file and pack it again";
        return fix.File.Problems.Any(problem => problem.Kind is SyntaxProblemKind.InvalidBytes or SyntaxProblemKind.NulCharacters)
            ? $"{fix.File.Path} contains bytes that are not valid UTF-8; save it as UTF-8 first"
            : null;
    }

    /// <summary>Path of the archive's file that a change concerns.</summary>
    internal static string EntryOf(FileFix fix)
    {
        string inside = fix.File.Path[(fix.File.Container!.Length + 2)..];
        int end = inside.IndexOf("!/", StringComparison.Ordinal);
        return end < 0 ? inside : inside[..end];
    }

    private static bool IsNested(FileFix fix) => fix.File.Path.IndexOf("!/", fix.File.Container!.Length + 2, StringComparison.Ordinal) >= 0;
}
