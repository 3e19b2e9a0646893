namespace PostLint.Server;

/// <summary>Addresses of files, as editors write them.</summary>
internal static class FileUri
{
    /// <summary>The full path of a <c>file:</c> address; null for others, such as that of a text without a file.</summary>
    public static string? PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed) && parsed.IsFile ? Path.GetFullPath(parsed.LocalPath) : null;

    /// <summary>The address of a full path.</summary>
    public static string Of(string path)
    {
        string slashes = path.Replace('\\', '/');
        string encoded = string.Join('/', slashes.Split('/').Select(Uri.EscapeDataString));
        // A drive is a part of the address of its own.
        return slashes.StartsWith('/') ? $"file://{encoded}" : $"file:///{encoded}";
    }
}
