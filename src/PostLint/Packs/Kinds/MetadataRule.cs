using PostLint.Engine;
using PostLint.Facts.Assets;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Packs.Kinds;

/// <summary>What files say about themselves, beyond what the built-in rules judge.</summary>
internal sealed class MetadataRule(RuleDescriptor info, RuleValues values) : DataRule(info, values)
{
    private static readonly string[] s_kinds =
    [
        "person",
        "login",
        "account",
        "organisation",
        "contact",
        "coordinates",
        "place",
        "serial",
        "device",
        "performer",
        "designer",
        "stock",
        "circumstance",
    ];

    public static RuleKind Kind { get; } =
        new(
            "metadata",
            "A field of a file’s metadata that holds what the call does not allow",
            [
                new("holds", PackValue.Texts, "What the value is", IsRequired: true, Words: s_kinds),
                new("value", PackValue.Regex, "A regular expression that the value has to match, too"),
                new("kinds", PackValue.Texts, "Kinds of the files that are looked at; left out, all", Words: FileGroups.Names),
            ],
            "{field} holds “{value}”",
            new Dictionary<string, string> { ["field"] = "group and name of the field", ["value"] = "its value" }
        )
        {
            Create = (info, values) => new MetadataRule(info, values),
        };

    public override Pattern Pattern =>
        When<AssetField>(named =>
                Values.Texts("holds").Contains(named.Kind.ToString(), StringComparer.OrdinalIgnoreCase)
                && FileGroups.IsOf(Values.Texts("kinds"), named.Place.File)
                && Values.Regex("value")?.IsMatch(named.Value.Text) != false
            )
            .Report(named => Say(named, ("field", MessageTemplate.Of(named.Name)), Shown("value", named.Value)));
}
