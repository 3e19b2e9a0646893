using PostLint.Engine;

namespace PostLint.Rules;

/// <summary>A rule's card: what people read of it.</summary>
/// <param name="Id">family/kebab-name; names what is wrong, never the cure.</param>
public sealed record RuleDescriptor(string Id)
{
    /// <summary>What is wrong, in one sentence without a full stop.</summary>
    public required string Summary { get; init; }

    /// <summary>Why it identifies somebody or breaks the call, in whole sentences.</summary>
    public required string Why { get; init; }

    /// <summary>How to fix it, in whole sentences.</summary>
    public required string Fix { get; init; }

    /// <summary>How much its findings count where a profile says nothing else; where it weighs clues, at most.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Whether it rests on what only a chair knows: such findings are for the chair, and authors are not told of them.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>
    /// Whether it is silent where another rule of its family, or an error of any, tells something of the same sentence: that says it
    /// better.
    /// </summary>
    public bool YieldsToOthers { get; init; }

    /// <summary>What must have been read as a whole, where the rule finds that something is absent; otherwise it is not asked.</summary>
    public Completeness Needs { get; init; }

    /// <summary>When it applies; most rules only while the authors must not be known.</summary>
    public IReadOnlyList<Phase> Phases { get; init; } = [Phase.Submission];

    /// <summary>What a profile may set; each becomes an <see cref="OptionValue"/> for the pattern to meet.</summary>
    public IReadOnlyList<RuleOption> Options { get; init; } = [];

    /// <summary>How <c>postlint fix</c> fixes its findings; null where only a person can.</summary>
    public CodeFix? CodeFix { get; init; }

    /// <summary>What the call asks, where the rule's own pack says so; a profile may say it better.</summary>
    public Requirement? Requirement { get; init; }

    /// <summary>Examples that its pack brings; those of the built-in pack are its fixtures.</summary>
    public IReadOnlyList<RuleExample> Examples { get; init; } = [];

    /// <summary>How far it may be relied on.</summary>
    public RuleState State { get; init; }

    /// <summary>Ids that it had before; they still name it wherever a rule is named.</summary>
    public IReadOnlyList<string> FormerIds { get; init; } = [];

    /// <summary>The version of its pack that brought it.</summary>
    public string Since { get; init; } = "0.1";

    /// <summary>The part before the slash.</summary>
    public string Family => Id[..Id.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The part after the slash.</summary>
    public string Name => Id[(Id.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

/// <summary>An example of a rule.</summary>
/// <param name="IsBad">Whether the rule finds something in it.</param>
/// <param name="Text">The text.</param>
public sealed record RuleExample(bool IsBad, string Text);
