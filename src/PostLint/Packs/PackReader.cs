using System.Text.RegularExpressions;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixing;
using PostLint.Packs.Kinds;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;
using PostLint.Text;
using YamlDotNet.RepresentationModel;
using YamlDocument = PostLint.Profiles.YamlDocument;

namespace PostLint.Packs;

/// <summary>
/// Reads packs of rules that are written as data:
/// <code>
/// name: example-conference
/// version: 1.0.0
/// venue: Example Conference 2030           # whom it is for; may be left out
/// address: https://example.org/call        # of the call; may be left out
/// rules:
///   example/grant-number:                  # family/kebab-name, named for what is wrong
///     kind: pattern                        # one of RuleKind.All
///     summary: A grant number stands in the text
///     why: Funders publish who holds a grant.
///     fix: Leave the number out until the final version.
///     severity: warning                    # error, warning or note
///     phases: [submission]                 # and camera-ready; left out: submission
///     requirement: { text: …, source: …, address: … }    # what the call asks; may be left out
///     message: "“{match}” belongs to a grant"            # may be left out
///     find: 'grant no\. \d+'               # the keys of its kind
///     bad: [Supported by grant no. 1234.]  # what it has to find; a text, or files: by path
///     good: [We grant access.]             # what it has to pass
/// </code>
/// Every other key is an error.
/// </summary>
internal sealed partial class PackReader
{
    private const string Extension = ".yml";

    private readonly YamlDocument _yaml;
    private readonly ValueReader _values;
    private readonly ExampleReader _exampleReader;
    private readonly string _path;
    private readonly HashSet<string> _taken;
    private readonly List<Rule> _rules = [];
    private readonly List<PackExample> _examples = [];

    private PackReader(string path, IEnumerable<string> taken)
    {
        (_yaml, _path, _taken) = (new(path), path, [.. taken]);
        (_values, _exampleReader) = (new(_yaml), new(_yaml));
    }

    /// <summary>The files of packs that a path names: itself, or those of a folder by name.</summary>
    /// <exception cref="UserException">There is no such file, or none in the folder.</exception>
    public static IReadOnlyList<string> Find(string path)
    {
        if (File.Exists(path))
            return [path];
        string[] files = Directory.Exists(path)
            ?
            [
                .. Directory
                    .EnumerateFiles(path)
                    .Where(file => Path.GetExtension(file) is Extension or ".yaml" or ".dll")
                    .Order(StringComparer.Ordinal),
            ]
            : [];
        return files.Length > 0
            ? files
            : throw new UserException([
                new(
                    path,
                    0,
                    0,
                    Directory.Exists(path)
                        ? "no pack lies in this folder; packs end in .yml or .dll"
                        : "there is no such pack; postlint packs list names those that ship"
                ),
            ]);
    }

    /// <summary>Reads a pack.</summary>
    /// <param name="path">The file.</param>
    /// <param name="taken">Ids of rules that exist already.</param>
    /// <exception cref="UserException">It cannot be read, or something is wrong in it.</exception>
    public static DataPack Load(string path, IEnumerable<string> taken) => Read(path, ProfileReader.ReadFile(path), taken);

    /// <summary>Reads a pack's text.</summary>
    /// <param name="path">The file as errors name it.</param>
    /// <param name="text">The YAML.</param>
    /// <param name="taken">Ids of rules that exist already.</param>
    /// <exception cref="UserException">Something is wrong in it.</exception>
    public static DataPack Read(string path, string text, IEnumerable<string> taken) => new PackReader(path, taken).Read(text);

    private DataPack Read(string text)
    {
        var about = new Dictionary<string, string>(StringComparer.Ordinal);
        YamlMappingNode? root = _yaml.Load(text);
        foreach ((string key, YamlNode value) in _yaml.Entries(root, [.. PackKeys.OfPack.Select(key => key.Name), "rules"]))
        {
            if (key is "rules")
                ReadRules(value);
            else if (_yaml.Text(value, key) is { } said)
                about[key] = said;
        }
        if (root is not null && !about.ContainsKey("name"))
            _yaml.AddError(root, "a pack needs its name");
        if (root is not null && !root.Children.ContainsKey(new YamlScalarNode("rules")))
            _yaml.AddError(root, "a pack needs its rules");
        _yaml.ThrowIfBroken();
        if (root is null)
            throw new UserException([new(_path, 0, 0, "the file is empty; a pack needs a name and rules")]);
        TextPattern[] patterns = [.. _rules.OfType<DataRule>().SelectMany(rule => rule.Values.Patterns)];
        var pack = new Pack(about["name"], _rules, patterns.Length > 0 ? [new PatternExtractor(patterns)] : [], new())
        {
            Version = about.GetValueOrDefault("version") ?? "",
        };
        return new(pack, _path, about.GetValueOrDefault("venue") ?? "", about.GetValueOrDefault("address") ?? "", _examples)
        {
            SlowRules = [.. patterns.Where(pattern => pattern.Literals.Count == 0).Select(pattern => pattern.Rule).Distinct()],
        };
    }

    private void ReadRules(YamlNode node)
    {
        foreach ((string id, YamlNode idNode, YamlNode value) in _yaml.Entries(_yaml.Mapping(node, "rules")))
        {
            if (!Id().IsMatch(id))
                _yaml.AddError(idNode, $"\"{id}\" is no id of a rule; write family/name-of-what-is-wrong in small letters");
            else if (!_taken.Add(id))
                _yaml.AddError(idNode, $"there is a rule {id} already");
            else if (_yaml.Mapping(value, id) is { } rule)
                ReadRule(id, idNode, rule);
        }
    }

    private void ReadRule(string id, YamlNode idNode, YamlMappingNode node)
    {
        if (!node.Children.TryGetValue(new YamlScalarNode("kind"), out YamlNode? named))
        {
            _yaml.AddError(idNode, $"{id} needs its kind, one of {string.Join(", ", RuleKind.All.Select(kind => kind.Name))}");
            return;
        }
        if (
            _yaml.OneOf(named, "kind", [.. RuleKind.All.Select(kind => kind.Name)]) is not { } name
            || RuleKind.All.FirstOrDefault(kind => kind.Name == name) is not { } kind
        )
            return;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        YamlNode? message = null;
        Requirement? requirement = null;
        IReadOnlyList<Phase> phases = [Phase.Submission];
        string[] own = [.. PackKeys.OfRule.Select(key => key.Name), "phases", "requirement", "bad", "good", "fixed"];
        var former = new List<string>();
        var flags = new HashSet<string>(StringComparer.Ordinal);
        var fixes = new List<YamlNode>();
        int first = _examples.Count;
        foreach ((string key, YamlNode value) in _yaml.Entries(node, [.. own, .. kind.Keys.Select(key => key.Name)]))
        {
            if (kind.Keys.FirstOrDefault(known => known.Name == key) is { } known)
            {
                if (_values.Read(known, value, id) is { } read)
                    values[key] = read;
            }
            else if (key is "requirement")
                requirement = ReadRequirement(value);
            else if (key is "phases")
                phases =
                [
                    .. _yaml
                        .Items(value, key)
                        .Select(item => _yaml.OneOf(item, "phase", PackKeys.Phases))
                        .OfType<string>()
                        .Select(phase => phase is "camera-ready" ? Phase.CameraReady : Phase.Submission),
                ];
            else if (key is "bad" or "good")
                _examples.AddRange(_exampleReader.Read(id, key is "bad", value));
            else if (key is "fixed")
                fixes.AddRange(value is YamlScalarNode or YamlMappingNode ? [value] : _yaml.Items(value, key));
            else if (key is "safe")
                _ = _yaml.Flag(value, key) == true && flags.Add(key);
            else if (key is "remove")
                texts[key] = _yaml.OneOf(value, key, PackFixes.Units) ?? "";
            else if (key is "state")
                texts[key] = _yaml.OneOf(value, key, PackKeys.States) ?? PackKeys.States[0];
            else if (key is "was")
                former.AddRange(ReadFormer(value, key));
            else if (key is "severity")
                texts[key] = _yaml.OneOf(value, key, PackKeys.Severities) ?? "";
            else if (_yaml.Text(value, key) is { } text)
                texts[key] = text;
            if (key is "message")
                message = value;
        }
        foreach (
            PackKey missing in PackKeys.OfRule.Where(key => key.IsRequired && !node.Children.ContainsKey(new YamlScalarNode(key.Name)))
        )
            _yaml.AddError(idNode, $"{id} needs its {missing.Name}: {Lower(missing.Summary)}");
        foreach (PackKey missing in kind.Keys.Where(key => key.IsRequired && !node.Children.ContainsKey(new YamlScalarNode(key.Name))))
            _yaml.AddError(idNode, $"{id} needs {missing.Name}: {Lower(missing.Summary)}");
        if (
            TemplateOf(kind, texts.GetValueOrDefault("message"), message, GroupsOf(values)) is not { } template
            || kind.Keys.Any(key => key.IsRequired && !values.ContainsKey(key.Name))
            || PackKeys.OfRule.Any(key => key.IsRequired && texts.GetValueOrDefault(key.Name) is null or "")
        )
            return;
        var given = new RuleValues(values, template);
        if (kind.Check(given) is { } wrong)
        {
            _yaml.AddError(idNode, wrong);
            return;
        }
        if (FixOf(idNode, id, texts, flags.Contains("safe"), values) is not (true, var fix) || !AddFixed(idNode, id, first, fixes))
            return;
        var card = new RuleDescriptor(id)
        {
            Summary = texts["summary"],
            Why = texts["why"],
            Fix = texts["fix"],
            Severity = Enum.Parse<Severity>(texts["severity"], ignoreCase: true),
            State = Enum.Parse<RuleState>(texts.GetValueOrDefault("state", PackKeys.States[0]), ignoreCase: true),
            FormerIds = former,
            Phases = phases,
            Needs = kind.Needs(given),
            Requirement = requirement,
            Options = given.OptionsOf(kind),
            Since = "",
            CodeFix = fix,
            Examples = [.. _examples.Skip(first).Select(example => new RuleExample(example.IsBad, example.Text))],
        };
        _rules.Add(kind.Create(card, given));
    }

    /// <summary>Ids that a rule had before, which no other rule may have.</summary>
    private IEnumerable<string> ReadFormer(YamlNode node, string key)
    {
        foreach (YamlNode item in node is YamlScalarNode ? [node] : _yaml.Items(node, key))
        {
            if (_yaml.Text(item, key) is not { } id)
                continue;
            if (_taken.Add(id))
                yield return id;
            else
                _yaml.AddError(item, $"there is a rule {id} already");
        }
    }

    /// <summary>What the patterns capture of which a message may speak.</summary>
    private static IEnumerable<string> GroupsOf(Dictionary<string, object> values) =>
        new RuleValues(values, new("", [])).Patterns.SelectMany(pattern => pattern.GroupNames).Distinct();

    /// <summary>The fix that a rule writes, if any; false, and an error, where something is wrong with it.</summary>
    private (bool IsRight, CodeFix? Fix) FixOf(
        YamlNode node,
        string id,
        Dictionary<string, string> texts,
        bool isSafe,
        Dictionary<string, object> values
    )
    {
        string? replacement = texts.GetValueOrDefault("replace"),
            unit = texts.GetValueOrDefault("remove") is { Length: > 0 } removed ? removed : null;
        if (replacement is null && unit is null)
            return (true, null);
        if (replacement is not null && unit is not null)
            return Wrong("a rule has either replace or remove");
        if (unit is "field" && values.ContainsKey("field"))
            return Wrong("a field of the bibliography is removed where a pattern finds its value: find: { regex: '.+', field: NAME }");
        if (unit is not null)
            return (true, PackFixes.Remove(unit, isSafe));
        if (values.GetValueOrDefault("find") is not TextPattern pattern)
            return Wrong($"{id} has replace, and nothing to find that it could replace");
        foreach (System.Text.RegularExpressions.Match reference in References().Matches(replacement!))
        {
            string name = reference.Groups["name"].Value;
            if (!pattern.GroupNames.Contains(name) && name is not "0")
                return Wrong(
                    (
                        $"replace names “{reference.Value}”, and find captures "
                        + $"{(pattern.GroupNames.Count == 0 ? "nothing" : string.Join(", ", pattern.GroupNames))}"
                    )
                );
        }
        pattern.Replacement = replacement;
        return (true, PackFixes.Replace(isSafe));

        (bool, CodeFix?) Wrong(string message)
        {
            _yaml.AddError(node, message);
            return (false, null);
        }
    }

    /// <summary>Says of each bad example what the fix makes of it.</summary>
    private bool AddFixed(YamlNode node, string id, int first, List<YamlNode> fixes)
    {
        int[] bad = [.. Enumerable.Range(first, _examples.Count - first).Where(i => _examples[i].IsBad)];
        if (fixes.Count > bad.Length)
        {
            _yaml.AddError(node, $"{id} has {fixes.Count} texts of fixed, and {bad.Length} of bad");
            return false;
        }
        for (int i = 0; i < fixes.Count; i++)
            _examples[bad[i]] = _examples[bad[i]] with { Fixed = _exampleReader.ReadFixed(fixes[i], _examples[bad[i]]) };
        return true;
    }

    private MessageTemplate? TemplateOf(RuleKind kind, string? text, YamlNode? node, IEnumerable<string> groups)
    {
        try
        {
            return new MessageTemplate(text ?? kind.Message, [.. kind.Placeholders.Keys, .. groups]);
        }
        catch (FormatException wrong) when (node is not null)
        {
            _yaml.AddError(node, wrong.Message);
            return null;
        }
    }

    private Requirement? ReadRequirement(YamlNode node)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, YamlNode value) in _yaml.Entries(_yaml.Mapping(node, "requirement"), "text", "source", "address"))
            texts[key] = _yaml.Text(value, key) ?? "";
        if (texts.TryGetValue("text", out string? asked) && texts.TryGetValue("source", out string? source))
            return new(asked, source, texts.GetValueOrDefault("address") ?? "");
        _yaml.AddError(node, "a requirement needs its text and source");
        return null;
    }

    [GeneratedRegex(@"(?<!\$)\$(?:\{(?<name>\w+)\}|(?<name>\d+))", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex References();

    internal static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    [GeneratedRegex("^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Id();
}
