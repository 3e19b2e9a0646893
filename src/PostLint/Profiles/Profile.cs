using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Profiles;

/// <summary>What a profile says of one rule.</summary>
/// <param name="Severity">The severity under this profile; null for the rule's own.</param>
/// <param name="IsOff">Whether the rule is left out.</param>
/// <param name="IsSuppressible">Whether authors may suppress it.</param>
/// <param name="Requirement">What the call asks, as it is told with a finding.</param>
/// <param name="Options">Values of the rule's options by name; null for none.</param>
public sealed record RuleSetting(
    Severity? Severity = null,
    bool IsOff = false,
    bool IsSuppressible = true,
    Requirement? Requirement = null,
    IReadOnlyDictionary<string, OptionValue>? Options = null
);

/// <summary>A venue's edition: which rules apply, how strictly, and which requirement of the call each enforces.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Settings">By rule id or family; the id wins.</param>
public sealed record Profile(string Name, string Summary, IReadOnlyDictionary<string, RuleSetting> Settings)
{
    private static readonly RuleSetting s_default = new();

    /// <summary>The phase that the rules are judged for.</summary>
    public Phase Phase { get; init; } = Phase.Submission;

    /// <summary>What the venue's edition fixes; null for a profile of no venue.</summary>
    public Edition? Edition { get; init; }

    /// <summary>The profile that it extends; null for none.</summary>
    public string? Extends { get; init; }

    /// <summary>All that the call asks, whether rules enforce it or not.</summary>
    public IReadOnlyList<CallRequirement> Requirements { get; init; } = [];

    /// <summary>By rule id or family, the lines that set its <c>severity</c>, <c>suppressible</c> and <c>options.NAME</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, ProfileLine>> Origins { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, ProfileLine>>();

    /// <summary>What applies to a rule.</summary>
    /// <param name="ruleId">family/kebab-name.</param>
    public RuleSetting SettingOf(string ruleId) =>
        Settings.GetValueOrDefault(ruleId)
        ?? Settings.GetValueOrDefault(ruleId[..ruleId.IndexOf('/', StringComparison.Ordinal)])
        ?? s_default;

    /// <summary>
    /// A finding with the severity and the requirement that hold under this profile: its own, or else those of the rule's card. One whose
    /// clues were weighed keeps a
    /// lower severity.
    /// </summary>
    public Finding Judge(Finding finding)
    {
        RuleSetting setting = SettingOf(finding.Rule.Id);
        Severity most = setting.Severity ?? finding.Rule.Severity;
        Severity severity = finding.Weight is null || most < finding.Severity ? most : finding.Severity;
        return finding with { Severity = severity, Requirement = setting.Requirement ?? finding.Rule.Requirement };
    }
}
