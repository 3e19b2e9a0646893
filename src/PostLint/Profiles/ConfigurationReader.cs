using System.Buffers;
using PostLint.Submissions;
using YamlDotNet.RepresentationModel;

namespace PostLint.Profiles;

/// <summary>
/// Reads <c>.postlint.yml</c>:
/// <code>
/// profile: double-blind
/// packs: [packs/our-venue.yml]         # packs of rules, see PackList
/// levels:
///   identity/own-repository: warning   # error, warning, note or off, by rule or family
/// options:
///   scope/long-post: { percent: 95 }   # a rule's own, as its card names them
/// exclude: [drafts/**, "*.min.js"]     # paths from this file's folder on
/// select: [identity]                   # only these rules or families
/// ignore: [identity/phone]             # not these
/// allow:
///   - rule: identity/own-repository
///     path: assets/bibliography/*.bib
///     value: github.com/example        # or hash: sha256:…, of the value
///     reason: The data set is public and not ours.
/// </code>
/// Every other key is an error.
/// </summary>
/// <param name="rules">The ids of all rules, and the names of each one's options.</param>
public sealed class ConfigurationReader(IReadOnlyDictionary<string, IReadOnlyList<string>> rules)
{
    /// <summary>What the file is called.</summary>
    public const string FileName = ".postlint.yml";

    /// <summary>The keys of the file.</summary>
    internal static readonly string[] Keys = ["profile", PackList.Key, "levels", "options", "exclude", "select", "ignore", "allow"];

    private const string HashPrefix = "sha256:";
    private static readonly string[] s_requiredParts = ["rule", "path", "reason"];
    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private readonly SortedSet<string> _ruleKeys = new(rules.Keys.Concat(rules.Keys.Select(ProfileReader.FamilyOf)), StringComparer.Ordinal);

    /// <summary>The nearest configuration file at or above a path, up to the root of its repository; null where there is none.</summary>
    /// <param name="path">A file or folder; it need not exist.</param>
    public static string? Find(string path)
    {
        for (string? folder = Path.GetFullPath(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string candidate = Path.Combine(folder, FileName);
            if (File.Exists(candidate)) return candidate;
            // A folder in a repository, a file in a linked work tree.
            if (Path.Exists(Path.Combine(folder, ".git"))) return null;
        }
        return null;
    }

    /// <summary>The profile that a file names, and nothing else of it; null for none.</summary>
    /// <param name="path">The configuration.</param>
    /// <exception cref="ConfigurationException">It cannot be read.</exception>
    public static string? ProfileOf(string path)
    {
        YamlNode? profile = new YamlDocument(path).Load(ProfileReader.ReadFile(path))?.Children.FirstOrDefault(entry => entry.Key is YamlScalarNode { Value: "profile" }).Value;
        return profile is YamlScalarNode { Value: { Length: > 0 } name } ? ProfileReader.FullPathOf(name, Path.GetDirectoryName(Path.GetFullPath(path))!) : null;
    }

    /// <summary>Reads a configuration file.</summary>
    /// <exception cref="ConfigurationException">It cannot be read, or something is wrong in it.</exception>
    public Configuration Load(string path) => Read(path, ProfileReader.ReadFile(path));

    /// <summary>Reads a configuration's text.</summary>
    /// <param name="path">Its path; patterns are relative to its folder.</param>
    /// <param name="text">The YAML.</param>
    /// <exception cref="ConfigurationException">Something is wrong in it.</exception>
    public Configuration Read(string path, string text)
    {
        var yaml = new YamlDocument(path);
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full)!;
        var read = new Configuration(full);
        var origins = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string key, YamlNode value) in yaml.Entries(yaml.Load(text), Keys))
        {
            origins[key] = (int)value.Start.Line;
            Trace(key, value, origins);
            read = key switch
            {
                "profile" => read with { Profile = yaml.Text(value, key) is { } name ? ProfileReader.FullPathOf(name, folder) : null },
                PackList.Key => read,
                "levels" => read with { Levels = Levels(yaml, value) },
                "options" => read with { Options = Options(yaml, value) },
                "exclude" => read with { Exclude = [.. Texts(yaml, value, key).Select(item => new PathPattern(folder, item.Text))] },
                "select" => read with { Select = Rules(yaml, value, key) },
                "ignore" => read with { Ignore = Rules(yaml, value, key) },
                _ => read with { Allow = [.. yaml.Items(value, key).Select(item => Allow(yaml, item, folder)).OfType<AllowEntry>()] },
            };
        }
        yaml.ThrowIfBroken();
        return read with { Origins = origins };
    }

    /// <summary>The lines of what stands below a key.</summary>
    private static void Trace(string path, YamlNode node, Dictionary<string, int> origins)
    {
        if (node is not YamlMappingNode mapping) return;
        foreach ((YamlNode key, YamlNode value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name }) continue;
            origins[$"{path}.{name}"] = (int)key.Start.Line;
            Trace($"{path}.{name}", value, origins);
        }
    }

    private Dictionary<string, Level> Levels(YamlDocument yaml, YamlNode node)
    {
        var levels = new Dictionary<string, Level>(StringComparer.Ordinal);
        foreach ((string key, YamlNode keyNode, YamlNode value) in yaml.Entries(yaml.Mapping(node, "levels")))
        {
            if (!_ruleKeys.Contains(key)) yaml.AddError(keyNode, YamlDocument.Unknown("rule or family", key, _ruleKeys));
            else if (Level.Read(yaml, value) is { } level) levels[key] = level;
        }
        return levels;
    }

    private Dictionary<string, IReadOnlyDictionary<string, string>> Options(YamlDocument yaml, YamlNode node)
    {
        var options = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach ((string key, YamlNode keyNode, YamlNode value) in yaml.Entries(yaml.Mapping(node, "options")))
        {
            if (!rules.ContainsKey(key)) yaml.AddError(keyNode, YamlDocument.Unknown("rule", key, [.. rules.Keys]));
            else options[key] = ProfileReader.ReadOptions(yaml, value, key, rules);
        }
        return options;
    }

    private List<string> Rules(YamlDocument yaml, YamlNode node, string key)
    {
        var rules = new List<string>();
        foreach ((string text, YamlNode item) in Texts(yaml, node, key))
        {
            if (_ruleKeys.Contains(text)) rules.Add(text);
            else yaml.AddError(item, YamlDocument.Unknown("rule or family", text, _ruleKeys));
        }
        return rules;
    }

    private static IEnumerable<(string Text, YamlNode Node)> Texts(YamlDocument yaml, YamlNode node, string key)
    {
        foreach (YamlNode item in yaml.Items(node, key))
        {
            if (yaml.Text(item, $"each item of {key}") is { } text) yield return (text, item);
        }
    }

    /// <summary>Null, and an error, where a part is missing.</summary>
    private AllowEntry? Allow(YamlDocument yaml, YamlNode node, string folder)
    {
        if (yaml.Mapping(node, "each item of allow") is not { } mapping) return null;
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, YamlNode value) in yaml.Entries(mapping, "rule", "path", "value", "hash", "reason"))
        {
            string? text = key is "rule" ? yaml.OneOf(value, "rule", [.. rules.Keys]) : yaml.Text(value, key);
            if (key is "hash" && text is not null && !IsHash(text)) yaml.AddError(value, "a hash is \"sha256:\" and 64 hexadecimal digits");
            parts[key] = text ?? "";
        }
        foreach (string part in s_requiredParts.Where(part => !parts.ContainsKey(part))) yaml.AddError(node, $"an entry of allow needs its {part}");
        if (parts.ContainsKey("value") == parts.ContainsKey("hash")) yaml.AddError(node, "an entry of allow needs either a value or its hash");
        return EntryOf(parts, folder, (int)node.Start.Line);
    }

    private static AllowEntry EntryOf(Dictionary<string, string> parts, string folder, int line)
    {
        string Part(string key) => parts.GetValueOrDefault(key, "");
        string hash = IsHash(Part("hash")) ? Part("hash")[HashPrefix.Length..].ToLowerInvariant() : AllowEntry.HashOf(Part("value"));
        return new(Part("rule"), new(folder, Part("path")), hash, Part("reason"), line);
    }

    private static bool IsHash(string text) =>
        text.StartsWith(HashPrefix, StringComparison.Ordinal) && text.Length == HashPrefix.Length + 64 && text.AsSpan(HashPrefix.Length).IndexOfAnyExcept(s_hexDigits) < 0;
}
