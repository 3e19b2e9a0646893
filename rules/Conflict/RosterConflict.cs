using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules.Scope;

namespace PostLint.Rules.Conflict;

/// <summary>What makes a conflict.</summary>
public enum ConflictKind
{
    /// <summary>An author wrote the paper.</summary>
    OwnWork,

    /// <summary>An author wrote with one of the paper’s authors within the years that the call counts.</summary>
    CoAuthor,

    /// <summary>The roster says that an author and one of the paper’s are related.</summary>
    Relation,

    /// <summary>The roster has an author and one of the paper’s at one institution.</summary>
    Institution,
}

/// <summary>A conflict of interest that something shows.</summary>
/// <param name="Kind">What makes it.</param>
/// <param name="Name">The author of the discussed paper, as the bibliography has the name.</param>
/// <param name="Place">The entry.</param>
public sealed record RosterConflictFact(ConflictKind Kind, Sensitive Name, Place Place) : Fact(Place);

/// <summary>Concludes that an author of the post has a conflict with the paper that it discusses.</summary>
public sealed class RosterConflict : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("conflict/roster-conflict")
    {
        Summary = "An author of the post wrote the paper that it discusses",
        Why = "Who wrote a paper, or wrote with its authors lately, does not judge it freely.",
        Fix = "See the findings about conflicts.",
        Severity = Severity.Note,
        IsConfidential = true,
    };

    /// <inheritdoc/>
    public override Pattern Pattern => When<DiscussedPaperFact>()
        .And<RosterWork>(paper => paper.Key, work => work.Key)
        .Conclude((paper, work) => new RosterConflictFact(ConflictKind.OwnWork, work.Name, work.Place));
}
