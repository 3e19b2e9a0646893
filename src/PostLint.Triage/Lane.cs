namespace PostLint.Triage;

/// <summary>What a finding is about: each lane of an evening is gone through by itself, identity first.</summary>
internal enum Lane
{
    /// <summary>Who the authors are, and whom they thank.</summary>
    Identity,

    /// <summary>Conflicts of interest.</summary>
    Conflict,

    /// <summary>What the post is about, how it is written, what it tells reviewers to do.</summary>
    Scope,

    /// <summary>The form that the track asks for.</summary>
    Template,

    /// <summary>What could not be read.</summary>
    Unreadable,
}

/// <summary>A submission in one lane.</summary>
/// <param name="Lane">Which.</param>
/// <param name="Verdict">What is to be done in it; <see cref="Verdict.Act"/> for a post that could not be read at all.</param>
/// <param name="Weight">How heavy its places are together; for ranking.</param>
/// <param name="Places">In how many places something was found, notes left out: a line that is told four times is one.</param>
/// <param name="Top">Which finding of the record is the heaviest, from 0; -1 for none.</param>
internal sealed record LaneResult(Lane Lane, Verdict Verdict, int Weight, int Places, int Top);

/// <summary>How lanes are called, and which rules belong to each.</summary>
internal static class Lanes
{
    /// <summary>All lanes, in the order of an evening.</summary>
    public static IReadOnlyList<Lane> All { get; } = Enum.GetValues<Lane>();

    /// <summary>The name in data: <c>identity</c>, <c>scope</c> …</summary>
    public static string Key(this Lane lane) => lane.ToString().ToLowerInvariant();

    /// <summary>The name for people.</summary>
    public static string Title(this Lane lane) =>
        lane switch
        {
            Lane.Identity => "identity and thanks",
            Lane.Scope => "scope and language",
            _ => lane.Key(),
        };

    /// <summary>The lane of a rule.</summary>
    /// <param name="rule">Its id.</param>
    public static Lane Of(string rule) =>
        rule.Split('/')[0] switch
        {
            _ when rule is "submission/unread-part" => Lane.Unreadable,
            "identity" or "acknowledgment" => Lane.Identity,
            "conflict" => Lane.Conflict,
            "template" or "submission" or "request" or "postlint" => Lane.Template,
            _ => Lane.Scope,
        };
}
