using PostLint.Facts;
using PostLint.Reporting.Terminal;

namespace PostLint.Reporting.GitHub;

/// <summary>
/// A command that GitHub's runner reads from a step's output (docs.github.com, Workflow commands). Whatever stands in a post can end none
/// and begin none: line ends, percent signs,
/// colons and commas are escaped, and what would command a terminal is shown by its number.
/// </summary>
internal static class WorkflowCommand
{
    /// <summary>One line.</summary>
    /// <param name="name">error, warning or notice.</param>
    /// <param name="message">What is shown.</param>
    /// <param name="properties">Its properties; those without a value are left out.</param>
    public static string Of(string name, string message, params IEnumerable<(string Key, string? Value)> properties)
    {
        string listed = string.Join(
            ',',
            properties
                .Where(property => property.Value is { Length: > 0 })
                .Select(property => $"{property.Key}={Escape(property.Value!, isProperty: true)}")
        );
        return $"::{name}{(listed.Length > 0 ? " " : "")}{listed}::{Escape(message, isProperty: false)}";
    }

    private static string Escape(string text, bool isProperty)
    {
        string shown = string.Join('\n', text.Split('\n').Select(Printable.Of))
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
        return isProperty ? shown.Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal) : shown;
    }
}
