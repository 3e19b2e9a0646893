using PostLint.Facts;

namespace PostLint.Rules;

/// <summary>What a fix does to its file.</summary>
public enum FixKind
{
    /// <summary>A slice of the text is replaced.</summary>
    Text,

    /// <summary>The whole file is written anew without its metadata.</summary>
    Metadata,

    /// <summary>The file is deleted.</summary>
    Deletion,
}

/// <summary>A change that fixes a finding.</summary>
/// <param name="Description">What it does, in one sentence.</param>
/// <param name="Place">The slice to replace.</param>
/// <param name="Replacement">What replaces it; empty to delete.</param>
/// <param name="IsSafe">Whether it only removes what the call forbids and nothing that a reader would miss.</param>
public sealed record Fix(Message Description, Place Place, string Replacement, bool IsSafe)
{
    /// <summary>What is done to the file; only for <see cref="FixKind.Text"/> do place and replacement say all of it.</summary>
    public FixKind Kind { get; init; }
}
