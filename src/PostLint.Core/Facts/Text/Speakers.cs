namespace PostLint.Facts;

/// <summary>
/// The names that people call each other by in remarks. Safe to share between threads; the list is read when it is first needed.
/// </summary>
/// <param name="list">Reads the list: given names under <c>[given]</c>, then under <c>[not]</c> those that name things as well.</param>
public sealed class Speakers(Func<string> list)
{
    private readonly Lazy<(HashSet<string> Given, HashSet<string> Things)> _names = new(() => Read(list()));

    /// <summary>No names at all.</summary>
    public static Speakers None { get; } = new(() => "");

    /// <summary>Whether a word is a given name, and names nothing else that is written about.</summary>
    public bool IsGiven(string word) => _names.Value.Given.Contains(word) && !_names.Value.Things.Contains(word);

    /// <summary>Whether a word names a method, a model, a law or a person of examples.</summary>
    public bool IsThing(string word) => _names.Value.Things.Contains(word);

    private static (HashSet<string> Given, HashSet<string> Things) Read(string text)
    {
        var given = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var things = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        HashSet<string> current = given;
        foreach (string line in text.Split('\n'))
        {
            if (line.StartsWith('#'))
                continue;
            if (line.StartsWith('['))
                current = line.StartsWith("[not]", StringComparison.Ordinal) ? things : given;
            else
                current.UnionWith(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        return (given, things);
    }
}
