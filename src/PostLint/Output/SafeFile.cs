using System.Security;

namespace PostLint.Output;

/// <summary>Opens files that a stranger may have made, and says why one cannot be read.</summary>
internal static class SafeFile
{
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
}
