namespace PostLint.Triage;

/// <summary>
/// Puts images that may show an identity into the record, for the chair's own page: a look of five seconds tells what no program can.
/// </summary>
internal static class EvidenceImages
{
    private const long LargestImage = 1 << 20,
        LargestTotal = 2 << 20; // bytes; larger ones are named only

    /// <summary>The submission with the images that findings about identity stand in.</summary>
    public static CheckedSubmission Add(CheckedSubmission submission, TriageItem item)
    {
        string root = Path.GetFullPath(item.Folder);
        long total = 0;
        var images = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((TriageFinding finding, PrivateFinding own) in submission.Record.Findings.Zip(submission.PrivateFindings))
        {
            if (
                finding.Rule.StartsWith("identity/", StringComparison.Ordinal)
                && !images.ContainsKey(own.File)
                && Read(root, own.File, ref total) is { } image
            )
                images.Add(own.File, image);
        }
        return submission with { Images = images };
    }

    private static string? Read(string root, string path, ref long total)
    {
        string? type = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".PNG" => "image/png",
            ".JPG" or ".JPEG" => "image/jpeg",
            ".GIF" => "image/gif",
            ".WEBP" => "image/webp",
            _ => null,
        };
        string full = Path.GetFullPath(Path.Combine(root, path));
        if (type is null || !full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return null;
        var file = new FileInfo(full);
        if (!file.Exists || file.LinkTarget is not null || file.Length > LargestImage || total + file.Length > LargestTotal)
            return null;
        total += file.Length;
        return $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(full))}";
    }
}
