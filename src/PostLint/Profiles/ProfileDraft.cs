using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Profiles;

/// <summary>What one profile file says; null for what it leaves to the profile it extends.</summary>
internal sealed record ProfileDraft
{
    public string? Name { get; init; }

    public string? Summary { get; init; }

    public string? Extends { get; init; }

    public Phase? Phase { get; init; }

    public Edition? Edition { get; init; }

    public IReadOnlyDictionary<string, RuleDraft> Rules { get; init; } = new Dictionary<string, RuleDraft>();

    /// <summary>This, and the parent's word where this is silent.</summary>
    public ProfileDraft Over(ProfileDraft parent)
    {
        var rules = new Dictionary<string, RuleDraft>(parent.Rules, StringComparer.Ordinal);
        foreach ((string key, RuleDraft rule) in Rules) rules[key] = rule.Over(parent.Rules.GetValueOrDefault(key));
        return new() { Name = Name, Summary = Summary ?? parent.Summary, Phase = Phase ?? parent.Phase, Edition = Edition ?? parent.Edition, Rules = rules };
    }

    /// <summary>The profile, each rule's setting completed by its family's.</summary>
    public Profile ToProfile(string defaultName)
    {
        var settings = Rules.ToDictionary(rule => rule.Key, rule => rule.Value.Over(FamilyRule(rule.Key)).ToSetting(), StringComparer.Ordinal);
        return new(Name ?? defaultName, Summary ?? "", settings) { Phase = Phase ?? Profiles.Phase.Submission, Edition = Edition };
    }

    private RuleDraft? FamilyRule(string key) => Rules.GetValueOrDefault(ProfileReader.FamilyOf(key));
}

/// <summary>What a profile file says of one rule or family; null for what it does not say.</summary>
internal sealed record RuleDraft(Level? Level = null, bool? IsSuppressible = null, Requirement? Requirement = null, IReadOnlyDictionary<string, string>? Options = null)
{
    public RuleDraft Over(RuleDraft? parent) =>
        new(Level ?? parent?.Level, IsSuppressible ?? parent?.IsSuppressible, Requirement ?? parent?.Requirement, Merged(parent?.Options));

    public RuleSetting ToSetting() => new(Level?.Severity, Level?.IsOff ?? false, IsSuppressible ?? true, Requirement, Options);

    private IReadOnlyDictionary<string, string>? Merged(IReadOnlyDictionary<string, string>? below)
    {
        if (Options is null || below is null) return Options ?? below;
        return below.Where(option => !Options.ContainsKey(option.Key)).Concat(Options).ToDictionary(option => option.Key, option => option.Value, StringComparer.Ordinal);
    }
}
