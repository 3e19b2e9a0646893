using PostLint.Assets;
using PostLint.Assets.Archives;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Fixing;

/// <summary>
/// Reads a fixed file again, before it takes the old one's place: it must be of the same format, show and hold all that the old one did,
/// and say no more what was to be taken out. What a format
/// shows and holds is listed by the format itself (<see cref="IInventory"/>, <see cref="IRepackable.Members"/>); here two lists are
/// compared.
/// </summary>
internal static class Proof
{
    private const string TakenOut = "; export it again without metadata in the program that made it";

    /// <summary>Why the new content of a file may not take the place of the old; null where it may.</summary>
    /// <param name="fix">The change.</param>
    /// <param name="before">The file as it was.</param>
    /// <param name="after">The file as it would be.</param>
    public static string? Objection(FileFix fix, byte[] before, byte[] after)
    {
        try
        {
            return LossOf(fix, Open(before), Open(after)) ?? RemainderOf(fix, before, after);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return $"what would be written cannot be read again ({(broken.Message.Length > 0 ? broken.Message : "it is broken")})";
        }
    }

    private static string? LossOf(FileFix fix, Stream before, Stream after)
    {
        IAssetFormat? format = FileSignature.FormatOf(before),
            written = FileSignature.FormatOf(after);
        if (format != written)
            return $"it would become {written?.Name ?? "a file of no known format"}, and is {format?.Name ?? "none"}";
        if (format is IRepackable archive)
            return DifferenceOf(archive.Members(before), archive.Members(after), fix);
        if (format is not IInventory kind)
            return "nobody can tell what would be lost";
        return DifferenceOf([.. kind.Inventory(before)], [.. kind.Inventory(after)]);
    }

    private static string? DifferenceOf(KeptPart[] before, KeptPart[] after)
    {
        for (int i = 0; i < Math.Max(before.Length, after.Length); i++)
        {
            if (i >= before.Length)
                return $"{after[i].What} would be added";
            if (i >= after.Length || before[i].What != after[i].What)
                return $"{before[i].What} would be lost{TakenOut}";
            if (before[i].Value != after[i].Value)
                return $"{before[i].What} would change{TakenOut}";
        }
        return null;
    }

    /// <summary>What of an archive would be lost: its files stay in order, each as it was but those that are fixed themselves.</summary>
    private static string? DifferenceOf(IEnumerable<ArchiveMember> before, IEnumerable<ArchiveMember> after, FileFix fix)
    {
        ILookup<string, FileFix> changes = fix.Inner.ToLookup(Fixer.EntryOf, StringComparer.Ordinal);
        ArchiveMember[] expected =
        [
            .. before.Where(member => !changes[EntryNames.Shown(member.Path)].Any(inner => inner.Kind is FixKind.Deletion)),
        ];
        ArchiveMember[] written = [.. after];
        for (int i = 0; i < Math.Max(expected.Length, written.Length); i++)
        {
            if (i >= expected.Length)
                return $"{written[i].Path} would be added";
            if (i >= written.Length || expected[i].Path != written[i].Path)
                return $"{expected[i].Path} in it would be lost";
            if (expected[i].Attributes != written[i].Attributes)
                return $"time or permissions of {expected[i].Path} in it would change";
            bool isFixed = changes.Contains(EntryNames.Shown(expected[i].Path));
            if (!isFixed && expected[i].Content != written[i].Content)
                return $"{expected[i].Path} in it would change";
        }
        return null;
    }

    /// <summary>
    /// What was to be taken out and is still there; null where some of it is gone, because the rest is found again when the file is checked
    /// again.
    /// </summary>
    private static string? RemainderOf(FileFix fix, byte[] before, byte[] after)
    {
        string[] planned = [.. fix.TakenOut.Concat(fix.Inner.SelectMany(inner => inner.TakenOut))];
        if (planned.Length == 0 || fix.Inner.Any(inner => inner.TakenOut.Count == 0))
            return null;
        HashSet<string> said = FieldsIn(fix.File.Path, before),
            left = FieldsIn(fix.File.Path, after);
        string[] stays = [.. planned.Where(field => said.Contains(field) && left.Contains(field))];
        if (stays.Length < planned.Length)
            return null;
        string name = stays[0].Split('\n')[1];
        return $"{name} is part of what it shows or holds, and stays{TakenOut}";
    }

    /// <summary>All that a file and the files inside it say, as <see cref="FieldOf"/> tells it.</summary>
    private static HashSet<string> FieldsIn(string path, byte[] content)
    {
        var reader = new AssetReader(AssetLimits.Default, Limits.Default, CancellationToken.None);
        IReadOnlyList<SubmittedFile> files = reader.Read(Open(content), path);
        return
        [
            .. files.Where(file => file.Sheet is not null).SelectMany(file => file.Sheet!.Fields.Select(field => FieldOf(file, field))),
        ];
    }

    /// <summary>A field of a file, in words that tell it from all others.</summary>
    public static string FieldOf(SubmittedFile file, MetadataField field) => $"{file.Path}\n{field.FullName}\n{file.Sheet!.ValueOf(field)}";

    private static MemoryStream Open(byte[] content) => new(content, writable: false);
}
