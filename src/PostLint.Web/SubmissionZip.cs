using System.IO.Compression;
using PostLint.Syntax;

namespace PostLint.Web;

/// <summary>Packs the submission for its author to take home.</summary>
internal static class SubmissionZip
{
    // The earliest time that an archive can hold: when a file was written may tell where.
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// The archive: without times, and in the order of paths. A submission that is one archive already is given as it is.
    /// </summary>
    public static byte[] Pack()
    {
        IReadOnlyList<string> files = Workspace.Files();
        if (files is [var alone] && FileKinds.IsArchive(alone))
            return File.ReadAllBytes(Workspace.FullPath(alone));
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string file in files)
            {
                ZipArchiveEntry entry = zip.CreateEntry(file, CompressionLevel.Optimal);
                entry.LastWriteTime = s_noTime;
                using Stream content = entry.Open();
                content.Write(File.ReadAllBytes(Workspace.FullPath(file)));
            }
        }
        return packed.ToArray();
    }
}
