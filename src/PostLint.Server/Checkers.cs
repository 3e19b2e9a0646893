using PostLint.Server.Protocol;

namespace PostLint.Server;

/// <summary>The checkers of all configurations in use; one is made anew when a file that it was made from changes.</summary>
internal sealed class Checkers(ServerOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Checker Checker, string Stamp)> _made = new(StringComparer.Ordinal);

    /// <summary>What the editor sets.</summary>
    public Settings Settings
    {
        get;
        set
        {
            lock (_lock)
            {
                field = value;
                _made.Clear();
            }
        }
    } = new(null, null);

    /// <summary>The checker of a file.</summary>
    /// <exception cref="UserException">The configuration is wrong.</exception>
    public Checker Of(string path)
    {
        string key = options.ConfigurationOf(path) ?? "";
        lock (_lock)
        {
            if (_made.TryGetValue(key, out (Checker Checker, string Stamp) made) && made.Stamp == StampOf(made.Checker.Files))
                return made.Checker;
            _made.Remove(key);
            Checker checker = options.CheckerOf(path, Settings.Profile, Settings.Phase);
            _made[key] = (checker, StampOf(checker.Files));
            return checker;
        }
    }

    /// <summary>Changes when one of the files does.</summary>
    private static string StampOf(IReadOnlyList<string> files) =>
        string.Join(
            '|',
            files.Select(file => new FileInfo(file) is { Exists: true } info ? $"{info.Length}:{info.LastWriteTimeUtc.Ticks}" : "-")
        );
}
