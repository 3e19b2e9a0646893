using System.Text.RegularExpressions;
using PostLint.Reporting;

namespace PostLint.Cli;

/// <summary>Paths in messages: logs are read by strangers, and the way to a folder tells the login of whoever ran PostLint.</summary>
internal static partial class ShownPath
{
    private const int Timeout = 1_000; // milliseconds; the pattern is linear, this guards against what nobody thought of

    /// <summary>A path as messages show it: from the working directory where it lies below; elsewhere whole on a terminal only.</summary>
    public static string Of(string path, Host host)
    {
        string root = host.WorkingDirectory + Path.DirectorySeparatorChar;
        if (path.StartsWith(root, StringComparison.Ordinal))
            return Path.GetRelativePath(host.WorkingDirectory, path);
        bool isWatched = host.IsErrorTerminal && !host.IsAutomatic;
        return isWatched || !OutsidePath.Is(path.Replace('\\', '/')) ? path : OutsidePath.Of(path.Replace('\\', '/'));
    }

    /// <summary>A message of the system or of PostLint, whose quoted paths are shown so.</summary>
    public static string In(string message, Host host) =>
        Quoted()
            .Replace(message, match =>
            {
                string path = match.Groups["path"].Value;
                return match.Value.Replace(path, Of(path, host), StringComparison.Ordinal);
            });

    [GeneratedRegex(
        """['"“](?<path>(?:/|[A-Za-z]:[\\/])[^'"”]*)['"”]""",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking,
        Timeout
    )]
    private static partial Regex Quoted();
}
