using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Packs;

/// <summary>
/// JSON schemas (draft 2020-12) of packs, profiles and <c>.postlint.yml</c>, made from what their readers know, so that editors complete
/// and check them.
/// </summary>
/// <param name="cards">The cards of all rules.</param>
/// <param name="profiles">The names of the profiles that ship.</param>
public sealed class Schemas(IReadOnlyList<RuleDescriptor> cards, IReadOnlyList<string> profiles)
{
    private static readonly JsonWriterOptions s_indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema of packs.</summary>
    public static string Pack()
    {
        JsonObject properties = Properties(PackKeys.OfPack);
        properties["rules"] = Described(
            new JsonObject
            {
                ["type"] = "object",
                ["propertyNames"] = new JsonObject { ["pattern"] = "^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$" },
                ["additionalProperties"] = new JsonObject { ["oneOf"] = new JsonArray([.. RuleKind.All.Select(Rule)]) },
            },
            "The rules, by family/kebab-name"
        );
        return Write(
            "pack",
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["required"] = new JsonArray("name", "rules"),
                ["additionalProperties"] = false,
            }
        );
    }

    /// <summary>The schema of profiles.</summary>
    public string Profile()
    {
        var properties = new JsonObject
        {
            ["name"] = Text("Its name on the command line"),
            ["summary"] = Text("One sentence"),
            ["packs"] = Texts("Packs of rules, as files or folders beside this file"),
            ["extends"] = Words("The profile that says what this one does not", profiles),
            ["phase"] = Words("When it applies", ["submission", "camera-ready"]),
            ["edition"] = Described(new JsonObject { ["type"] = "object" }, "What the call fixes"),
            ["rules"] = Rules(
                value => new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject
                    {
                        ["severity"] = Severity(),
                        ["suppressible"] = Described(new JsonObject { ["type"] = "boolean" }, "Whether authors may suppress its findings"),
                        ["options"] = Options(value),
                    },
                    ["additionalProperties"] = false,
                },
                "How strictly rules and families are taken"
            ),
            ["requirements"] = Described(
                new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject
                        {
                            ["text"] = Text("What the call asks, in own words"),
                            ["source"] = Text("Title and section of the call"),
                            ["address"] = Text("Its address"),
                            ["rules"] = Described(
                                new JsonObject { ["type"] = "array", ["items"] = RuleName() },
                                "The rules and families that enforce it"
                            ),
                            ["unchecked"] = Text("Why no rule does, or what of it none can check"),
                        },
                        ["required"] = new JsonArray("text", "source"),
                        ["additionalProperties"] = false,
                    },
                },
                "What the call asks"
            ),
        };
        return Write("profile", Closed(properties, ProfileReader.Keys));
    }

    /// <summary>The schema of <c>.postlint.yml</c>.</summary>
    public string Configuration()
    {
        var properties = new JsonObject
        {
            ["profile"] = Text("The profile: a name, or a file"),
            ["packs"] = Texts("Packs of rules, as files or folders beside this file"),
            ["engine"] = Words("What runs the rules; both find the same", ConfigurationReader.Engines),
            ["severities"] = Rules(_ => Severity(), "How strictly rules and families are taken"),
            ["options"] = Rules(Options, "Values of rules’ options"),
            ["exclude"] = Texts("Globs of what is not read"),
            ["select"] = Described(new JsonObject { ["type"] = "array", ["items"] = RuleName() }, "The only rules and families that run"),
            ["ignore"] = Described(new JsonObject { ["type"] = "array", ["items"] = RuleName() }, "Rules and families that do not run"),
            ["suppressions"] = Described(
                new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject
                        {
                            ["rule"] = RuleName(),
                            ["path"] = Text("Glob of the files"),
                            ["value"] = Text("What is suppressed"),
                            ["hash"] = Text("sha256: and the hash of what is suppressed"),
                            ["reason"] = Text("Why"),
                        },
                        ["required"] = new JsonArray("rule", "path", "reason"),
                        ["additionalProperties"] = false,
                    },
                },
                "What is suppressed"
            ),
        };
        return Write("configuration", Closed(properties, ConfigurationReader.Keys));
    }

    /// <summary>
    /// A mapping with just the keys that the reader knows; one that is described and unknown, or the other way, is a fault of this class.
    /// </summary>
    private static JsonObject Closed(JsonObject properties, IReadOnlyCollection<string> keys) =>
        keys.ToHashSet().SetEquals(properties.Select(property => property.Key))
            ? new()
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["additionalProperties"] = false,
            }
            : throw new InvalidOperationException("Schema and reader know different keys.");

    private static JsonObject Rule(RuleKind kind)
    {
        JsonObject properties = Properties(PackKeys.OfRule);
        properties["kind"] = Described(new JsonObject { ["const"] = kind.Name }, kind.Summary);
        properties["phases"] = Described(
            new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["enum"] = new JsonArray("submission", "camera-ready") },
            },
            "When it applies"
        );
        properties["requirement"] = Described(
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["text"] = Text("What the call asks, in own words"),
                    ["source"] = Text("Title and section of the call"),
                    ["address"] = Text("Its address"),
                },
                ["required"] = new JsonArray("text", "source"),
                ["additionalProperties"] = false,
            },
            "What the call asks"
        );
        properties["bad"] = Described(Examples(), "What the rule has to find");
        properties["good"] = Described(Examples(), "What the rule has to pass");
        properties["fixed"] = Described(Examples(), "What the rule’s fix makes of each bad example, in their order");
        foreach ((string name, JsonNode? property) in Properties(kind.Keys).ToArray())
            properties[name] = property!.DeepClone();
        string[] required = [.. PackKeys.OfRule.Concat(kind.Keys).Where(key => key.IsRequired).Select(key => key.Name)];
        return new()
        {
            ["title"] = kind.Name,
            ["description"] = kind.Summary,
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required.Select(key => (JsonNode)key)]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Examples()
    {
        static JsonObject Example() =>
            new()
            {
                ["oneOf"] = new JsonArray(
                    new JsonObject { ["type"] = "string" },
                    new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject
                        {
                            ["files"] = new JsonObject
                            {
                                ["type"] = "object",
                                ["additionalProperties"] = new JsonObject { ["type"] = "string" },
                            },
                        },
                        ["additionalProperties"] = false,
                    }
                ),
            };
        return new() { ["oneOf"] = new JsonArray(Example(), new JsonObject { ["type"] = "array", ["items"] = Example() }) };
    }

    private static JsonObject Properties(IEnumerable<PackKey> keys)
    {
        var properties = new JsonObject();
        foreach (PackKey key in keys)
            properties[key.Name] = Described(Value(key), key.Summary);
        return properties;
    }

    private static JsonObject Value(PackKey key)
    {
        JsonObject text = key.Words is { Count: > 0 } words
            ? new JsonObject { ["enum"] = Array(words) }
            : new JsonObject { ["type"] = "string" };
        return key.Value switch
        {
            PackValue.Number => NumberOf(key),
            PackValue.Flag => new() { ["type"] = "boolean" },
            PackValue.Texts or PackValue.Globs => new()
            {
                ["oneOf"] = new JsonArray(text, new JsonObject { ["type"] = "array", ["items"] = text.DeepClone() }),
            },
            PackValue.Pattern => new()
            {
                ["oneOf"] = new JsonArray(
                    new JsonObject { ["type"] = "string" },
                    new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = Properties(PackKeys.OfPattern),
                        ["additionalProperties"] = false,
                    }
                ),
            },
            PackValue.Patterns => new() { ["type"] = "array", ["items"] = Value(key with { Value = PackValue.Pattern }) },
            PackValue.Regex => new() { ["type"] = "string", ["format"] = "regex" },
            _ => text,
        };
    }

    private static JsonObject NumberOf(PackKey key)
    {
        var number = new JsonObject { ["type"] = key.IsWhole ? "integer" : "number" };
        if (key.Min is { } least)
            number["minimum"] = least;
        if (key.Max is { } most)
            number["maximum"] = most;
        return number;
    }

    /// <summary>A mapping by rule or family; other names are those of packs that the schema does not know.</summary>
    private JsonObject Rules(Func<RuleDescriptor?, JsonObject> value, string summary)
    {
        var properties = new JsonObject();
        foreach (string family in cards.Select(card => card.Family).Distinct())
            properties[family] = Described(value(null), $"All rules of the family {family}");
        foreach (RuleDescriptor card in cards)
            properties[card.Id] = Described(value(card), card.Summary);
        return Described(
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["additionalProperties"] = value(null),
            },
            summary
        );
    }

    private static JsonObject Options(RuleDescriptor? card)
    {
        if (card is null)
            return Described(new JsonObject { ["type"] = "object" }, "Values of its options");
        var properties = new JsonObject();
        foreach (RuleOption option in card.Options)
            properties[option.Name] = Described(Value(option), option.Summary);
        return Described(
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["additionalProperties"] = false,
            },
            "Values of its options"
        );
    }

    private static JsonObject Value(RuleOption option)
    {
        var value = new JsonObject { ["type"] = option.JsonType };
        if (option.LeastText is { } least)
            value["minimum"] = JsonNode.Parse(least);
        if (option.MostText is { } most)
            value["maximum"] = JsonNode.Parse(most);
        value["default"] = JsonNode.Parse(option.DefaultText);
        return value;
    }

    private JsonObject RuleName() =>
        new()
        {
            ["type"] = "string",
            ["examples"] = Array([.. cards.Select(card => card.Family).Distinct(), .. cards.Select(card => card.Id)]),
        };

    private static JsonObject Severity() => Words("How strictly it is taken", ["error", "warning", "note", "off"]);

    private static JsonObject Words(string summary, IEnumerable<string> words) =>
        Described(new JsonObject { ["enum"] = Array(words) }, summary);

    private static JsonObject Text(string summary) => Described(new JsonObject { ["type"] = "string" }, summary);

    private static JsonObject Texts(string summary) =>
        Described(
            new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string" },
            },
            summary
        );

    private static JsonArray Array(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);

    private static JsonObject Described(JsonObject schema, string summary)
    {
        schema["description"] = summary;
        return schema;
    }

    private static string Write(string name, JsonObject schema)
    {
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "$id", Website.Schema(name));
        schema.Insert(2, "title", $"PostLint {name}");
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, s_indented))
            schema.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
