namespace PostLint.Submissions;

/// <summary>A file that is still to be read.</summary>
/// <param name="FullPath">Where it lies.</param>
/// <param name="Path">Path as reports print it.</param>
/// <param name="Role">What it is to the submission.</param>
public sealed record SourceFile(string FullPath, string Path, FileRole Role);

/// <summary>A submission that is still to be read.</summary>
/// <param name="Name">The post's slug.</param>
/// <param name="Files">The post first, then its other files by path.</param>
/// <param name="Content">The bytes of the post where it came by standard input; otherwise null.</param>
public sealed record SubmissionSource(string Name, IReadOnlyList<SourceFile> Files, ReadOnlyMemory<byte>? Content = null);

/// <summary>What a path holds.</summary>
/// <param name="Sources">The submissions, by name.</param>
/// <param name="Unread">What could not be looked into.</param>
public sealed record Discovery(IReadOnlyList<SubmissionSource> Sources, IReadOnlyList<Unread> Unread);
