using System.Buffers;
using System.Security;
using PostLint.Assets;
using PostLint.Output;
using PostLint.Syntax;

namespace PostLint.Submissions;

/// <summary>Reads single files, each once and none larger than the limit.</summary>
internal static class FileReader
{
    /// <summary>Reads a file; where that fails, its text is null and the reason not.</summary>
    /// <param name="asset">Which.</param>
    /// <param name="path">Its path as reports print it.</param>
    /// <param name="role">What it is; null where its content has to tell.</param>
    /// <param name="limits">How much is read.</param>
    public static (SubmittedFile File, string? Failure) Read(SiteFile asset, string path, FileRole? role, Limits limits)
    {
        var unread = new SubmittedFile(path, role ?? FileRole.TextAsset, null, []);
        if (role is FileRole.BinaryAsset)
            return (unread, null);
        try
        {
            using Stream stream = SafeFile.Open(asset.Target, bufferSize: 0);
            if (stream is not FileStream file)
                return Empty(unread);
            FileStamp stamp = FileStamp.Of(file);
            (SubmittedFile read, string? failure) = ReadToEnd(stream, path, role, limits);
            return (read with { Stamp = stamp }, failure);
        }
        catch (Exception failure) when (SafeFile.IsReadFailure(failure))
        {
            return (unread, SafeFile.Explain(failure, asset.Target));
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
            bool isBinary = FileSignature.IsBinary(bytes);
            if (role is FileRole.Post && isBinary)
                return (new(path, FileRole.Post, null, []), "it is no text, whatever its name says");
            if (isBinary || (role is null && TextDecoder.LooksBinary(bytes)))
                return (new(path, FileRole.BinaryAsset, null, []) { Bytes = length }, null);
            if (length > limits.TextBytes)
                return (new(path, role ?? FileRole.TextAsset, null, []), $"it is larger than {Size(limits.TextBytes)}, the limit for text");
            (string text, IReadOnlyList<SyntaxProblem> problems) = TextDecoder.Decode(bytes);
            string[] others =
            [
                .. FileSignature.FormatsOfText(new MemoryStream(buffer, 0, length, writable: false)).Select(format => format.Name),
            ];
            return (
                new(path, role ?? FileRole.TextAsset, new(path, text), problems)
                {
                    Bytes = length,
                    Formats = others.Length > 0 ? ["text", .. others] : [],
                },
                null
            );
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static (SubmittedFile File, string? Failure) Empty(SubmittedFile file) =>
        file.Role is FileRole.Post ? (file, "it is empty, or no ordinary file") : (file with { Text = new(file.Path, "") }, null);

    /// <summary>Fills the buffer, which grows, with one byte more than the limit at most.</summary>
    private static int Fill(Stream stream, ref byte[] buffer, int limit)
    {
        int length = 0;
        while (length <= limit)
        {
            if (length == buffer.Length)
                Grow(ref buffer);
            int read = stream.Read(buffer, length, Math.Min(buffer.Length, limit + 1) - length);
            if (read == 0)
                break;
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
