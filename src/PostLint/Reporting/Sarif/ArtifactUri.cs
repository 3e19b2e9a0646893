namespace PostLint.Reporting.Sarif;

/// <summary>Paths as SARIF writes them.</summary>
internal static class ArtifactUri
{
    /// <summary>
    /// A relative path as a relative reference, each segment percent-encoded; an absolute path as a <c>file:</c> address.
    /// </summary>
    /// <param name="path">A path with forward slashes.</param>
    public static string Of(string path)
    {
        if (path.StartsWith('/'))
            return "file://" + Encode(path);
        if (IsDrive(path))
            return $"file:///{path[..2]}{Encode(path[2..])}";
        return Encode(path);
    }

    /// <summary>Whether a path lies below the folder that relative references start from.</summary>
    public static bool IsBelowRoot(string path) => !path.StartsWith('/') && !IsDrive(path) && !path.Split('/').Contains("..");

    private static bool IsDrive(string path) => path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '/';

    private static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
