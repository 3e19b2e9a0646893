using PostLint.Rules;
using YamlDotNet.RepresentationModel;

namespace PostLint.Profiles;

/// <summary>How strictly a rule is taken.</summary>
/// <param name="Severity">What its findings weigh; null for a rule that is off.</param>
internal readonly record struct SeveritySetting(Severity? Severity)
{
    private static readonly string[] s_words = ["error", "warning", "note", "off"];

    /// <summary>Whether the rule is left out.</summary>
    public bool IsOff => Severity is null;

    /// <summary>The severity that a word means; null, and an error, for any other.</summary>
    internal static SeveritySetting? Read(YamlDocument yaml, YamlNode node) =>
        yaml.OneOf(node, "severity", s_words) switch
        {
            "error" => new(PostLint.Rules.Severity.Error),
            "warning" => new(PostLint.Rules.Severity.Warning),
            "note" => new(PostLint.Rules.Severity.Note),
            "off" => new(null),
            _ => null,
        };
}
