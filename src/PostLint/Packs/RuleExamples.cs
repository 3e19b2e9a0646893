namespace PostLint.Packs;

/// <summary>Chooses a rule's examples among the fixtures of its tests.</summary>
public static class RuleExamples
{
    /// <summary>The shortest fixture that a rule finds, and the shortest that it passes.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="fixtures">Paths of fixtures from their folder on, with forward slashes: <c>Family/rule-name/bad.md</c>.</param>
    public static IEnumerable<(string Title, string Path)> Choose(string rule, IReadOnlyCollection<string> fixtures)
    {
        foreach ((string title, string prefix) in (IEnumerable<(string, string)>)[("Bad", $"{rule}/bad"), ("Good", $"{rule}/good")])
        {
            string? shortest = fixtures
                .Where(path => IsExample(path, prefix))
                .OrderBy(path => path.Length)
                .ThenBy(path => path, StringComparer.Ordinal)
                .FirstOrDefault();
            if (shortest is not null)
                yield return (title, shortest);
        }
    }

    /// <summary>A file of its own, and no part of a submission that is an example as a whole.</summary>
    private static bool IsExample(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        && !path.AsSpan(prefix.Length).Contains('/')
        && !path.EndsWith(".expected.txt", StringComparison.Ordinal)
        && !path.EndsWith(".profile.txt", StringComparison.Ordinal);
}
