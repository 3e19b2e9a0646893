using System.IO.Compression;

namespace PostLint.Web;

/// <summary>Gives the page the bytes of a picture to show.</summary>
internal static class FileBytes
{
    private const int Largest = 32 << 20; // bytes; pictures of archives that are larger are not shown

    /// <summary>The bytes of a file of the workspace, or of one in a zip archive; empty where it cannot be had.</summary>
    /// <param name="path">Its path as reports print it.</param>
    public static byte[] Of(string path)
    {
        int inside = path.IndexOf("!/", StringComparison.Ordinal);
        string outer = Workspace.FullPath(inside < 0 ? path : path[..inside]);
        if (!File.Exists(outer))
            return [];
        return inside < 0 ? File.ReadAllBytes(outer) : Member(outer, path[(inside + 2)..]);
    }

    private static byte[] Member(string archive, string name)
    {
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(archive);
            if (zip.GetEntry(name) is not { Length: <= Largest } entry)
                return [];
            using Stream content = entry.Open();
            byte[] bytes = new byte[entry.Length];
            return bytes[..content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
