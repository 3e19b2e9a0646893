using System.Text;

namespace PostLint.Assets.Documents;

/// <summary>
/// Compiled Python (PEP 3147, <c>__pycache__/…pyc</c>): each function in it holds the path of the source that it was compiled from.
/// </summary>
internal sealed class PythonBytecode : IAssetFormat
{
    private const int MaxBytes = 1 << 20; // of a file; modules are compiled to some tens of kilobytes
    private const int MaxPath = 300;
    private const int MaxPaths = 20;
    private const int HeaderBytes = 16;

    /// <inheritdoc/>
    public string Name => "compiled Python";

    /// <inheritdoc/>
    /// <remarks>A number of the version, a line end that text mode would spoil, flags, and the type of code as the first object.</remarks>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        head.Length > HeaderBytes && head[1] is 0x0D or 0x0E && head[2] == 0x0D && head[3] == 0x0A && (head[HeaderBytes] & 0x7F) == 'c';

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        content.Position = HeaderBytes;
        byte[] code = content.Take(Math.Min(content.Length - HeaderBytes, MaxBytes));
        var paths = new HashSet<string>(StringComparer.Ordinal);
        for (int at = 0; at < code.Length && paths.Count < MaxPaths; at++)
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            int found = code.AsSpan(at).IndexOf(".py"u8);
            if (found < 0)
                break;
            at += found;
            string path = PathBefore(code, at + 3);
            if (path.AsSpan().ContainsAny('/', '\\') && paths.Add(path))
                scan.Field("Python", "SourcePath", path);
        }
    }

    /// <summary>The printable text that ends at an offset; the byte before a text is its length, which may be printable too.</summary>
    private static string PathBefore(byte[] code, int end)
    {
        int start = end;
        while (start > 0 && end - start < MaxPath && code[start - 1] is >= 0x20 and < 0x7F)
            start--;
        string text = Encoding.ASCII.GetString(code, start, end - start);
        int slash = text.IndexOfAny(['/', '\\']);
        return slash > 0 && text[slash] == '/' ? text[slash..] : text;
    }
}
