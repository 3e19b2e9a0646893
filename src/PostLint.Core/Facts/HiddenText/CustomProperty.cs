using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>Names that a style sheet gives to values: <c>--paper: white</c>, used as <c>var(--paper)</c>.</summary>
internal static partial class CustomProperty
{
    /// <summary>Replaces each use by the value, or by what the use itself gives for want of one.</summary>
    /// <param name="text">Declarations.</param>
    /// <param name="valueOf">Gives the value of a name, such as <c>--paper</c>; null where there is none.</param>
    public static string PutIn(string text, Func<string, string?> valueOf) =>
        Use().Replace(text, use => valueOf(use.Groups["name"].Value) ?? use.Groups["otherwise"].Value);

    [GeneratedRegex(@"var\(\s*(?<name>--[\w-]{1,60})\s*(?:,\s*(?<otherwise>[^()]{0,80}))?\)", RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex Use();
}
