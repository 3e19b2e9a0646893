using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Rules;

/// <summary>How findings of a rule are fixed; the rule's card names it.</summary>
/// <param name="target">What a finding stands on.</param>
/// <returns>Changes of text that fix it; nothing where only a person can.</returns>
public delegate IEnumerable<Fix> CodeFix(FixTarget target);

/// <summary>A finding, as a fix sees it.</summary>
/// <param name="Places">Where it stands, the main place first.</param>
/// <param name="Evidence">The facts that its rules matched.</param>
/// <param name="TreeOf">The tree of a file by its path; null for files without one.</param>
public sealed record FixTarget(IReadOnlyList<Place> Places, IReadOnlyList<Fact> Evidence, Func<string, SyntaxTree?> TreeOf)
{
    /// <summary>Where the facts of a type stand.</summary>
    public IEnumerable<Place> PlacesOf<T>()
        where T : Fact => Evidence.OfType<T>().Select(fact => fact.Place);

    /// <summary>What fixes each place that stands in a tree; null, and nothing, where only a person can.</summary>
    public IEnumerable<Fix> Each(Func<Place, SyntaxTree, Fix?> fix) =>
        Places.Select(place => TreeOf(place.File) is { } tree && place.Line > 0 ? fix(place, tree) : null).OfType<Fix>();
}
