using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;
using PostLint.Fixing;
using PostLint.Rules;
using PostLint.Syntax;
using PostLint.Text;

namespace PostLint.Packs;

/// <summary>The fixes that a pack writes as data.</summary>
internal static class PackFixes
{
    /// <summary>What a rule may remove.</summary>
    public static readonly string[] Units = ["sentence", "line", "field"];

    /// <summary>Puts what the rule says in the place of each match; where marks stand within the match, only a person can.</summary>
    public static CodeFix Replace(bool isSafe) =>
        target =>
            target
                .Evidence.OfType<PatternMatch>()
                .Where(match => match.Replacement is not null && IsAsWritten(match, target.TreeOf(match.Place.File)))
                .Select(match => new Fix(Message.Of($"Write it as the call asks"), match.Place, match.Replacement!, isSafe));

    /// <summary>Removes the sentence, line or field around the place of each finding.</summary>
    public static CodeFix Remove(string unit, bool isSafe) =>
        unit switch
        {
            "sentence" => target => CodeFixes.DropSentence(target).Select(fix => fix with { IsSafe = isSafe }),
            "line" => target => target.Each((place, tree) => LineFix(tree, place, isSafe)),
            _ => target =>
                CodeFixes
                    .DropFields(target)
                    .Select(fix => fix with { IsSafe = isSafe })
                    .Concat(target.Each((place, tree) => PropertyFix(tree, place, isSafe))),
        };

    private static bool IsAsWritten(PatternMatch match, SyntaxTree? tree) =>
        tree is not null && tree.Source.Slice(match.Place.Span).SequenceEqual(match.Written);

    private static Fix LineFix(SyntaxTree tree, Place place, bool isSafe) =>
        Removing(tree, place, tree.Source.LineSpan(place.Line), "line", isSafe);

    /// <summary>The lines of a key of the front matter and its value.</summary>
    private static Fix? PropertyFix(SyntaxTree tree, Place place, bool isSafe)
    {
        if (tree.Around(place.Span, node => node.Kind is NodeKind.Property) is not { } property)
            return null;
        int first = tree.Source.LineSpan(tree.Source.LineOf(property.Span.Start)).Start,
            last = tree.Source.LineSpan(tree.Source.LineOf(Math.Max(property.Span.Start, property.Span.End - 1))).End;
        return Removing(tree, place, TextSpan.Between(first, last), "field", isSafe);
    }

    private static Fix Removing(SyntaxTree tree, Place place, TextSpan span, string what, bool isSafe)
    {
        string text = tree.Source.Text;
        int end = span.End;
        if (end < text.Length && text[end] == '\r')
            end++;
        if (end < text.Length && text[end] == '\n')
            end++;
        Place lines = place with { Start = span.Start, Length = end - span.Start };
        return new(Message.Of($"Remove the {new Neutral(what)}"), lines, "", isSafe);
    }
}
