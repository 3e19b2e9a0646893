namespace PostLint.Submissions;

/// <summary>How much of a stranger's input is read.</summary>
/// <param name="TextBytes">The largest text file, in bytes; larger ones are named as unread.</param>
/// <param name="Files">The most files of one folder; the rest is named as unread.</param>
/// <param name="Depth">The deepest nesting of folders below a given one.</param>
public sealed record Limits(int TextBytes = 32 << 20, int Files = 200_000, int Depth = 32)
{
    /// <summary>What applies where nothing else is said.</summary>
    public static Limits Default { get; } = new();
}
