using System.Text.RegularExpressions;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary>Paths in messages: logs are read by strangers, and the way to a folder tells the login of whoever ran PostLint.</summary>
internal static partial class ShownPath
{
    private const int Timeout = 1_000; // milliseconds; the pattern is linear, this guards against what nobody thought of

    /// <summary>A path as messages show it: from the working directory where it lies below; elsewhere whole on a terminal only.</summary>
    public static string Of(string path, Host host)
    {
        string root = Path.TrimEndingDirectorySeparator(host.WorkingDirectory) + Path.DirectorySeparatorChar;
        bool isBelow = path.StartsWith(root, StringComparison.Ordinal);
        string full = Path.GetFullPath(path, host.WorkingDirectory);
        // What is given from a folder above the homes names one of them, too; what errors are about need not be a path.
        bool isWay = Path.Exists(Path.GetFullPath(path.Split('/')[0], host.WorkingDirectory));
        string told = isBelow || isWay ? OutsidePath.From(host.WorkingDirectory, full) : path;
        if (!OutsidePath.Is(told.Replace('\\', '/')))
            return isBelow ? told : path;
        bool isWatched = host.IsErrorTerminal && !host.IsAutomatic;
        return isWatched ? path : OutsidePath.Of(told.Replace('\\', '/'));
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
        """['"“](?<path>(?:[A-Za-z]:\\|[^'"”]*/)[^'"”]*)['"”]""",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking,
        Timeout
    )]
    private static partial Regex Quoted();
}
