using PostLint.Rules;

namespace PostLint.Packs;

/// <summary>The values of a rule's keys.</summary>
/// <param name="values">By name: texts, lists of texts, numbers, patterns.</param>
/// <param name="message">What a finding says.</param>
internal sealed class RuleValues(IReadOnlyDictionary<string, object> values, MessageTemplate message)
{
    /// <summary>What a finding says.</summary>
    public MessageTemplate Message => message;

    /// <summary>All that is looked for in the text.</summary>
    public IEnumerable<TextPattern> Patterns => values.Values.OfType<TextPattern>();

    /// <summary>Whether a key is given.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>A text; empty where the key is missing.</summary>
    public string Text(string name) => values.GetValueOrDefault(name) as string ?? "";

    /// <summary>A list of texts; empty where the key is missing.</summary>
    public IReadOnlyList<string> Texts(string name) => values.GetValueOrDefault(name) as IReadOnlyList<string> ?? [];

    /// <summary>A number; null where the key is missing.</summary>
    public double? Number(string name) => values.GetValueOrDefault(name) as double?;

    /// <summary>True or false; false where the key is missing.</summary>
    public bool Flag(string name) => values.GetValueOrDefault(name) is true;

    /// <summary>A pattern; null where the key is missing.</summary>
    public TextPattern? Pattern(string name) => values.GetValueOrDefault(name) as TextPattern;

    /// <summary>A regular expression for short values; null where the key is missing.</summary>
    public ShortRegex? Regex(string name) => values.GetValueOrDefault(name) as ShortRegex;

    /// <summary>The numbers as options, which a profile may set.</summary>
    public IReadOnlyList<RuleOption> OptionsOf(RuleKind kind) =>
        [
            .. kind
                .Keys.Where(key => key is { Value: PackValue.Number, IsOption: true } && Has(key.Name))
                .Select(key => key.OptionOf(Number(key.Name)!.Value)),
        ];
}
