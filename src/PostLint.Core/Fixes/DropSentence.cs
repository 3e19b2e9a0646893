using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Fixes;

public static partial class CodeFixes
{
    /// <summary>Removes a sentence. Not safe: what follows may refer to it.</summary>
    public static IEnumerable<Fix> DropSentence(FixTarget target) => target.Each(DropSentence);

    private static Fix? DropSentence(Place place, SyntaxTree tree) =>
        SentenceAround(place, tree) is { } sentence ? Drop($"Remove the sentence", place, tree, sentence, isSafe: false) : null;
}
