using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Fixes;

public static partial class CodeFixes
{
    /// <summary>
    /// Cuts the clause around a place, between commas or brackets; a sentence without such marks goes whole. Not safe: what remains wants
    /// to be read again.
    /// </summary>
    public static IEnumerable<Fix> DropClause(FixTarget target) => target.Each(DropClause);

    private static Fix? DropClause(Place place, SyntaxTree tree)
    {
        if (SentenceAround(place, tree) is not { } sentence)
            return null;
        string text = tree.Source.Text;
        int start = place.Start,
            end = place.Span.End,
            last = sentence.Start + tree.Source.Slice(sentence).TrimEnd(" \t\r\n.!?").Length;
        while (start > sentence.Start && !DividesClauses(text, start - 1))
            start--;
        while (end < last && !DividesClauses(text, end))
            end++;
        bool isFirst = start == sentence.Start,
            isLast = end >= last;
        if (isFirst && isLast)
            return Drop($"Remove the sentence", place, tree, sentence, isSafe: false);
        if (!isFirst && !isLast && text[start - 1] == '(' && text[end] == ')')
            return Cut(start - 1, end + 1, "");
        if (!isFirst)
            return text[start - 1] == ',' ? Cut(start - 1, isLast || text[end] != ',' ? end : end + 1, "") : null;
        // What follows becomes the beginning of the sentence.
        if (text[end] is not ',')
            return null;
        int next = end + 1;
        while (next < last && char.IsWhiteSpace(text[next]))
            next++;
        return char.IsLetter(text[next]) ? Cut(start, next + 1, char.ToUpperInvariant(text[next]).ToString()) : Cut(start, next, "");

        Fix Cut(int from, int to, string instead)
        {
            // No blank stays before a mark, nor two in a row.
            if (instead.Length == 0)
                while (from > sentence.Start && text[from - 1] is ' ' && (to >= text.Length || !char.IsLetterOrDigit(text[to])))
                    from--;
            return new(Message.Of($"Cut the clause"), At(place, TextSpan.Between(from, to), tree), instead, IsSafe: false);
        }
    }

    /// <summary>
    /// A comma before a blank, or a bracket; brackets of links, citations and calls stand close to a word or another bracket.
    /// </summary>
    private static bool DividesClauses(string text, int at) =>
        text[at] switch
        {
            ',' or ';' => at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]),
            '(' => at > 0 && char.IsWhiteSpace(text[at - 1]),
            ')' => at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '.' or ',' or ';',
            _ => false,
        };
}
