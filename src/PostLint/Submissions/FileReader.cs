using System.Buffers;
using System.Security;
using PostLint.Syntax;

namespace PostLint.Submissions;

/// <summary>Reads single files, each once and none larger than the limit.</summary>
internal static class FileReader
{
    /// <summary>Reads a file; where that fails, its text is null and the reason not.</summary>
    /// <param name="file">Which.</param>
    /// <param name="path">Its path as reports print it.</param>
    /// <param name="role">What it is; null where its content has to tell.</param>
    /// <param name="limits">How much is read.</param>
    public static (SubmittedFile File, string? Failure) Read(SiteFile file, string path, FileRole? role, Limits limits)
    {
        var unread = new SubmittedFile(path, role ?? FileRole.TextAsset, null, []);
        if (role is FileRole.BinaryAsset) return (unread, null);
        try
        {
            // What has no length may be a pipe or a device; opening one could wait for ever.
            if (new FileInfo(file.Target).Length == 0) return Empty(unread);
            using var stream = new FileStream(file.Target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return ReadToEnd(stream, path, role, limits);
        }
        catch (Exception failure) when (IsReadFailure(failure))
        {
            return (unread, Explain(failure));
        }
    }

    /// <summary>Reads a stream to its end; where that fails, the text is null and the reason not.</summary>
    public static (SubmittedFile File, string? Failure) ReadToEnd(Stream stream, string path, FileRole? role, Limits limits)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(stream.CanSeek ? (int)Math.Min(stream.Length, limits.TextBytes) + 1 : 1 << 16);
        try
        {
            int length = Fill(stream, ref buffer, limits.TextBytes);
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, Math.Min(length, limits.TextBytes));
            if (role is null && TextDecoder.LooksBinary(bytes)) return (new(path, FileRole.BinaryAsset, null, []) { Bytes = length }, null);
            if (length > limits.TextBytes) return (new(path, role ?? FileRole.TextAsset, null, []), $"it is larger than {Size(limits.TextBytes)}, the limit for text");
            (string text, IReadOnlyList<SyntaxProblem> problems) = TextDecoder.Decode(bytes);
            return (new(path, role ?? FileRole.TextAsset, new(path, text), problems) { Bytes = length }, null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether a file begins with some bytes; false where it cannot be read.</summary>
    public static bool StartsWith(string path, ReadOnlySpan<byte> bytes)
    {
        Span<byte> first = stackalloc byte[16];
        try
        {
            if (new FileInfo(path).Length < bytes.Length) return false;
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            ReadOnlySpan<byte> read = first[..stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
            return (read is [0xEF, 0xBB, 0xBF, ..] ? read[3..] : read).StartsWith(bytes);
        }
        catch (Exception failure) when (IsReadFailure(failure))
        {
            return false;
        }
    }

    /// <summary>Whether an exception says that a file cannot be read, and nothing about PostLint.</summary>
    public static bool IsReadFailure(Exception failure) => failure is IOException or UnauthorizedAccessException or SecurityException;

    /// <summary>The reason in plain words, without the path.</summary>
    public static string Explain(Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "it is not there any more",
        UnauthorizedAccessException or SecurityException => "permission to read it is denied",
        _ => "reading it fails",
    };

    private static (SubmittedFile File, string? Failure) Empty(SubmittedFile file) => file.Role is FileRole.Post
        ? (file, "it is empty, or no ordinary file")
        : (file with { Text = new(file.Path, "") }, null);

    /// <summary>Fills the buffer, which grows, with one byte more than the limit at most.</summary>
    private static int Fill(Stream stream, ref byte[] buffer, int limit)
    {
        int length = 0;
        while (length <= limit)
        {
            if (length == buffer.Length) Grow(ref buffer);
            int read = stream.Read(buffer, length, Math.Min(buffer.Length, limit + 1) - length);
            if (read == 0) break;
            length += read;
        }
        return length;
    }

    private static void Grow(ref byte[] buffer)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    private static string Size(int bytes) => bytes % (1 << 20) == 0 ? $"{bytes >> 20} MB" : $"{bytes} bytes";
}
