using PostLint.Engine;
using PostLint.Packs.Kinds;
using PostLint.Rules;

namespace PostLint.Packs;

/// <summary>
/// A kind of rule that a pack may write as data: what it looks for, its keys, and how it becomes a pattern of the engine.
/// </summary>
/// <param name="Name">As <c>kind:</c> names it.</param>
/// <param name="Summary">What its rules find, in one sentence without a full stop.</param>
/// <param name="Keys">Its keys, beside those that every rule has.</param>
/// <param name="Message">What a finding says where the rule has no message of its own.</param>
/// <param name="Placeholders">What may stand in braces in a message, each with what it stands for.</param>
public sealed record RuleKind(
    string Name,
    string Summary,
    IReadOnlyList<PackKey> Keys,
    string Message,
    IReadOnlyDictionary<string, string> Placeholders
)
{
    /// <summary>All kinds, by name.</summary>
    public static IReadOnlyList<RuleKind> All { get; } =
    [
        CitesRule.Kind,
        CountRule.Kind,
        FileNameRule.Kind,
        ForbiddenRule.Kind,
        LinksRule.Kind,
        MetadataRule.Kind,
        NearRule.Kind,
        OrderRule.Kind,
        PathsRule.Kind,
        PatternRule.Kind,
        RequiredRule.Kind,
        TogetherRule.Kind,
        ValueRule.Kind,
    ];

    /// <summary>Makes a rule of a card and the values of its keys.</summary>
    internal Func<RuleDescriptor, RuleValues, Rule> Create { get; init; } = null!;

    /// <summary>What must have been read as a whole for a rule with some values.</summary>
    internal Func<RuleValues, Completeness> Needs { get; init; } = static _ => Completeness.Any;

    /// <summary>What is wrong with the values of a rule taken together; null where nothing is.</summary>
    internal Func<RuleValues, string?> Check { get; init; } = static _ => null;
}
