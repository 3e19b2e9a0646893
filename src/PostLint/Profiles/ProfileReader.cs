using PostLint.Findings;
using YamlDotNet.RepresentationModel;

namespace PostLint.Profiles;

/// <summary>
/// Reads profiles:
/// <code>
/// name: example-2026
/// summary: One sentence.
/// extends: double-blind              # one level
/// phase: submission                  # or camera-ready
/// rules:
///   identity:                        # a family, or a rule's id, which wins
///     level: error                   # error, warning, note, off; left out: each rule's own
///     suppressible: false            # whether authors may waive it; true if left out
///     requirement: { text: What the call asks., source: Title and section, address: https://example.org/call }
/// </code>
/// </summary>
public static class ProfileReader
{
    private static readonly string[] s_levels = ["error", "warning", "note", "off"];

    /// <summary>Reads a profile.</summary>
    /// <param name="path">Its file, for errors.</param>
    /// <param name="text">Its text.</param>
    /// <param name="ruleNames">The ids and families that exist.</param>
    /// <param name="load">Loads the profile that it extends.</param>
    /// <exception cref="ConfigurationException">It cannot be used.</exception>
    public static Profile Read(string path, string text, IReadOnlyCollection<string> ruleNames, Func<string, Profile> load)
    {
        var yaml = new Yaml(path);
        var profile = new Profile("", "", new Dictionary<string, RuleSetting>());
        Profile? parent = null;
        var settings = new Dictionary<string, RuleSetting>();
        yaml.Each(yaml.Root(text), new Dictionary<string, Action<YamlNode>>
        {
            ["name"] = node => profile = profile with { Name = yaml.Text(node) },
            ["summary"] = node => profile = profile with { Summary = yaml.Text(node) },
            ["extends"] = node => parent = load(yaml.Text(node)),
            ["phase"] = node => profile = profile with { Phase = yaml.OneOf(node, "submission", "camera-ready") is "camera-ready" ? Phase.CameraReady : Phase.Submission },
            ["rules"] = node => Rules(yaml, yaml.Mapping(node), ruleNames, settings),
        });
        yaml.Finish();
        foreach ((string rule, RuleSetting setting) in parent?.Settings ?? new Dictionary<string, RuleSetting>()) settings.TryAdd(rule, setting);
        return profile with { Settings = settings };
    }

    private static void Rules(Yaml yaml, YamlMappingNode rules, IReadOnlyCollection<string> names, Dictionary<string, RuleSetting> settings)
    {
        foreach ((YamlNode key, YamlNode value) in rules.Children)
        {
            string name = yaml.Text(key);
            if (!names.Contains(name)) yaml.Fail(key, Yaml.Unknown("rule", name, names));
            settings[name] = Setting(yaml, yaml.Mapping(value));
        }
    }

    private static RuleSetting Setting(Yaml yaml, YamlMappingNode mapping)
    {
        var setting = new RuleSetting();
        yaml.Each(mapping, new Dictionary<string, Action<YamlNode>>
        {
            ["level"] = node => setting = Level(yaml.OneOf(node, s_levels), setting),
            ["suppressible"] = node => setting = setting with { IsSuppressible = yaml.OneOf(node, "true", "false") is "true" },
            ["requirement"] = node => setting = setting with { Requirement = Requirement(yaml, yaml.Mapping(node)) },
        });
        return setting;
    }

    /// <summary>The severity that a level names; null for “off”.</summary>
    internal static Severity? SeverityOf(string level) => Enum.TryParse(level, ignoreCase: true, out Severity severity) ? severity : null;

    private static RuleSetting Level(string level, RuleSetting setting) => setting with { Severity = SeverityOf(level), IsOff = level is "off" };

    private static Requirement Requirement(Yaml yaml, YamlMappingNode mapping)
    {
        var requirement = new Requirement("", "", "");
        yaml.Each(mapping, new Dictionary<string, Action<YamlNode>>
        {
            ["text"] = node => requirement = requirement with { Text = yaml.Text(node) },
            ["source"] = node => requirement = requirement with { Source = yaml.Text(node) },
            ["address"] = node => requirement = requirement with { Address = yaml.Text(node) },
        });
        return requirement;
    }
}
