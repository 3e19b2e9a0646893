using System.Security.Cryptography;
using System.Text;
using PostLint.Facts;
using PostLint.Rules;

namespace PostLint.Profiles;

/// <summary>What a <c>.postlint.yml</c> says.</summary>
/// <param name="Path">Full path of the file.</param>
public sealed record Configuration(string Path)
{
    /// <summary>Name or path of the profile; null for the command line's or the default.</summary>
    public string? Profile { get; init; }

    /// <summary>
    /// What runs the rules, one of <see cref="ConfigurationReader.Engines"/>; null for the command line's or the default.
    /// </summary>
    public string? Engine { get; init; }

    /// <summary>Severities by rule id or family; the id wins.</summary>
    internal IReadOnlyDictionary<string, SeveritySetting> Severities { get; init; } = new Dictionary<string, SeveritySetting>();

    /// <summary>Values of rules' options by rule id, then by the option's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, OptionValue>> Options { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, OptionValue>>();

    /// <summary>What is not read.</summary>
    public IReadOnlyList<PathPattern> Exclude { get; init; } = [];

    /// <summary>The only rules or families to run; empty for all.</summary>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Rules or families not to run.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>What is suppressed.</summary>
    public IReadOnlyList<SuppressionEntry> Suppressions { get; init; } = [];

    /// <summary>
    /// The 1-based lines that say something, by key: <c>profile</c>, <c>exclude</c> …, <c>severities.RULE</c>, <c>options.RULE.NAME</c>.
    /// </summary>
    public IReadOnlyDictionary<string, int> Origins { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// A profile with this configuration's severities and options. Rules that authors may not suppress keep the profile's.
    /// </summary>
    public Profile ApplyTo(Profile profile)
    {
        if (Severities.Count == 0 && Options.Count == 0)
            return profile;
        var settings = new Dictionary<string, RuleSetting>(profile.Settings, StringComparer.Ordinal);
        foreach ((string key, SeveritySetting severity) in Severities.OrderBy(entry => entry.Key.Length))
        {
            foreach (string covered in profile.Settings.Keys.Where(id => ProfileReader.FamilyOf(id) == key).Append(key))
            {
                RuleSetting setting = settings.GetValueOrDefault(covered) ?? SettingOf(settings, covered);
                if (setting.IsSuppressible)
                    settings[covered] = setting with { Severity = severity.Severity, IsOff = severity.IsOff };
            }
        }
        foreach ((string id, IReadOnlyDictionary<string, OptionValue> values) in Options)
        {
            RuleSetting setting = settings.GetValueOrDefault(id) ?? SettingOf(settings, id);
            if (!setting.IsSuppressible)
                continue;
            var merged = new Dictionary<string, OptionValue>(
                setting.Options ?? new Dictionary<string, OptionValue>(),
                StringComparer.Ordinal
            );
            foreach ((string name, OptionValue value) in values)
                merged[name] = value;
            settings[id] = setting with { Options = merged };
        }
        return profile with { Settings = settings };
    }

    private static RuleSetting SettingOf(Dictionary<string, RuleSetting> settings, string id) =>
        settings.GetValueOrDefault(ProfileReader.FamilyOf(id)) ?? new();
}

/// <summary>A suppression of the configuration, for files in which no comment can stand.</summary>
/// <param name="Rule">Id of the rule whose findings it suppresses.</param>
/// <param name="Path">The files it holds for.</param>
/// <param name="Sha256">SHA-256 of the value as UTF-8, in lower-case hexadecimal digits.</param>
/// <param name="Reason">Why.</param>
/// <param name="Line">1-based line of the entry.</param>
public sealed record SuppressionEntry(string Rule, PathPattern Path, string Sha256, string Reason, int Line)
{
    /// <summary>The configuration file as reports print it.</summary>
    public string File { get; init; } = ConfigurationReader.FileName;

    /// <summary>Whether a text is the value that the entry allows, blanks around it aside.</summary>
    public bool IsValue(string text) => HashOf(text) == Sha256;

    /// <summary>The hash by which a value may be named without being shown.</summary>
    public static string HashOf(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value.Trim())));
}
