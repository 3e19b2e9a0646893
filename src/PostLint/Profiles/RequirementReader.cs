using YamlDotNet.RepresentationModel;

namespace PostLint.Profiles;

/// <summary>
/// Reads what a profile says that its call asks:
/// <code>
/// requirements:
///   - text: What the call asks, in own words.
///     source: Title and section of the call.
///     address: https://example.org/call   # left out: none
/// rules: [identity, scope/verdict]    # what enforces it, by family or id; the first requirement that names one is told with its findings
///     unchecked: Why no rule does, or what of it none can check.   # may be left out beside rules
/// </code>
/// </summary>
/// <param name="yaml">The file.</param>
/// <param name="file">How the file is called.</param>
/// <param name="ruleKeys">The ids and families that exist.</param>
internal sealed class RequirementReader(YamlDocument yaml, string file, IReadOnlyCollection<string> ruleKeys)
{
    private static readonly string[] s_requiredParts = ["text", "source"];

    public IReadOnlyList<CallRequirement> Read(YamlNode node) => [.. yaml.Items(node, "requirements").Select(ReadItem)];

    private CallRequirement ReadItem(YamlNode node)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var rules = new List<string>();
        foreach (
            (string key, YamlNode value) in yaml.Entries(
                yaml.Mapping(node, "each item of requirements"),
                "text",
                "source",
                "address",
                "rules",
                "unchecked"
            )
        )
        {
            if (key is "rules")
                rules.AddRange(yaml.Items(value, key).Select(Rule).OfType<string>());
            else if (yaml.Text(value, key) is { } text)
                texts[key] = text;
        }
        foreach (string missing in s_requiredParts.Where(key => !texts.ContainsKey(key)))
            yaml.AddError(node, $"a requirement needs its {missing}");
        string? why = texts.GetValueOrDefault("unchecked");
        if (rules.Count == 0 && why is null)
            yaml.AddError(node, "a requirement needs the rules that enforce it, or has to say under unchecked why none does");
        return new(
            new(texts.GetValueOrDefault("text", ""), texts.GetValueOrDefault("source", ""), texts.GetValueOrDefault("address", "")),
            rules,
            why,
            file,
            (int)node.Start.Line
        );
    }

    private string? Rule(YamlNode node)
    {
        string? rule = yaml.Text(node, "each item of rules");
        if (rule is not null && !ruleKeys.Contains(rule))
            yaml.AddError(node, YamlDocument.Unknown("rule or family", rule, ruleKeys));
        return rule;
    }
}
