using PostLint.Findings;
using YamlDotNet.RepresentationModel;

namespace PostLint.Profiles;

/// <summary>
/// Finds and reads <c>.postlint.yml</c>:
/// <code>
/// profile: double-blind
/// levels: { identity/email: note, identity/phone: off }
/// select: [identity]
/// ignore: [submission]
/// exclude: ["drafts/**"]
/// allow:
///   - rule: identity/user-path
///     path: "assets/**"               # left out: any
///     value: someone                  # or hash: sha256:…, of the value in lower case
///     reason: The path is part of a quoted log.
/// </code>
/// </summary>
public static class ConfigurationReader
{
    /// <summary>The nearest file above the given paths, up to the root of the repository; null if there is none.</summary>
    /// <exception cref="ConfigurationException">It cannot be used, or the paths have different ones.</exception>
    public static Configuration? Find(IReadOnlyList<string> paths, string workingDirectory, IReadOnlyCollection<string> ruleNames)
    {
        string[] files = [.. paths.Select(path => FileAbove(path == "-" ? workingDirectory : Path.GetFullPath(path, workingDirectory))).OfType<string>().Distinct()];
        if (files.Length == 0) return null;
        string shown = Path.GetRelativePath(workingDirectory, files[0]).Replace('\\', '/');
        if (files.Length > 1) throw new ConfigurationException([new(shown, 1, 1, $"the paths belong to different configurations, this one and {Path.GetRelativePath(workingDirectory, files[1])}; check them one at a time")]);
        return Read(shown, File.ReadAllText(files[0]), ruleNames);
    }

    /// <summary>Reads a configuration.</summary>
    /// <param name="path">Its file, for errors and reports.</param>
    /// <param name="text">Its text.</param>
    /// <param name="ruleNames">The ids and families that exist.</param>
    /// <exception cref="ConfigurationException">It cannot be used.</exception>
    public static Configuration Read(string path, string text, IReadOnlyCollection<string> ruleNames)
    {
        var yaml = new Yaml(path);
        var configuration = new Configuration(path);
        var levels = new Dictionary<string, Severity>();
        var ignore = new List<string>();
        var allow = new List<AllowEntry>();
        yaml.Each(yaml.Root(text), new Dictionary<string, Action<YamlNode>>
        {
            ["profile"] = node => configuration = configuration with { Profile = yaml.Text(node) },
            ["levels"] = node => Levels(yaml, yaml.Mapping(node), ruleNames, levels, ignore),
            ["select"] = node => configuration = configuration with { Select = Rules(yaml, node, ruleNames) },
            ["ignore"] = node => ignore.AddRange(Rules(yaml, node, ruleNames)),
            ["exclude"] = node => configuration = configuration with { Exclude = yaml.Texts(node) },
            ["allow"] = node => allow.AddRange(yaml.Mappings(node).Select(entry => Allow(yaml, entry, ruleNames))),
        });
        yaml.Finish();
        return configuration with { Levels = levels, Ignore = ignore, Allow = allow };
    }

    private static string? FileAbove(string path)
    {
        for (string? folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string file = Path.Combine(folder, Configuration.FileName);
            if (File.Exists(file)) return file;
            if (Directory.Exists(Path.Combine(folder, ".git")) || File.Exists(Path.Combine(folder, ".git"))) return null;
        }
        return null;
    }

    private static IReadOnlyList<string> Rules(Yaml yaml, YamlNode node, IReadOnlyCollection<string> names)
    {
        IReadOnlyList<string> rules = yaml.Texts(node);
        foreach (string rule in rules.Where(rule => !names.Contains(rule))) yaml.Fail(node, Yaml.Unknown("rule", rule, names));
        return rules;
    }

    private static void Levels(Yaml yaml, YamlMappingNode mapping, IReadOnlyCollection<string> names, Dictionary<string, Severity> levels, List<string> off)
    {
        foreach ((YamlNode key, YamlNode value) in mapping.Children)
        {
            string rule = yaml.Text(key);
            if (!names.Contains(rule)) yaml.Fail(key, Yaml.Unknown("rule", rule, names));
            if (ProfileReader.SeverityOf(yaml.OneOf(value, "error", "warning", "note", "off")) is { } severity) levels[rule] = severity;
            else off.Add(rule);
        }
    }

    private static AllowEntry Allow(Yaml yaml, YamlMappingNode mapping, IReadOnlyCollection<string> names)
    {
        (string? rule, string path, string? value, string? hash, string? reason) = (null, "**", null, null, null);
        yaml.Each(mapping, new Dictionary<string, Action<YamlNode>>
        {
            ["rule"] = node => rule = Rules(yaml, node, names)[0],
            ["path"] = node => path = yaml.Text(node),
            ["value"] = node => value = yaml.Text(node),
            ["hash"] = node => hash = yaml.Text(node),
            ["reason"] = node => reason = yaml.Text(node),
        });
        if (rule is null) yaml.Fail(mapping, "an entry of allow needs a rule");
        if (string.IsNullOrWhiteSpace(reason)) yaml.Fail(mapping, "an entry of allow needs a reason");
        if ((value is null) == (hash is null)) yaml.Fail(mapping, "an entry of allow needs either a value or its hash");
        if (hash is not null && !AllowEntry.IsHash(hash)) yaml.Fail(mapping, "a hash is written “sha256:” and 64 hexadecimal digits");
        return new(rule ?? "", path, value, hash, reason ?? "", (int)mapping.Start.Line);
    }
}
