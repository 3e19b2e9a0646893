using PostLint.Assets;
using PostLint.Submissions;

namespace PostLint.Tests.Assets;

/// <summary>Reads bytes as an asset of a submission is read.</summary>
internal static class Scanned
{
    /// <summary>The file, then the files found inside it. No reader may throw but what says that the file is broken.</summary>
    public static (IReadOnlyList<SubmittedFile> Files, IReadOnlyCollection<Unread> Gaps) Of(
        byte[] bytes,
        string name = "a.bin",
        AssetLimits? limits = null
    )
    {
        using var folder = new Submissions.TemporaryFolder();
        string path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, bytes);
        var reader = new AssetReader(limits ?? AssetLimits.Default, Limits.Default, CancellationToken.None);
        IReadOnlyList<SubmittedFile> files = reader.Read(path, name);
        reader.Faults.Should().BeEmpty();
        return (files, reader.Gaps);
    }

    /// <summary>The fields of the file itself, as <c>Group:Name</c> and value.</summary>
    public static IReadOnlyList<(string Name, string Value)> Fields(byte[] bytes, string name = "a.bin") =>
        Of(bytes, name).Files[0].Sheet is { } sheet ? [.. sheet.Fields.Select(field => (field.FullName, sheet.ValueOf(field)))] : [];
}
