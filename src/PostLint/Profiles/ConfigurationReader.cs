using System.Buffers;
using PostLint.Facts;
using PostLint.Rules;
using YamlDotNet.RepresentationModel;

namespace PostLint.Profiles;

/// <summary>
/// Reads <c>.postlint.yml</c>:
/// <code>
/// profile: double-blind
/// packs: [packs/our-venue.yml]         # packs of rules, see PackList
/// engine: matcher                      # what runs the rules: matcher or nrules
/// severities:
///   identity/own-repository: warning   # error, warning, note or off, by rule or family
/// options:
///   scope/long-post: { percent: 95 }   # a rule's own, as its card names them
/// exclude: [drafts/**, "*.min.js"]     # paths from this file's folder on
/// select: [identity]                   # only these rules or families
/// ignore: [identity/phone]             # not these
/// suppressions:
///   - rule: identity/own-repository
///     path: assets/bibliography/*.bib
///     value: github.com/example        # or hash: sha256:…, of the value
///     reason: The data set is public and not ours.
/// </code>
/// Every other key is an error.
/// </summary>
/// <param name="rules">The ids of all rules, and each one's options.</param>
/// <param name="profiles">The names of the profiles that ship.</param>
public sealed class ConfigurationReader(IReadOnlyDictionary<string, IReadOnlyList<RuleOption>> rules, IReadOnlyCollection<string> profiles)
{
    /// <summary>What the file is called.</summary>
    public const string FileName = ".postlint.yml";

    /// <summary>What may run the rules; the first does where nothing is said.</summary>
    public static IReadOnlyList<string> Engines { get; } = ["matcher", "nrules"];

    /// <summary>The keys of the file.</summary>
    internal static readonly string[] Keys =
    [
        "profile",
        PackList.Key,
        "engine",
        "severities",
        "options",
        "exclude",
        "select",
        "ignore",
        "suppressions",
    ];

    private const string HashPrefix = "sha256:";
    private static readonly string[] s_requiredParts = ["rule", "path", "reason"];
    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The ids that rules have now, by those that they had before and that a file may still name.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; init; } = new Dictionary<string, string>();

    private readonly SortedSet<string> _ruleKeys = new(
        rules.Keys.Concat(rules.Keys.Select(ProfileReader.FamilyOf)),
        StringComparer.Ordinal
    );

    /// <summary>The nearest configuration file at or above a path, up to the root of its repository; null where there is none.</summary>
    /// <param name="path">A file or folder; it need not exist.</param>
    public static string? Find(string path)
    {
        for (string? folder = Path.GetFullPath(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string candidate = Path.Combine(folder, FileName);
            // A folder of that name, too: whoever reads it tells that it is none.
            if (Path.Exists(candidate))
                return candidate;
            // A folder in a repository, a file in a linked work tree.
            if (Path.Exists(Path.Combine(folder, ".git")))
                return null;
        }
        return null;
    }

    /// <summary>Full paths of files beside the path or above that are called nearly like a configuration, and are none; where one is,
    /// names near it mean nothing.</summary>
    /// <param name="path">A file or folder; it need not exist.</param>
    public static IReadOnlyList<string> FindNearlyNamed(string path)
    {
        for (string? folder = Path.GetFullPath(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, FileName)))
                return [];
            string[] near = [.. NamesIn(folder).Where(IsNearlyNamed).Order(StringComparer.Ordinal)];
            if (near.Length > 0)
                return [.. near.Select(name => Path.Combine(folder, name))];
            if (Path.Exists(Path.Combine(folder, ".git")))
                return [];
        }
        return [];
    }

    private static IEnumerable<string> NamesIn(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))] : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Whether a name differs from the configuration's by a slip, by another ending or in front.</summary>
    private static bool IsNearlyNamed(string name)
    {
        string plain = name.TrimStart('.', '_').ToLowerInvariant();
        // Without a dot in front it is the command itself.
        return (plain is "postlint" && name[0] is '.')
            || plain is "postlintrc" or "postlint.json" or "postlint.toml" or "postlint.conf" or "postlint.config.yml"
            || plain.StartsWith("postlint.yml", StringComparison.Ordinal)
            || plain.StartsWith("postlint.yaml", StringComparison.Ordinal)
            || (name.StartsWith('.') && name.Length <= FileName.Length + 2 && Nearest.Of(name, [FileName], most: 2) is not null);
    }

    /// <summary>The profile that a file names, and nothing else of it; null for none.</summary>
    /// <param name="path">The configuration.</param>
    /// <exception cref="UserException">It cannot be read.</exception>
    public static string? ProfileOf(string path)
    {
        YamlNode? profile = new YamlDocument(path)
            .Load(ProfileReader.ReadFile(path))
            ?.Children.FirstOrDefault(entry => entry.Key is YamlScalarNode { Value: "profile" })
            .Value;
        return profile is YamlScalarNode { Value: { Length: > 0 } name }
            ? ProfileReader.FullPathOf(name, Path.GetDirectoryName(Path.GetFullPath(path))!)
            : null;
    }

    /// <summary>Reads a configuration file.</summary>
    /// <exception cref="UserException">It cannot be read, or something is wrong in it.</exception>
    public Configuration Load(string path) => Read(path, ProfileReader.ReadFile(path));

    /// <summary>Reads a configuration's text.</summary>
    /// <param name="path">Its path; patterns are relative to its folder.</param>
    /// <param name="text">The YAML.</param>
    /// <exception cref="UserException">Something is wrong in it.</exception>
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
                "profile" => read with { Profile = Profile(yaml, value, folder) },
                PackList.Key => read,
                "engine" => read with { Engine = yaml.OneOf(value, key, [.. Engines]) },
                "severities" => read with { Severities = Severities(yaml, value) },
                "options" => read with { Options = Options(yaml, value) },
                "exclude" => read with
                {
                    Exclude =
                    [
                        .. Texts(yaml, value, key).Select(item => Pattern(yaml, item.Node, key, item.Text, folder)).OfType<PathPattern>(),
                    ],
                },
                "select" => read with { Select = Rules(yaml, value, key) },
                "ignore" => read with { Ignore = Rules(yaml, value, key) },
                _ => read with
                {
                    Suppressions = [.. yaml.Items(value, key).Select(item => SuppressionOf(yaml, item, folder)).OfType<SuppressionEntry>()],
                },
            };
        }
        yaml.ThrowIfBroken();
        return read with { Origins = origins };
    }

    /// <summary>A name that exists, or the full path of a file that does; null, and an error, for anything else.</summary>
    private string? Profile(YamlDocument yaml, YamlNode node, string folder)
    {
        if (yaml.Text(node, "profile") is not { } name)
            return null;
        string full = ProfileReader.FullPathOf(name, folder);
        if (ProfileReader.IsFile(name) ? File.Exists(full) : profiles.Contains(name))
            return full;
        if (ProfileReader.IsFile(name))
        {
            yaml.AddError(node, $"there is no file {name}; profiles of a name are {string.Join(", ", profiles)}");
        }
        else if (File.Exists(Path.Combine(folder, name + ".yml")))
            yaml.AddError(node, $"unknown profile \"{name}\"; the file {name}.yml lies beside this one: write profile: {name}.yml");
        else
            yaml.AddError(node, YamlDocument.Unknown("profile", name, profiles));
        return null;
    }

    /// <summary>A pattern of paths; null, and an error, for what is none.</summary>
    private static PathPattern? Pattern(YamlDocument yaml, YamlNode node, string key, string glob, string folder)
    {
        if (PathPattern.ProblemOf(glob) is not { } problem)
            return new(folder, glob) { Origin = yaml.LineOf(node) };
        yaml.AddError(node, $"{key} “{glob}”: {problem}");
        return null;
    }

    /// <summary>The lines of what stands below a key.</summary>
    private static void Trace(string path, YamlNode node, Dictionary<string, int> origins)
    {
        if (node is not YamlMappingNode mapping)
            return;
        foreach ((YamlNode key, YamlNode value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
                continue;
            origins[$"{path}.{name}"] = (int)key.Start.Line;
            Trace($"{path}.{name}", value, origins);
        }
    }

    private Dictionary<string, SeveritySetting> Severities(YamlDocument yaml, YamlNode node)
    {
        var severities = new Dictionary<string, SeveritySetting>(StringComparer.Ordinal);
        foreach ((string key, YamlNode keyNode, YamlNode value) in yaml.Entries(yaml.Mapping(node, "severities")))
        {
            string id = Renamed.GetValueOrDefault(key, key);
            if (!_ruleKeys.Contains(id))
                yaml.AddError(keyNode, YamlDocument.Unknown("rule or family", key, _ruleKeys));
            else if (SeveritySetting.Read(yaml, value) is { } severity)
                severities[id] = severity;
        }
        return severities;
    }

    private Dictionary<string, IReadOnlyDictionary<string, OptionValue>> Options(YamlDocument yaml, YamlNode node)
    {
        var options = new Dictionary<string, IReadOnlyDictionary<string, OptionValue>>(StringComparer.Ordinal);
        foreach ((string key, YamlNode keyNode, YamlNode value) in yaml.Entries(yaml.Mapping(node, "options")))
        {
            string id = Renamed.GetValueOrDefault(key, key);
            if (!rules.ContainsKey(id))
                yaml.AddError(keyNode, YamlDocument.Unknown("rule", key, [.. rules.Keys]));
            else
                options[id] = ProfileReader.ReadOptions(yaml, value, id, rules);
        }
        return options;
    }

    private List<string> Rules(YamlDocument yaml, YamlNode node, string key)
    {
        var rules = new List<string>();
        foreach ((string text, YamlNode item) in Texts(yaml, node, key))
        {
            if (Renamed.GetValueOrDefault(text, text) is var id && _ruleKeys.Contains(id))
                rules.Add(id);
            else
                yaml.AddError(item, YamlDocument.Unknown("rule or family", text, _ruleKeys));
        }
        return rules;
    }

    private static IEnumerable<(string Text, YamlNode Node)> Texts(YamlDocument yaml, YamlNode node, string key)
    {
        foreach (YamlNode item in yaml.Items(node, key))
        {
            if (yaml.Text(item, $"each item of {key}") is { } text)
                yield return (text, item);
        }
    }

    /// <summary>Null, and an error, where a part is missing.</summary>
    private SuppressionEntry? SuppressionOf(YamlDocument yaml, YamlNode node, string folder)
    {
        if (yaml.Mapping(node, "each item of suppressions") is not { } mapping)
            return null;
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, YamlNode value) in yaml.Entries(mapping, "rule", "path", "value", "hash", "reason"))
        {
            string? text = key is "rule" ? RuleOf(yaml, value) : yaml.Text(value, key);
            if (key is "path" && text is not null)
                Pattern(yaml, value, key, text, folder);
            if (key is "hash" && text is not null && !IsHash(text))
                yaml.AddError(value, "a hash is \"sha256:\" and 64 hexadecimal digits");
            parts[key] = text ?? "";
        }
        foreach (string part in s_requiredParts.Where(part => !parts.ContainsKey(part)))
            yaml.AddError(node, $"a suppression needs its {part}");
        if (parts.ContainsKey("value") == parts.ContainsKey("hash"))
            yaml.AddError(node, "a suppression needs either a value or its hash");
        return EntryOf(parts, folder, (int)node.Start.Line);
    }

    private string? RuleOf(YamlDocument yaml, YamlNode node) =>
        yaml.OneOf(node, "rule", [.. rules.Keys, .. Renamed.Keys]) is { } text ? Renamed.GetValueOrDefault(text, text) : null;

    private static SuppressionEntry EntryOf(Dictionary<string, string> parts, string folder, int line)
    {
        string Part(string key) => parts.GetValueOrDefault(key, "");
        string hash = IsHash(Part("hash")) ? Part("hash")[HashPrefix.Length..].ToLowerInvariant() : SuppressionEntry.HashOf(Part("value"));
        return new(Part("rule"), new(folder, Part("path")), hash, Part("reason"), line);
    }

    private static bool IsHash(string text) =>
        text.StartsWith(HashPrefix, StringComparison.Ordinal)
        && text.Length == HashPrefix.Length + 64
        && text.AsSpan(HashPrefix.Length).IndexOfAnyExcept(s_hexDigits) < 0;
}
