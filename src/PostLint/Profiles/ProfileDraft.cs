using PostLint.Facts;
using PostLint.Rules;

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

    /// <summary>What the call asks, in the order of the file.</summary>
    public IReadOnlyList<CallRequirement> Requirements { get; init; } = [];

    /// <summary>What the call of the profile that this one extends asks.</summary>
    public IReadOnlyList<CallRequirement> ParentRequirements { get; init; } = [];

    /// <summary>This, and the parent's word where this is silent.</summary>
    public ProfileDraft Over(ProfileDraft parent)
    {
        var rules = new Dictionary<string, RuleDraft>(parent.Rules, StringComparer.Ordinal);
        foreach ((string key, RuleDraft rule) in Rules)
            rules[key] = rule.Over(parent.Rules.GetValueOrDefault(key));
        return this with
        {
            Summary = Summary ?? parent.Summary,
            Phase = Phase ?? parent.Phase,
            Edition = Edition ?? parent.Edition,
            Rules = rules,
            ParentRequirements = parent.Requirements,
        };
    }

    /// <summary>The profile, each rule's setting completed by its family's and by what the call asks.</summary>
    public Profile ToProfile(string defaultName)
    {
        Dictionary<string, Requirement> asked = Asked();
        var rules = Rules.Keys.Union(asked.Keys).ToDictionary(key => key, Completed, StringComparer.Ordinal);
        return new(
            Name ?? defaultName,
            Summary ?? "",
            rules.ToDictionary(rule => rule.Key, rule => rule.Value.ToSetting(AskedOf(rule.Key, asked)), StringComparer.Ordinal)
        )
        {
            Phase = Phase ?? PostLint.Rules.Phase.Submission,
            Edition = Edition,
            Extends = Extends,
            Requirements = Shown(),
            Origins = rules.ToDictionary(rule => rule.Key, rule => rule.Value.Origins, StringComparer.Ordinal),
        };
    }

    private RuleDraft Completed(string key) =>
        (Rules.GetValueOrDefault(key) ?? new()).Over(Rules.GetValueOrDefault(ProfileReader.FamilyOf(key)));

    /// <summary>What is asked by rule or family; this profile's word before its parent's, and the first before the next.</summary>
    private Dictionary<string, Requirement> Asked()
    {
        var asked = new Dictionary<string, Requirement>(StringComparer.Ordinal);
        foreach (CallRequirement requirement in Requirements.Concat(ParentRequirements))
        {
            foreach (string key in requirement.Rules)
                asked.TryAdd(key, requirement.Asked);
        }
        return asked;
    }

    private static Requirement? AskedOf(string key, Dictionary<string, Requirement> asked) =>
        asked.GetValueOrDefault(key) ?? asked.GetValueOrDefault(ProfileReader.FamilyOf(key));

    /// <summary>This profile's requirements, and those of its parent that it does not put in its own words.</summary>
    private IReadOnlyList<CallRequirement> Shown()
    {
        var own = Requirements.SelectMany(requirement => requirement.Rules).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Requirements,
            .. ParentRequirements.Where(requirement => requirement.Rules.Count == 0 || !requirement.Rules.All(own.Contains)),
        ];
    }
}

/// <summary>What a profile file says of one rule or family; null for what it does not say.</summary>
internal sealed record RuleDraft(
    SeveritySetting? Severity = null,
    bool? IsSuppressible = null,
    IReadOnlyDictionary<string, OptionValue>? Options = null
)
{
    /// <summary>Where each thing is said, by its key; an option's key is <c>options.NAME</c>.</summary>
    public IReadOnlyDictionary<string, ProfileLine> Origins { get; init; } = new Dictionary<string, ProfileLine>();

    public RuleDraft Over(RuleDraft? parent) =>
        parent is null
            ? this
            : new(Severity ?? parent.Severity, IsSuppressible ?? parent.IsSuppressible, Merged(Options, parent.Options))
            {
                Origins = Merged(Origins, parent.Origins)!,
            };

    public RuleSetting ToSetting(Requirement? asked) =>
        new(Severity?.Severity, Severity?.IsOff ?? false, IsSuppressible ?? true, asked, Options);

    private static IReadOnlyDictionary<string, T>? Merged<T>(IReadOnlyDictionary<string, T>? above, IReadOnlyDictionary<string, T>? below)
    {
        if (above is null || below is null)
            return above ?? below;
        return below
            .Where(entry => !above.ContainsKey(entry.Key))
            .Concat(above)
            .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
    }
}
