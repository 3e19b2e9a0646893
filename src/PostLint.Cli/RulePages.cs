using PostLint.Packs;

namespace PostLint.Cli;

/// <summary>Where the pages of PostLint stand.</summary>
internal static class RulePages
{
    /// <summary>The address that all pages lie below.</summary>
    public const string Site = Website.Address;

    private static readonly Lazy<HashSet<string>> s_rules = new(() => [.. BuiltInRules()]);

    /// <summary>The address of a rule's page; null for rules of packs, which have none.</summary>
    public static string? Of(string id) => s_rules.Value.Contains(id) ? Website.Rule(id) : null;

    private static IEnumerable<string> BuiltInRules() => RulesCommand.All().Select(rule => rule.Id);
}
