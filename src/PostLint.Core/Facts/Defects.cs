using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>What is broken in a file.</summary>
/// <param name="Kind">Which defect.</param>
/// <param name="Detail">What a reader needs to know, in plain words; holds nothing of the text.</param>
/// <param name="Place">Where.</param>
public sealed record Defect(SyntaxProblemKind Kind, string Detail, Place Place) : Fact(Place);

/// <summary>Turns the problems that parsers met into facts.</summary>
internal sealed class DefectExtractor : IExtractor
{
    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        foreach (SyntaxProblem problem in document.Tree.Problems)
            facts.Add(new Defect(problem.Kind, problem.Detail, document.PlaceOf(problem.Span)));
    }
}
