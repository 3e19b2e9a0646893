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
public sealed partial class PackReader
{
    private const string Extension = ".yml";
    private const int MostWords = 100_000;

    // Before the keys, which name them.
    private static readonly string[] s_severities = ["error", "warning", "note"];
    private static readonly string[] s_phases = ["submission", "camera-ready"];
    private static readonly string[] s_contexts =
    [
        "text",
        "comment",
        "footnote",
        "callout",
        "raw",
        "any",
        .. Enum.GetValues<TextContext>()
            .Where(context => context is not (TextContext.FileName or TextContext.PullRequest))
            .Select(context => Kebab(context.ToString())),
    ];

    /// <summary>The keys of a pack.</summary>
    public static IReadOnlyList<PackKey> Keys { get; } =
    [
        new("name", PackValue.Text, "Name of the pack, in kebab case", IsRequired: true),
        new("version", PackValue.Text, "Its version"),
        new("venue", PackValue.Text, "The venue and edition that it is for"),
        new("address", PackValue.Text, "Address of the call"),
    ];

    /// <summary>The keys that every rule has, beside those of its kind.</summary>
    public static IReadOnlyList<PackKey> RuleKeys { get; } =
    [
        new("kind", PackValue.Text, "What the rule looks for", IsRequired: true, Words: [.. RuleKind.All.Select(kind => kind.Name)]),
        new("summary", PackValue.Text, "What is wrong, in one sentence without a full stop", IsRequired: true),
        new("why", PackValue.Text, "Why it identifies somebody or breaks the call, in whole sentences", IsRequired: true),
        new("fix", PackValue.Text, "How to fix it, in whole sentences", IsRequired: true),
        new("severity", PackValue.Text, "How much it weighs", IsRequired: true, Words: s_severities),
        new(
            "message",
            PackValue.Text,
            "What a finding says; words in braces stand for parts of the submission, which are masked where they have to be"
        ),
        new("replace", PackValue.Text, "What a fix writes instead of the match; $1 and ${name} stand for what it captured"),
        new("remove", PackValue.Text, "What a fix removes around the place of a finding", Words: PackFixes.Units),
        new("safe", PackValue.Flag, "Whether the fix is made without --unsafe, because no reader can miss anything"),
    ];

    /// <summary>The keys of what is looked for in a text, where it is more than a regular expression.</summary>
    public static IReadOnlyList<PackKey> PatternKeys { get; } =
    [
        new("regex", PackValue.Text, "A regular expression; capitals do not count"),
        new("words", PackValue.Texts, "Words and phrases, instead of a regular expression"),
        new("except", PackValue.Texts, "Regular expressions; a match that one of theirs overlaps does not count"),
        new("case", PackValue.Flag, "Whether capitals count"),
        new(
            "in",
            PackValue.Texts,
            "Where to look; left out: prose, heading and caption; raw is each file as it is written, any everywhere else",
            Words: s_contexts
        ),
        new("key", PackValue.Text, "The key of the front matter in whose value to look, instead of in"),
        new("field", PackValue.Text, "The field of the bibliography in whose value to look, instead of in"),
    ];

    private readonly YamlDocument _yaml;
    private readonly string _path;
    private readonly HashSet<string> _taken;
    private readonly List<Rule> _rules = [];
    private readonly List<PackExample> _examples = [];

    private PackReader(string path, IEnumerable<string> taken) => (_yaml, _path, _taken) = (new(path), path, [.. taken]);

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
                    Directory.Exists(path) ? "no pack lies in this folder; packs end in .yml or .dll" : "there is no such pack"
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
        foreach ((string key, YamlNode value) in _yaml.Entries(root, [.. Keys.Select(key => key.Name), "rules"]))
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
        string[] own = [.. RuleKeys.Select(key => key.Name), "phases", "requirement", "bad", "good", "fixed"];
        var flags = new HashSet<string>(StringComparer.Ordinal);
        var fixedTexts = new List<(YamlNode Node, string Text)>();
        int first = _examples.Count;
        foreach ((string key, YamlNode value) in _yaml.Entries(node, [.. own, .. kind.Keys.Select(key => key.Name)]))
        {
            if (kind.Keys.FirstOrDefault(known => known.Name == key) is { } known)
            {
                if (Value(known, value, id) is { } read)
                    values[key] = read;
            }
            else if (key is "requirement")
                requirement = ReadRequirement(value);
            else if (key is "phases")
                phases =
                [
                    .. _yaml
                        .Items(value, key)
                        .Select(item => _yaml.OneOf(item, "phase", s_phases))
                        .OfType<string>()
                        .Select(phase => phase is "camera-ready" ? Phase.CameraReady : Phase.Submission),
                ];
            else if (key is "bad" or "good")
                ReadExamples(id, key is "bad", value);
            else if (key is "fixed")
                fixedTexts.AddRange(
                    (value is YamlScalarNode ? [value] : _yaml.Items(value, key)).Select(item =>
                        (item, _yaml.Text(item, "each text of fixed") ?? "")
                    )
                );
            else if (key is "safe")
                _ = _yaml.Flag(value, key) == true && flags.Add(key);
            else if (key is "remove")
                texts[key] = _yaml.OneOf(value, key, PackFixes.Units) ?? "";
            else if (key is "severity")
                texts[key] = _yaml.OneOf(value, key, s_severities) ?? "";
            else if (_yaml.Text(value, key) is { } text)
                texts[key] = text;
            if (key is "message")
                message = value;
        }
        foreach (PackKey missing in RuleKeys.Where(key => key.IsRequired && !node.Children.ContainsKey(new YamlScalarNode(key.Name))))
            _yaml.AddError(idNode, $"{id} needs its {missing.Name}: {Lower(missing.Summary)}");
        foreach (PackKey missing in kind.Keys.Where(key => key.IsRequired && !node.Children.ContainsKey(new YamlScalarNode(key.Name))))
            _yaml.AddError(idNode, $"{id} needs {missing.Name}: {Lower(missing.Summary)}");
        if (
            TemplateOf(kind, texts.GetValueOrDefault("message"), message, GroupsOf(values)) is not { } template
            || kind.Keys.Any(key => key.IsRequired && !values.ContainsKey(key.Name))
            || RuleKeys.Any(key => key.IsRequired && texts.GetValueOrDefault(key.Name) is null or "")
        )
            return;
        var given = new RuleValues(values, template);
        if (kind.Check(given) is { } wrong)
        {
            _yaml.AddError(idNode, wrong);
            return;
        }
        if (FixOf(idNode, id, texts, flags.Contains("safe"), values) is not (true, var fix) || !AddFixed(idNode, id, first, fixedTexts))
            return;
        var card = new RuleDescriptor(id)
        {
            Summary = texts["summary"],
            Why = texts["why"],
            Fix = texts["fix"],
            Severity = Enum.Parse<Severity>(texts["severity"], ignoreCase: true),
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
    private bool AddFixed(YamlNode node, string id, int first, List<(YamlNode Node, string Text)> texts)
    {
        int[] bad = [.. Enumerable.Range(first, _examples.Count - first).Where(i => _examples[i].IsBad)];
        if (texts.Count > bad.Length)
        {
            _yaml.AddError(node, $"{id} has {texts.Count} texts of fixed, and {bad.Length} of bad");
            return false;
        }
        for (int i = 0; i < texts.Count; i++)
            _examples[bad[i]] = _examples[bad[i]] with { Fixed = texts[i].Text };
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

    private object? Value(PackKey key, YamlNode node, string rule)
    {
        switch (key.Value)
        {
            case PackValue.Text:
                return key.Words is { Count: > 0 } words ? _yaml.OneOf(node, key.Name, words) : _yaml.Text(node, key.Name);
            case PackValue.Texts:
                return Texts(key, node);
            case PackValue.Flag:
                return _yaml.Flag(node, key.Name);
            case PackValue.Number:
                return NumberOf(key, node);
            case PackValue.Globs:
                return GlobsOf(key, node);
            case PackValue.Patterns:
                TextPattern?[] patterns =
                [
                    .. (node is YamlSequenceNode ? _yaml.Items(node, key.Name) : [node]).Select(item =>
                        PatternOf(item, $"each item of {key.Name}", rule)
                    ),
                ];
                return patterns.Any(pattern => pattern is null) ? null : (IReadOnlyList<TextPattern>)[.. patterns.OfType<TextPattern>()];
            case PackValue.Regex:
                return _yaml.Text(node, key.Name) is { } regex ? Guarded(node, () => new ShortRegex(regex)) : null;
            default:
                return PatternOf(node, key.Name, rule);
        }
    }

    /// <summary>A number that the key allows; null, and an error, for anything else.</summary>
    private double? NumberOf(PackKey key, YamlNode node)
    {
        RuleOption<double> option = key.OptionOf(0);
        string? text = (node as YamlScalarNode)?.Value;
        if (text is not null && option.Read("", text) is OptionValue<double> read)
            return read.Value;
        _yaml.AddError(node, $"{key.Name} has to be {option.Allowed}{(text is null ? "" : $"; \"{text}\" is not")}");
        return null;
    }

    private GlobList GlobsOf(PackKey key, YamlNode node)
    {
        var globs = new List<WrittenGlob>();
        foreach (string written in Texts(key, node))
        {
            var alternatives = new List<string>();
            globs.Add(new(written, alternatives));
            string? problem = Globs.Expand(written, alternatives);
            problem ??= PathPattern.ProblemOf(written);
            if (problem is not null)
                _yaml.AddError(node, $"{key.Name} “{written}”: {problem}");
        }
        return new(globs);
    }

    private List<string> Texts(PackKey key, YamlNode node)
    {
        IEnumerable<YamlNode> items = node is YamlScalarNode ? [node] : _yaml.Items(node, key.Name);
        List<string> texts =
        [
            .. items
                .Select(item =>
                    key.Words is { Count: > 0 } words ? _yaml.OneOf(item, key.Name, words) : _yaml.Text(item, $"each item of {key.Name}")
                )
                .OfType<string>(),
        ];
        if (key.Name is "headings" or "except")
        {
            foreach (YamlNode item in items)
                Guarded(item, () => new ShortRegex(((YamlScalarNode)item).Value ?? ""));
        }
        return texts;
    }

    private TextPattern? PatternOf(YamlNode node, string what, string rule)
    {
        if (node is YamlScalarNode)
            return _yaml.Text(node, what) is { } text
                ? Guarded(node, () => new TextPattern(rule, text, [], isCased: false, ScopeOf([])))
                : null;
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach ((string key, YamlNode value) in _yaml.Entries(_yaml.Mapping(node, what), [.. PatternKeys.Select(key => key.Name)]))
        {
            if (Value(PatternKeys.First(known => known.Name == key), value, rule) is { } read)
                values[key] = read;
        }
        var given = new RuleValues(values, new("", []));
        if (given.Has("regex") == given.Has("words"))
        {
            _yaml.AddError(node, $"{what} has either regex or words");
            return null;
        }
        string regex = given.Has("regex") ? given.Text("regex") : TextPattern.OfWords(given.Texts("words"));
        if (((string[])["in", "key", "field"]).Count(given.Has) > 1)
        {
            _yaml.AddError(node, $"{what} has in, key or field, and no two of them");
            return null;
        }
        PatternScope scope =
            given.Has("key") ? new(new HashSet<TextContext> { TextContext.FrontMatter }) { Key = given.Text("key") }
            : given.Has("field") ? new(new HashSet<TextContext> { TextContext.BibliographyField }) { Field = given.Text("field") }
            : ScopeOf(given.Texts("in"));
        return Guarded(node, () => new TextPattern(rule, regex, given.Texts("except"), given.Flag("case"), scope));
    }

    /// <summary>Makes something of a regular expression; where it is none, says why.</summary>
    private T? Guarded<T>(YamlNode node, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (RegexParseException broken)
        {
            _yaml.AddError(node, $"this is no regular expression: {Lower(Reason(broken))}");
            return null;
        }
    }

    private static string Reason(RegexParseException broken) => $"{broken.Error} at character {broken.Offset}";

    private static PatternScope ScopeOf(IReadOnlyList<string> names)
    {
        var contexts = new HashSet<TextContext>();
        foreach (string name in names.DefaultIfEmpty("text"))
        {
            contexts.UnionWith(
                name switch
                {
                    "text" => [TextContext.Prose, TextContext.Heading, TextContext.Caption],
                    "comment" =>
                    [
                        TextContext.FrontMatterComment,
                        TextContext.HtmlComment,
                        TextContext.MarkdownComment,
                        TextContext.LiquidComment,
                    ],
                    "footnote" or "callout" or "raw" => [],
                    "any" => Enum.GetValues<TextContext>(),
                    _ => [Enum.GetValues<TextContext>().First(context => Kebab(context.ToString()) == name)],
                }
            );
        }
        return new(contexts)
        {
            IsRaw = names.Contains("raw"),
            InFootnotes = names.Contains("footnote"),
            InCallouts = names.Contains("callout"),
        };
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

    private void ReadExamples(string rule, bool isBad, YamlNode node)
    {
        foreach (YamlNode item in node is YamlScalarNode or YamlMappingNode ? [node] : _yaml.Items(node, isBad ? "bad" : "good"))
        {
            if (ExampleOf(item) is not { Count: > 0 } files)
                continue;
            Submission submission = new("example", [.. files.OrderByDescending(file => file.Role is FileRole.Post)], []);
            _examples.Add(new(rule, isBad, submission, submission.Files[0].Text!.Text, (int)item.Start.Line));
        }
    }

    /// <summary>A text is a post; a mapping holds files by their path.</summary>
    private List<SubmittedFile> ExampleOf(YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
            return _yaml.Text(node, "an example") is { } text ? [FileOf("post.md", text)] : [];
        var files = new List<SubmittedFile>();
        foreach ((string key, YamlNode value) in _yaml.Entries(mapping, "files"))
        {
            foreach ((string path, YamlNode _, YamlNode content) in _yaml.Entries(_yaml.Mapping(value, key)))
            {
                if (content is YamlScalarNode scalar)
                    files.Add(FileOf(path, scalar.Value ?? ""));
                else
                    _yaml.AddError(content, "the content of a file has to be a text");
            }
        }
        return files;
    }

    private static SubmittedFile FileOf(string path, string text)
    {
        // Examples of limits would be long to write.
        text = ManyWords()
            .Replace(text, match =>
                string.Join(
                    ' ',
                    Enumerable.Repeat(
                        "word",
                        Math.Min(int.Parse(match.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture), MostWords)
                    )
                )
            );
        long bytes = ManyBytes().Match(text) is { Success: true } many
            ? long.Parse(many.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture)
            : System.Text.Encoding.UTF8.GetByteCount(text);
        bool isPost =
            path.StartsWith("_posts/", StringComparison.Ordinal)
            || (FileKinds.IsPostLanguage(path) && !path.Contains('/', StringComparison.Ordinal));
        FileRole role = isPost ? FileRole.Post : FileKinds.AssetRoleOf(path) ?? FileRole.TextAsset;
        return new(path, role, role is FileRole.BinaryAsset ? null : new(path, text), [])
        {
            Bytes = bytes,
            Pixels = SizeOf(text),
            Pages = PagesOf(text),
        };
    }

    /// <summary>Pictures of examples are described: <c>{{1200×800 pixels}}</c>.</summary>
    private static (int Width, int Height) SizeOf(string text) =>
        ManyPixels().Match(text) is { Success: true } size
            ? (
                int.Parse(size.Groups["width"].Value, System.Globalization.CultureInfo.InvariantCulture),
                int.Parse(size.Groups["height"].Value, System.Globalization.CultureInfo.InvariantCulture)
            )
            : default;

    private static int PagesOf(string text) =>
        ManyPages().Match(text) is { Success: true } pages
            ? int.Parse(pages.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"\{\{(?<width>\d{1,6})[×x](?<height>\d{1,6}) pixels\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex ManyPixels();

    [GeneratedRegex(@"\{\{(?<count>\d{1,6}) pages\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex ManyPages();

    [GeneratedRegex(@"(?<!\$)\$(?:\{(?<name>\w+)\}|(?<name>\d+))", RegexOptions.CultureInvariant)]
    private static partial Regex References();

    [GeneratedRegex(@"\{\{(?<count>\d{1,9}) bytes\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex ManyBytes();

    [GeneratedRegex(@"\{\{(?<count>\d{1,6}) words\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex ManyWords();

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    [GeneratedRegex("^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
