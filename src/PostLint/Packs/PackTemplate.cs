using System.Text;
using System.Text.RegularExpressions;
using PostLint.Text;

namespace PostLint.Packs;

/// <summary>The beginning of a pack: one rule of each kind that is asked for, with examples.</summary>
public static partial class PackTemplate
{
    /// <summary>What the schema beside the pack is called.</summary>
    public const string SchemaFile = "pack.schema.json";

    private const string Placeholder = "example-venue";

    /// <summary>The text of a pack.</summary>
    /// <param name="name">Its name, in kebab case, which is also the family of its rules.</param>
    /// <param name="kinds">The kinds, by name.</param>
    /// <exception cref="UserException">The name is none, or a kind does not exist.</exception>
    public static string Of(string name, IEnumerable<string> kinds)
    {
        if (!Name().IsMatch(name))
            throw new UserException([new("packs new", 0, 0, "a pack is called in small letters, digits and dashes, such as our-venue")]);
        var text = new StringBuilder();
        text.Append(
            $"""
            # yaml-language-server: $schema={SchemaFile}
            name: {name}
            version: 0.1.0
            venue: Our Venue 2030
            rules:

            """
        );
        Dictionary<string, string> rules = Rules();
        foreach (string kind in kinds.Distinct())
        {
            if (!rules.TryGetValue(kind, out string? rule))
                throw new UserException([new("--kind", 0, 0, Unknown(kind, rules.Keys))]);
            text.Append(rule.Replace(Placeholder, name, StringComparison.Ordinal));
        }
        return text.ToString();
    }

    /// <summary>Says what there is instead, and not what was written, which may be the path of somebody.</summary>
    private static string Unknown(string kind, IReadOnlyCollection<string> kinds) =>
        (
            $"there is no such kind of rule; "
            + $"{(Nearest.Of(kind, kinds) is { } near ? $"did you mean {near}?" : $"there are {string.Join(", ", kinds)}")}"
        );

    /// <summary>A rule of each kind, from the pack of examples.</summary>
    private static Dictionary<string, string> Rules()
    {
        using Stream stream = typeof(PackTemplate).Assembly.GetManifestResourceStream("Packs/examples.yml")!;
        using var reader = new StreamReader(stream);
        string[] parts = RuleStart().Split(reader.ReadToEnd());
        return parts.Skip(1).ToDictionary(part => KindOf().Match(part).Groups["kind"].Value, part => part, StringComparer.Ordinal);
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?=  example-venue/)", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1_000)]
    private static partial Regex RuleStart();

    [GeneratedRegex(@"^    kind: (?<kind>\S+)", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1_000)]
    private static partial Regex KindOf();
}
