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
            using Stream stream = Open(asset.Target, bufferSize: 0);
            if (stream is not FileStream file)
                return Empty(unread);
            FileStamp stamp = FileStamp.Of(file);
            (SubmittedFile read, string? failure) = ReadToEnd(stream, path, role, limits);
            return (read with { Stamp = stamp }, failure);
        }
        catch (Exception failure) when (IsReadFailure(failure))
        {
            return (unread, Explain(failure, asset.Target));
        }
    }

    /// <summary>Opens a file for reading; one without content as an empty stream.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="bufferSize">How much is read ahead, in bytes.</param>
    /// <exception cref="SpecialFileException">It is a pipe, socket or device: opening one may wait for ever.</exception>
    /// <exception cref="IOException">It cannot be read; <see cref="Explain"/> says why.</exception>
    public static Stream Open(string path, int bufferSize)
    {
        if (LinuxFile.StatusOf(path, followsLinks: true)?.Special is { } special)
            throw new SpecialFileException(special);
        // Where the system does not tell pipes from files, what has no length may be one.
        if (new FileInfo(path).Length == 0)
            return Stream.Null;
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize);
    }

    /// <summary>
    /// What at a path is never opened, as in <c>a pipe (FIFO)</c>; null for ordinary files, and where the system does not tell.
    /// </summary>
    public static string? SpecialKindOf(string path) => LinuxFile.StatusOf(path)?.Special;

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

    /// <summary>Whether a file begins with some bytes; false where it cannot be read.</summary>
    public static bool StartsWith(string path, ReadOnlySpan<byte> bytes)
    {
        Span<byte> first = stackalloc byte[16];
        try
        {
            using Stream stream = Open(path, bufferSize: 0);
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
    /// <param name="failure">What was thrown.</param>
    /// <param name="path">What could not be read.</param>
    public static string Explain(Exception failure, string path) =>
        failure switch
        {
            SpecialFileException special => SpecialReason(special.Message),
            // The runtime shows what is no UTF-8 as this character, and then finds nothing of that name.
            FileNotFoundException or DirectoryNotFoundException when path.Contains('\uFFFD', StringComparison.Ordinal) =>
                "its name is not valid UTF-8; rename it",
            UnauthorizedAccessException or SecurityException => "permission to read it is denied",
            _ => IoReason.Of(failure, "reading it fails"),
        };

    /// <summary>What is said of a file that is never opened.</summary>
    public static string SpecialReason(string special) => $"it is {special}, which is never opened";

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
