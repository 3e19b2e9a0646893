namespace PostLint.Output;

/// <summary>A file cannot be written; its old content is as it was.</summary>
/// <param name="path">The file, as it was given.</param>
/// <param name="reason">Why, in words that end a sentence.</param>
/// <param name="inner">What the system said; null for nothing.</param>
public sealed class WriteException(string path, string reason, Exception? inner = null)
    : IOException($"cannot write {path}: {reason}", inner)
{
    /// <summary>The file, as it was given.</summary>
    public string Path { get; } = path;

    /// <summary>Why, in words that end a sentence.</summary>
    public string Reason { get; } = reason;
}
