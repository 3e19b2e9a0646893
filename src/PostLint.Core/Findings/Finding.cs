using PostLint.Engine;
using PostLint.Facts;
using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Findings;

/// <summary>What a rule says of a match, before the engine adds the evidence.</summary>
/// <param name="Place">The slice to show.</param>
/// <param name="Message">What stands there and why it matters, in a sentence or two.</param>
/// <param name="Cause">Reports of one rule in one file with the same cause are one finding; where it is null, only equal reports
/// are.</param>
public sealed record Report(Place Place, Message Message, string? Cause = null)
{
    /// <summary>What the clues say together, where the rule weighs some: it decides the severity.</summary>
    public WeightOfEvidence? Weight { get; init; }
}

/// <summary>A fact and how it is known: no derivation for what an extractor found, one or more for what rules concluded.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Derivations">How rules concluded it.</param>
public readonly record struct Evidence(Fact Fact, IReadOnlyList<Derivation> Derivations);

/// <summary>A rule and the facts that met in it.</summary>
/// <param name="Rule">The rule that matched.</param>
/// <param name="Premises">The facts, in the order of its pattern.</param>
public sealed record Derivation(RuleDescriptor Rule, IReadOnlyList<Evidence> Premises);

/// <summary>One cause, one finding.</summary>
/// <param name="Rule">The rule's card.</param>
/// <param name="Place">The first slice where the cause shows.</param>
/// <param name="Message">What stands there and why it matters.</param>
/// <param name="Derivations">Why it is believed.</param>
public sealed record Finding(RuleDescriptor Rule, Place Place, Message Message, IReadOnlyList<Derivation> Derivations)
{
    /// <summary>How much it counts under the profile of the run.</summary>
    public Severity Severity { get; init; } = Rule.Severity;

    /// <summary>What the clues say together, where the rule weighs some; of several reports, the heaviest.</summary>
    public WeightOfEvidence? Weight { get; init; }

    /// <summary>The other slices where the same cause shows, in order.</summary>
    public IReadOnlyList<Place> OtherPlaces { get; init; } = [];

    /// <summary>What the venue's call asks, where the profile names it.</summary>
    public Requirement? Requirement { get; init; }

    /// <summary>Why it is not to be acted on, where its author or the configuration says so.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>What would fix it.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>The finding as a fix sees it.</summary>
    /// <param name="treeOf">The tree of a file by its path; null for files without one.</param>
    public FixTarget Target(Func<string, SyntaxTree?> treeOf) =>
        new(
            [Place, .. OtherPlaces],
            [.. Derivations.SelectMany(derivation => derivation.Premises).Select(premise => premise.Fact)],
            treeOf
        );
}

/// <summary>That a finding was suppressed, by whom and why.</summary>
/// <param name="Kind">Whether a comment in the submission or the configuration suppresses it.</param>
/// <param name="Reason">The reason given.</param>
/// <param name="Place">Where the suppression stands.</param>
public sealed record Suppression(SuppressionKind Kind, Sensitive Reason, Place Place);

/// <summary>Where a suppression comes from.</summary>
public enum SuppressionKind
{
    /// <summary>A comment in the submission.</summary>
    InSource,

    /// <summary>An entry of the configuration.</summary>
    External,
}
