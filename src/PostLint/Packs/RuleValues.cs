using PostLint.Rules;
using PostLint.Text;

namespace PostLint.Packs;

/// <summary>The values of a rule's keys.</summary>
/// <param name="values">By name: texts, lists of texts, numbers, patterns.</param>
/// <param name="message">What a finding says.</param>
internal sealed class RuleValues(IReadOnlyDictionary<string, object> values, MessageTemplate message)
{
    /// <summary>What a finding says.</summary>
    public MessageTemplate Message => message;

    /// <summary>All that is looked for in the text.</summary>
    public IEnumerable<TextPattern> Patterns =>
        values.Values.OfType<TextPattern>().Concat(values.Values.OfType<IReadOnlyList<TextPattern>>().SelectMany(list => list));

    /// <summary>Whether a key is given.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>A text; empty where the key is missing.</summary>
    public string Text(string name) => values.GetValueOrDefault(name) as string ?? "";

    /// <summary>A list of texts; empty where the key is missing.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        values.GetValueOrDefault(name) switch
        {
            GlobList globs => globs.All,
            IReadOnlyList<string> texts => texts,
            _ => [],
        };

    /// <summary>All globs of files.</summary>
    public IEnumerable<WrittenGlob> WrittenGlobs => values.Values.OfType<GlobList>().SelectMany(globs => globs.Written);

    /// <summary>A number; null where the key is missing.</summary>
    public double? Number(string name) => values.GetValueOrDefault(name) as double?;

    /// <summary>True or false; false where the key is missing.</summary>
    public bool Flag(string name) => values.GetValueOrDefault(name) is true;

    /// <summary>A pattern; null where the key is missing.</summary>
    public TextPattern? Pattern(string name) => values.GetValueOrDefault(name) as TextPattern;

    /// <summary>A list of patterns; empty where the key is missing.</summary>
    public IReadOnlyList<TextPattern> PatternList(string name) => values.GetValueOrDefault(name) as IReadOnlyList<TextPattern> ?? [];

    /// <summary>A regular expression for short values; null where the key is missing.</summary>
    public ShortRegex? Regex(string name) => values.GetValueOrDefault(name) as ShortRegex;

    /// <summary>All regular expressions for short values.</summary>
    public IEnumerable<ShortRegex> ShortRegexes => values.Values.OfType<ShortRegex>();

    /// <summary>The numbers as options, which a profile may set.</summary>
    public IReadOnlyList<RuleOption> OptionsOf(RuleKind kind) =>
        [
            .. kind
                .Keys.Where(key => key is { Value: PackValue.Number, IsOption: true } && Has(key.Name))
                .Select(key => key.OptionOf(Number(key.Name)!.Value)),
        ];
}

/// <summary>A glob of files.</summary>
/// <param name="Text">As the pack writes it.</param>
/// <param name="Alternatives">What its braces stand for.</param>
internal sealed record WrittenGlob(string Text, IReadOnlyList<string> Alternatives);

/// <summary>Globs of files, apart from other lists of texts.</summary>
internal sealed record GlobList(IReadOnlyList<WrittenGlob> Written)
{
    /// <summary>All alternatives of all.</summary>
    public IReadOnlyList<string> All { get; } = [.. Written.SelectMany(glob => glob.Alternatives)];
}
