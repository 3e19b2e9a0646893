using PostLint.Facts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace PostLint.Profiles;

/// <summary>A YAML file whose keys and types are known; gathers all that is wrong in it before it complains.</summary>
/// <param name="path">The file as errors name it.</param>
internal sealed class YamlDocument(string path)
{
    // Words for what has another name here; each is near in meaning and far in letters.
    private static readonly Dictionary<string, string> s_synonyms = new(StringComparer.Ordinal)
    {
        ["level"] = "severity",
        ["levels"] = "severities",
        ["allow"] = "suppressions",
        ["waivers"] = "suppressions",
        ["mend"] = "fix",
    };

    private readonly List<UserError> _errors = [];

    /// <summary>The mapping of a whole file; null for an empty or broken one.</summary>
    public YamlMappingNode? Load(string text)
    {
        var parser = new BoundedParser(new Parser(new StringReader(text)));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents.Count > 1)
                AddError(stream.Documents[1].RootNode, "one document is read, and a second begins here");
            return stream.Documents is [var document, ..] && !IsNothing(document.RootNode) ? Mapping(document.RootNode, "the file") : null;
        }
        catch (YamlException broken)
        {
            AddError(broken, text);
        }
        catch (Exception unforeseen) when (unforeseen is ArgumentException or InvalidOperationException)
        {
            // Some broken flow mappings reach the parser's own checks of its state.
            AddError(parser.Current?.Start ?? Mark.Empty, "this is no valid YAML");
        }
        return null;
    }

    /// <summary>Where a node stands, as people look it up: <c>file:line</c>.</summary>
    public string LineOf(YamlNode node) => $"{path}:{node.Start.Line}";

    /// <summary>Declares something wrong at a node.</summary>
    public void AddError(YamlNode node, string message) => AddError(node.Start, message);

    /// <summary>Throws where anything was wrong.</summary>
    /// <exception cref="UserException">Something was.</exception>
    public void ThrowIfBroken()
    {
        if (_errors.Count > 0)
            throw new UserException([.. _errors.OrderBy(error => error.Line).ThenBy(error => error.Column)]);
    }

    /// <summary>The entries of a mapping whose keys are all known.</summary>
    public IEnumerable<(string Key, YamlNode Value)> Entries(YamlMappingNode? mapping, params IReadOnlyList<string> keys)
    {
        foreach ((string key, YamlNode keyNode, YamlNode value) in Entries(mapping))
        {
            if (keys.Contains(key))
                yield return (key, value);
            else
                AddError(keyNode, Unknown("key", key, keys));
        }
    }

    /// <summary>The entries of a mapping with any keys.</summary>
    public IEnumerable<(string Key, YamlNode KeyNode, YamlNode Value)> Entries(YamlMappingNode? mapping)
    {
        if (mapping is null)
            yield break;
        foreach ((YamlNode key, YamlNode value) in mapping.Children)
        {
            if (Text(key, "a key") is { } text)
                yield return (text, key, value);
        }
    }

    /// <summary>A mapping; null, and an error, for anything else.</summary>
    public YamlMappingNode? Mapping(YamlNode node, string what)
    {
        if (node is YamlMappingNode mapping)
            return mapping;
        AddError(node, $"{what} has to be a mapping of keys to values");
        return null;
    }

    /// <summary>The items of a sequence; none, and an error, for anything else.</summary>
    public IEnumerable<YamlNode> Items(YamlNode node, string what)
    {
        if (node is YamlSequenceNode sequence)
            return sequence.Children;
        if (!IsNothing(node))
            AddError(node, $"{what} has to be a list");
        return [];
    }

    /// <summary>A text that is not empty; null, and an error, for anything else.</summary>
    public string? Text(YamlNode node, string what)
    {
        if (node is YamlScalarNode { Value: { } text } && !IsNothing(node) && text.Trim().Length > 0)
            return text;
        AddError(node, $"{what} has to be a text");
        return null;
    }

    /// <summary>A number; null, and an error, for anything else.</summary>
    public double? Number(YamlNode node, string what)
    {
        if (
            node is YamlScalarNode { Value: { } text }
            && double.TryParse(
                text,
                System.Globalization.NumberStyles.Float,
                System.Globalization.CultureInfo.InvariantCulture,
                out double number
            )
            && double.IsFinite(number)
        )
            return number;
        AddError(node, $"{what} has to be a number");
        return null;
    }

    /// <summary>True or false; null, and an error, for anything else.</summary>
    public bool? Flag(YamlNode node, string what)
    {
        if (node is YamlScalarNode { Value: "true" or "false" } scalar)
            return scalar.Value is "true";
        AddError(node, $"{what} has to be true or false");
        return null;
    }

    /// <summary>One of some words; null, and an error, for anything else.</summary>
    public string? OneOf(YamlNode node, string what, IReadOnlyCollection<string> words)
    {
        if (Text(node, what) is not { } text || words.Contains(text))
            return (node as YamlScalarNode)?.Value;
        AddError(node, Unknown(what, text, words));
        return null;
    }

    /// <summary>Says that a word is unknown, and which one may be meant.</summary>
    public static string Unknown(string what, string word, IReadOnlyCollection<string> known) =>
        s_synonyms.TryGetValue(word, out string? name) && known.Contains(name) ? $"unknown {what} \"{word}\"; it is called \"{name}\""
        : Nearest.Of(word, known) is { } nearest ? $"unknown {what} \"{word}\"; the nearest that exists is \"{nearest}\""
        : known.Count <= 12 ? $"unknown {what} \"{word}\"; there are {string.Join(", ", known)}"
        : $"unknown {what} \"{word}\"";

    private static bool IsNothing(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    private void AddError(Mark at, string message) => _errors.Add(new(path, (int)at.Line, (int)at.Column, message));

    /// <summary>The parser's words are written for its authors; the two mistakes that people make most get own ones.</summary>
    private void AddError(YamlException broken, string text)
    {
        if (broken.Message.Contains("uplicate key", StringComparison.Ordinal))
            AddError(broken.Start, "the same key stands twice in one mapping");
        else if (broken.Message.Contains(" tab ", StringComparison.Ordinal))
            AddTabError((int)broken.Start.Line, text);
        else
            AddError(broken.Start, $"this is no valid YAML: {broken.InnerException?.Message ?? broken.Message}");
    }

    /// <summary>The parser names where the mapping begins; people look for the tab.</summary>
    private void AddTabError(int line, string text)
    {
        int tab = Array.FindIndex(text.Split('\n'), line - 1, indented =>
            indented[..^indented.TrimStart().Length].Contains('\t', StringComparison.Ordinal)
        );
        _errors.Add(new(path, tab < 0 ? line : tab + 1, 1, "YAML does not allow tabs in indentation; use blanks"));
    }

    /// <summary>Refuses what is nested so deep that building nodes of it would overflow the stack.</summary>
    private sealed class BoundedParser(Parser inner) : IParser
    {
        private const int MaxDepth = 32;
        private int _depth;

        public ParsingEvent? Current => inner.Current;

        public bool MoveNext()
        {
            bool moved = inner.MoveNext();
            _depth += inner.Current?.NestingIncrease ?? 0;
            return _depth <= MaxDepth
                ? moved
                : throw new YamlException(inner.Current!.Start, inner.Current.End, $"it is nested deeper than {MaxDepth} levels");
        }
    }
}
