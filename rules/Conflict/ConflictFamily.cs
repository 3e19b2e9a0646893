using PostLint.Engine;

namespace PostLint.Rules.Conflict;

/// <summary>The family conflict: conflicts of interest and how they are declared.</summary>
internal static class ConflictFamily
{
    /// <summary>Its rules, by name.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new BoundaryConflict(),
        new CentralPaperConflict(),
        new ConflictSection(),
        new ConflictStatement(),
        new ContradictedStatement(),
        new DeclaredConflictShown(),
        new DeclaredWithoutEvidence(),
        new MissingDeclaration(),
        new OwnPaper(),
        new PaperDiscussed(),
        new RelatedConflict(),
        new RevealingStatement(),
        new RosterConflict(),
        new UndeclaredConflict(),
    ];
}
