namespace PostLint.Packs;

/// <summary>Chooses a rule's examples among the fixtures of its tests.</summary>
public static class RuleExamples
{
    /// <summary>The shortest fixture that a rule finds, and the shortest that it passes.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="fixtures">Paths of fixtures from their folder on, with forward slashes: <c>Family/rule-name/bad.md</c>.</param>
    /// <returns>Paths; of an example that is a whole submission that of its folder, with a slash at its end.</returns>
    public static IEnumerable<(string Title, string Path)> Choose(string rule, IReadOnlyCollection<string> fixtures)
    {
        foreach ((string title, string prefix) in (IEnumerable<(string, string)>)[("Bad", $"{rule}/bad"), ("Good", $"{rule}/good")])
        {
            string? shortest = Shortest(fixtures.Where(path => IsExample(path, prefix))) ?? Shortest(Folders(fixtures, prefix));
            if (shortest is not null)
                yield return (title, shortest);
        }
    }

    private static string? Shortest(IEnumerable<string> paths) =>
        paths.OrderBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal).FirstOrDefault();

    private static IEnumerable<string> Folders(IEnumerable<string> fixtures, string prefix) =>
        fixtures
            .Where(path => path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(path => path.IndexOf('/', prefix.Length) is > 0 and var end ? path[..(end + 1)] : "")
            .Where(path => path.Length > 0)
            .Distinct();

    /// <summary>A file of its own, and no part of a submission that is an example as a whole.</summary>
    private static bool IsExample(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        && !path.AsSpan(prefix.Length).Contains('/')
        && !path.EndsWith(".expected.txt", StringComparison.Ordinal)
        && !path.EndsWith(".profile.txt", StringComparison.Ordinal)
        && !path.EndsWith(".declared.txt", StringComparison.Ordinal);
}
