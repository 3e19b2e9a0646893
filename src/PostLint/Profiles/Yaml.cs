using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PostLint.Profiles;

/// <summary>A mistake in a configuration file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record ConfigurationError(string Path, long Line, long Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}:{Line}:{Column}: {Message}";
}

/// <summary>A configuration file or profile cannot be used.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Wraps the mistakes.</summary>
    public ConfigurationException(IReadOnlyList<ConfigurationError> errors) : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>All mistakes, in the order of the file.</summary>
    public IReadOnlyList<ConfigurationError> Errors { get; }
}

/// <summary>Reads the YAML of profiles and configurations, and gathers every mistake before it complains.</summary>
internal sealed class Yaml(string path)
{
    private readonly List<ConfigurationError> _errors = [];

    /// <summary>The root mapping; empty for an empty file.</summary>
    public YamlMappingNode Root(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0) return [];
            if (stream.Documents[0].RootNode is YamlMappingNode root) return root;
            Fail(stream.Documents[0].RootNode, "a list of keys and values is expected here");
        }
        catch (YamlException e)
        {
            string why = e.InnerException?.Message ?? e.Message;
            _errors.Add(new(path, Math.Max(1, e.Start.Line), Math.Max(1, e.Start.Column), $"this is no YAML: {why.TrimEnd('.')}{(text.Contains('\t', StringComparison.Ordinal) ? "; YAML is indented with blanks, not tabs" : "")}"));
        }
        throw new ConfigurationException(_errors);
    }

    /// <summary>Calls a reader for each key that is known; an unknown one is a mistake.</summary>
    public void Each(YamlMappingNode mapping, IReadOnlyDictionary<string, Action<YamlNode>> readers)
    {
        foreach ((YamlNode keyNode, YamlNode value) in mapping.Children)
        {
            string key = (keyNode as YamlScalarNode)?.Value ?? "";
            if (readers.TryGetValue(key, out Action<YamlNode>? read)) read(value);
            else Fail(keyNode, Unknown("key", key, readers.Keys));
        }
    }

    /// <summary>The text of a scalar.</summary>
    public string Text(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } value }) return value;
        Fail(node, "a text is expected here");
        return "";
    }

    /// <summary>The texts of a list, or of a single scalar.</summary>
    public IReadOnlyList<string> Texts(YamlNode node) => node is YamlSequenceNode list ? [.. list.Children.Select(Text)] : [Text(node)];

    /// <summary>The mappings of a list.</summary>
    public IEnumerable<YamlMappingNode> Mappings(YamlNode node)
    {
        if (node is not YamlSequenceNode list) Fail(node, "a list is expected here");
        else
        {
            foreach (YamlNode item in list.Children)
            {
                if (item is YamlMappingNode mapping) yield return mapping;
                else Fail(item, "keys and values are expected here");
            }
        }
    }

    /// <summary>The mapping at a node.</summary>
    public YamlMappingNode Mapping(YamlNode node)
    {
        if (node is YamlMappingNode mapping) return mapping;
        Fail(node, "keys and values are expected here");
        return [];
    }

    /// <summary>One of some words.</summary>
    public string OneOf(YamlNode node, params IReadOnlyCollection<string> words)
    {
        string word = Text(node);
        if (!words.Contains(word)) Fail(node, Unknown("value", word, words));
        return word;
    }

    /// <summary>Notes a mistake.</summary>
    public void Fail(YamlNode node, string message) => _errors.Add(new(path, node.Start.Line, node.Start.Column, message));

    /// <summary>Complains if there was a mistake.</summary>
    /// <exception cref="ConfigurationException">There was.</exception>
    public void Finish()
    {
        if (_errors.Count > 0) throw new ConfigurationException(_errors);
    }

    /// <summary>What to say of a word that is not among those known.</summary>
    public static string Unknown(string what, string word, IEnumerable<string> words)
    {
        string? near = Nearest.To(word, words);
        return $"unknown {what} “{word}”; {(near is null ? $"known are {string.Join(", ", words)}" : $"did you mean “{near}”?")}";
    }
}
