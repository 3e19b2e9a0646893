using PostLint.Engine;

namespace PostLint.Packs;

/// <summary>What ships as a whole: a pack of rules, and the profiles and further packs beside it.</summary>
/// <param name="Rules">All rules of the pack.</param>
/// <param name="Create">Builds the pack with what its rules look for, which takes longer than listing them.</param>
public sealed record ShippedPack(IReadOnlyList<Rule> Rules, Func<Pack> Create)
{
    /// <summary>The names of the profiles, in order.</summary>
    public required IReadOnlyList<string> ProfileNames { get; init; }

    /// <summary>The names of the packs that run only where they are asked for, in order.</summary>
    public required IReadOnlyList<string> PackNames { get; init; }

    /// <summary>The YAML of a profile, by its name.</summary>
    public required Func<string, string> ReadProfile { get; init; }

    /// <summary>The YAML of a pack, by its name.</summary>
    public required Func<string, string> ReadPack { get; init; }
}
