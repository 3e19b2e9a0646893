using PostLint.Facts;
using PostLint.Output;
using PostLint.Rules;
using PostLint.Submissions;
using YamlDotNet.RepresentationModel;

namespace PostLint.Profiles;

/// <summary>
/// Reads profiles. A profile is a YAML file:
/// <code>
/// name: example-2030            # its name on the command line
/// summary: One sentence.
/// packs: [our-venue.yml]        # packs of rules beside this file, see PackList
/// extends: double-blind         # one level: what is not said here is said there
/// phase: submission             # or camera-ready
/// edition: { … }                # what the call fixes, see EditionReader
/// rules:
///   identity:                   # a family, or a rule by its id; the rule wins, key by key
///     severity: error           # error, warning, note or off; left out: each rule's own
///     options: { words: 9000 }  # a rule's own, as its card names them
///     suppressible: false       # whether authors may suppress it by a comment; left out: they may
/// requirements: [ … ]           # what the call asks, see RequirementReader
/// </code>
/// Every other key is an error.
/// </summary>
/// <param name="builtIn">The names of the profiles that ship.</param>
/// <param name="open">The text of one of them.</param>
/// <param name="rules">The ids of all rules, and each one's options.</param>
public sealed class ProfileReader(
    IReadOnlyCollection<string> builtIn,
    Func<string, string> open,
    IReadOnlyDictionary<string, IReadOnlyList<RuleOption>> rules
)
{
    private const int MaxBytes = 1 << 20;
    private static readonly string[] s_phases = ["submission", "camera-ready"];

    /// <summary>The keys of a profile.</summary>
    internal static readonly string[] Keys = ["name", "summary", "packs", "extends", "phase", "edition", "rules", "requirements"];

    private readonly Dictionary<string, ProfileDraft> _builtIn = new(StringComparer.Ordinal); // those read so far, behind its own lock
    private readonly HashSet<string> _ruleKeys = new(rules.Keys.Concat(rules.Keys.Select(FamilyOf)), StringComparer.Ordinal);

    /// <summary>Reads the profile of a name, or of a file.</summary>
    /// <param name="nameOrPath">A built-in name, or a path that ends in .yml or .yaml.</param>
    /// <exception cref="UserException">There is none, or something is wrong in it.</exception>
    public Profile Load(string nameOrPath)
    {
        if (builtIn.Contains(nameOrPath))
            return Complete(nameOrPath, BuiltIn(nameOrPath));
        if (IsFile(nameOrPath))
            return Read(nameOrPath, ReadFile(nameOrPath));
        throw new UserException([new(nameOrPath, 0, 0, YamlDocument.Unknown("profile", nameOrPath, builtIn))]);
    }

    /// <summary>Whether a profile is named by its file.</summary>
    public static bool IsFile(string nameOrPath) => Path.GetExtension(nameOrPath) is ".yml" or ".yaml";

    /// <summary>A name as it is, or the full path of a file.</summary>
    /// <param name="nameOrPath">A built-in name, or a path that ends in .yml or .yaml.</param>
    /// <param name="folder">What the path is relative to.</param>
    public static string FullPathOf(string nameOrPath, string folder) =>
        IsFile(nameOrPath) ? Path.GetFullPath(nameOrPath, folder) : nameOrPath;

    /// <summary>Reads a profile's text.</summary>
    /// <param name="path">Its path, or its name where it is built in.</param>
    /// <param name="text">The YAML.</param>
    /// <exception cref="UserException">Something is wrong in it.</exception>
    public Profile Read(string path, string text) => Complete(path, Draft(path, text));

    /// <summary>The profile of a draft, with what it takes from the one that it extends.</summary>
    private Profile Complete(string path, ProfileDraft draft)
    {
        if (draft.Extends is { } name)
        {
            ProfileDraft parent = BuiltIn(name);
            if (parent.Extends is not null)
                throw new UserException([new(path, 0, 0, $"\"{name}\" extends a profile itself; only one level is read")]);
            draft = draft.Over(parent);
        }
        return draft.ToProfile(Path.GetFileNameWithoutExtension(path));
    }

    /// <summary>
    /// Reads what a profile's text says itself above its list of requirements: its name and edition, in the order that the built-in ones
    /// keep.
    /// </summary>
    /// <param name="name">Its name where the text gives none.</param>
    /// <param name="text">The YAML.</param>
    /// <exception cref="UserException">Something is wrong in it.</exception>
    public Profile ReadHead(string name, string text)
    {
        int end = text.IndexOf("\nrequirements:", StringComparison.Ordinal);
        return Draft(name, end < 0 ? text : text[..(end + 1)]).ToProfile(name);
    }

    /// <summary>The text of a profile or configuration file.</summary>
    /// <exception cref="UserException">It cannot be read.</exception>
    internal static string ReadFile(string path) => GivenFile.ReadText(path, MaxBytes);

    /// <summary>The ids that rules have now, by those that they had before and that a file may still name.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; init; } = new Dictionary<string, string>();

    internal static string FamilyOf(string ruleId) => ruleId.Split('/')[0];

    /// <summary>The draft of a profile that ships; several extend one, which is read once.</summary>
    private ProfileDraft BuiltIn(string name)
    {
        lock (_builtIn)
        {
            if (!_builtIn.TryGetValue(name, out ProfileDraft? draft))
                _builtIn.Add(name, draft = Draft(name, open(name)));
            return draft;
        }
    }

    private ProfileDraft Draft(string path, string text)
    {
        var yaml = new YamlDocument(path);
        var draft = new ProfileDraft();
        foreach ((string key, YamlNode value) in yaml.Entries(yaml.Load(text), Keys))
        {
            if (key is "name")
                draft = draft with { Name = yaml.Text(value, key) };
            else if (key is PackList.Key)
                continue;
            else if (key is "summary")
                draft = draft with { Summary = yaml.Text(value, key) };
            else if (key is "extends")
                draft = draft with { Extends = ExtendedBy(yaml, value) };
            else if (key is "phase")
                draft = draft with { Phase = PhaseOf(yaml.OneOf(value, key, s_phases)) };
            else if (key is "edition")
                draft = draft with { Edition = EditionReader.Read(yaml, value) };
            else if (key is "requirements")
                draft = draft with { Requirements = new RequirementReader(yaml, FileOf(path), _ruleKeys).Read(value) };
            else
                draft = draft with { Rules = Rules(yaml, value, FileOf(path)) };
        }
        yaml.ThrowIfBroken();
        return draft;
    }

    /// <summary>The name of the profile that one extends; null, and an error, for anything else.</summary>
    private string? ExtendedBy(YamlDocument yaml, YamlNode node)
    {
        if (node is not YamlScalarNode { Value: { } name } || !IsFile(name))
            return yaml.OneOf(node, "profile", builtIn);
        yaml.AddError(node, $"{name} is a file, and only profiles that ship can be extended: {string.Join(", ", builtIn)}");
        return null;
    }

    private string FileOf(string path) => builtIn.Contains(path) ? $"{path}.yml" : path;

    private static Phase? PhaseOf(string? word) =>
        word switch
        {
            "submission" => Phase.Submission,
            "camera-ready" => Phase.CameraReady,
            _ => null,
        };

    private Dictionary<string, RuleDraft> Rules(YamlDocument yaml, YamlNode node, string file)
    {
        var rules = new Dictionary<string, RuleDraft>(StringComparer.Ordinal);
        foreach ((string key, YamlNode keyNode, YamlNode value) in yaml.Entries(yaml.Mapping(node, "rules")))
        {
            string id = Renamed.GetValueOrDefault(key, key);
            if (!_ruleKeys.Contains(id))
                yaml.AddError(keyNode, YamlDocument.Unknown("rule or family", key, _ruleKeys));
            else
                rules[id] = Rule(yaml, value, id, file);
        }
        return rules;
    }

    private RuleDraft Rule(YamlDocument yaml, YamlNode node, string id, string file)
    {
        var rule = new RuleDraft();
        var origins = new Dictionary<string, ProfileLine>(StringComparer.Ordinal);
        foreach ((string key, YamlNode value) in yaml.Entries(yaml.Mapping(node, id), "severity", "suppressible", "options"))
        {
            origins[key] = new(file, (int)value.Start.Line);
            if (key is "severity")
                rule = rule with { Severity = SeveritySetting.Read(yaml, value) };
            else if (key is "suppressible")
                rule = rule with { IsSuppressible = yaml.Flag(value, key) };
            else
                rule = rule with { Options = ReadOptions(yaml, value, id, rules) };
            if (key is "options" && value is YamlMappingNode options)
            {
                foreach (YamlNode name in options.Children.Keys)
                    origins[$"options.{name}"] = new(file, (int)name.Start.Line);
            }
        }
        return rule with { Origins = origins };
    }

    /// <summary>Values of a rule's options, by name.</summary>
    internal static Dictionary<string, OptionValue> ReadOptions(
        YamlDocument yaml,
        YamlNode node,
        string id,
        IReadOnlyDictionary<string, IReadOnlyList<RuleOption>> rules
    )
    {
        var options = new Dictionary<string, OptionValue>(StringComparer.Ordinal);
        IReadOnlyList<RuleOption> known = rules.GetValueOrDefault(id) ?? [];
        foreach ((string key, YamlNode keyNode, YamlNode value) in yaml.Entries(yaml.Mapping(node, $"options of {id}")))
        {
            if (known.FirstOrDefault(option => option.Name == key) is not { } option)
                yaml.AddError(keyNode, UnknownOption(id, key, known));
            else if (ReadOption(yaml, value, id, option) is { } read)
                options[key] = read;
        }
        return options;
    }

    private static string UnknownOption(string id, string key, IReadOnlyList<RuleOption> known) =>
        known.Count == 0 ? $"{id} has no options" : YamlDocument.Unknown($"option of {id}", key, [.. known.Select(option => option.Name)]);

    /// <summary>A value that the option allows; null, and an error, for any other.</summary>
    private static OptionValue? ReadOption(YamlDocument yaml, YamlNode node, string id, RuleOption option)
    {
        string? text = (node as YamlScalarNode)?.Value;
        OptionValue? value = text is null ? null : option.Read(id, text);
        if (value is null)
        {
            yaml.AddError(node, $"{option.Name} of {id} has to be {option.Allowed}{(text is null ? "" : $"; \"{text}\" is not")}");
        }
        return value;
    }
}
