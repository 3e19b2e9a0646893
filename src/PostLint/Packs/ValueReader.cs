using System.Text.RegularExpressions;
using PostLint.Packs.Kinds;
using PostLint.Rules;
using PostLint.Text;
using YamlDotNet.RepresentationModel;
using YamlDocument = PostLint.Profiles.YamlDocument;

namespace PostLint.Packs;

/// <summary>Reads the values of a rule's keys: texts, numbers, globs, patterns; says what is wrong with one.</summary>
/// <param name="yaml">The pack.</param>
internal sealed class ValueReader(YamlDocument yaml)
{
    /// <summary>The value of a key; null, and an error, for what is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="node">What stands there.</param>
    /// <param name="rule">Id of the rule.</param>
    public object? Read(PackKey key, YamlNode node, string rule)
    {
        switch (key.Value)
        {
            case PackValue.Text:
                return key.Words is { Count: > 0 } words ? yaml.OneOf(node, key.Name, words) : yaml.Text(node, key.Name);
            case PackValue.Texts:
                return Texts(key, node);
            case PackValue.Flag:
                return yaml.Flag(node, key.Name);
            case PackValue.Number:
                return NumberOf(key, node);
            case PackValue.Globs:
                return GlobsOf(key, node);
            case PackValue.Patterns:
                TextPattern?[] patterns =
                [
                    .. (node is YamlSequenceNode ? yaml.Items(node, key.Name) : [node]).Select(item =>
                        PatternOf(item, $"each item of {key.Name}", rule)
                    ),
                ];
                return patterns.Any(pattern => pattern is null) ? null : (IReadOnlyList<TextPattern>)[.. patterns.OfType<TextPattern>()];
            case PackValue.Regex:
                return yaml.Text(node, key.Name) is { } regex ? Guarded(node, () => new ShortRegex(regex)) : null;
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
        yaml.AddError(node, $"{key.Name} has to be {option.Allowed}{(text is null ? "" : $"; \"{text}\" is not")}");
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
                yaml.AddError(node, $"{key.Name} “{written}”: {problem}");
        }
        return new(globs);
    }

    private List<string> Texts(PackKey key, YamlNode node)
    {
        IEnumerable<YamlNode> items = node is YamlScalarNode ? [node] : yaml.Items(node, key.Name);
        List<string> texts =
        [
            .. items
                .Select(item =>
                    key.Words is { Count: > 0 } words ? yaml.OneOf(item, key.Name, words) : yaml.Text(item, $"each item of {key.Name}")
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
            return yaml.Text(node, what) is { } text
                ? Guarded(node, () => new TextPattern(rule, text, [], isCased: false, ScopeOf([])))
                : null;
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach ((string key, YamlNode value) in yaml.Entries(yaml.Mapping(node, what), [.. PackKeys.OfPattern.Select(key => key.Name)]))
        {
            if (Read(PackKeys.OfPattern.First(known => known.Name == key), value, rule) is { } read)
                values[key] = read;
        }
        var given = new RuleValues(values, new("", []));
        if (given.Has("regex") == given.Has("words"))
        {
            yaml.AddError(node, $"{what} has either regex or words");
            return null;
        }
        string regex = given.Has("regex") ? given.Text("regex") : TextPattern.OfWords(given.Texts("words"));
        if (((string[])["in", "key", "field"]).Count(given.Has) > 1)
        {
            yaml.AddError(node, $"{what} has in, key or field, and no two of them");
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
            yaml.AddError(node, $"this is no regular expression: {PackReader.Lower(Reason(broken))}");
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
                    _ => [Enum.GetValues<TextContext>().First(context => PackKeys.Kebab(context.ToString()) == name)],
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
}
