using PostLint.Engine;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint;

/// <summary>What a run asks for beside its profile.</summary>
public sealed record LintOptions
{
    /// <summary>Ids or families of the only rules to run; empty for all.</summary>
    public IReadOnlyCollection<string> Select { get; init; } = [];

    /// <summary>Whether rules that are still tried run, too; those that are selected by their ids run in any case.</summary>
    public bool Preview { get; init; }

    /// <summary>Ids or families of rules not to run.</summary>
    public IReadOnlyCollection<string> Ignore { get; init; } = [];

    /// <summary>What the configuration suppresses.</summary>
    public IReadOnlyList<SuppressionEntry> Suppressions { get; init; } = [];

    /// <summary>Whether comments in the submission and the configuration may suppress findings.</summary>
    public bool HonoursSuppressions { get; init; } = true;

    /// <summary>Makes the engine that runs a rule set; the matcher where nothing else is asked for.</summary>
    public Func<RuleSet, IEngine> Engine { get; init; } = static rules => new Matcher(rules);

    /// <summary>Whether a rule runs. Rules that only conclude facts always do: others need them.</summary>
    internal bool Selects(Rule rule, Profile profile)
    {
        if (!rule.Reports)
            return true;
        if (!rule.Descriptor.Phases.Contains(profile.Phase))
            return false;
        bool isSelected = Select.Count == 0 || Names(Select, rule.Descriptor);
        if (rule.Descriptor.State is RuleState.Preview && !Preview && !NamesItself(Select, rule.Descriptor))
            return false;
        return isSelected && !Names(Ignore, rule.Descriptor) && !profile.SettingOf(rule.Descriptor.Id).IsOff;
    }

    private static bool Names(IReadOnlyCollection<string> names, RuleDescriptor rule) =>
        NamesItself(names, rule) || names.Contains(rule.Family);

    private static bool NamesItself(IReadOnlyCollection<string> names, RuleDescriptor rule) =>
        names.Contains(rule.Id) || rule.FormerIds.Any(names.Contains);
}
