using System.Diagnostics.CodeAnalysis;

namespace PostLint.Text;

/// <summary>What is wrong in a profile or configuration file.</summary>
/// <param name="Path">The file; a profile's name where it is built in.</param>
/// <param name="Line">1-based; 0 where the whole file is meant.</param>
/// <param name="Column">1-based, in UTF-16 units; 0 where the whole file is meant.</param>
/// <param name="Message">What is wrong and what would be right, in one sentence without a full stop.</param>
public sealed record UserError(string Path, int Line, int Column, string Message)
{
    /// <summary>path:line:column: message.</summary>
    public override string ToString() => Line == 0 ? $"{Path}: {Message}" : $"{Path}:{Line}:{Column}: {Message}";
}

/// <summary>A profile or configuration that cannot be used.</summary>
/// <param name="errors">All that is wrong, in the order of the file.</param>
/// <param name="inner">What caused it; null for nothing else.</param>
[SuppressMessage(
    "Design",
    "CA1032:Implement standard exception constructors",
    Justification = "An exception without errors would say nothing."
)]
public sealed class UserException(IReadOnlyList<UserError> errors, Exception? inner = null) : Exception(string.Join('\n', errors), inner)
{
    /// <summary>All that is wrong, in the order of the file.</summary>
    public IReadOnlyList<UserError> Errors { get; } = errors;
}
