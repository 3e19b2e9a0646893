using System.Security;

namespace PostLint.Output;

/// <summary>Why reading or writing a file fails, in plain words that end a sentence and name no path.</summary>
public static class IoReason
{
    // Numbers of errno.h; those of quotas differ between Linux and macOS.
    private const int InputOutput = 5,
        NoSpace = 28,
        ReadOnly = 30,
        LinuxQuota = 122,
        MacQuota = 69;

    // ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of winerror.h.
    private const int WindowsFull = unchecked((int)0x80070070),
        WindowsHandleFull = unchecked((int)0x80070027);

    /// <summary>The reason.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="otherwise">What is said where the failure is of no known kind.</param>
    public static string Of(Exception failure, string otherwise) =>
        failure switch
        {
            WriteException refused => refused.Reason,
            UnauthorizedAccessException or SecurityException => "permission denied",
            PathTooLongException => "its path is longer than the system allows",
            FileNotFoundException or DirectoryNotFoundException => "it is not there any more",
            IOException { HResult: NoSpace or WindowsFull or WindowsHandleFull } => "the disk is full",
            IOException { HResult: LinuxQuota or MacQuota } => "the disk quota is used up",
            IOException { HResult: ReadOnly } => "the file system is read-only",
            IOException { HResult: InputOutput } => "the disk reports an error",
            _ => otherwise,
        };
}
