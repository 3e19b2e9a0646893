namespace PostLint.Submissions;

/// <summary>How much of a stranger's input is read.</summary>
/// <param name="MaxTextBytes">Bytes of one text file; a larger one is reported as unread.</param>
/// <param name="MaxFiles">Files of one path given; the rest is reported as unread.</param>
/// <param name="MaxDepth">Folders within folders.</param>
public sealed record Limits(long MaxTextBytes = 32 * 1024 * 1024, int MaxFiles = 200_000, int MaxDepth = 64);
