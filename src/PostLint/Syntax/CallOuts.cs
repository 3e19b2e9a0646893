using System.Text.RegularExpressions;

namespace PostLint.Syntax;

/// <summary>Tells boxes with the authors' own words, which Markdown has no mark for and writes as quotations, from quotations.</summary>
internal static partial class CallOuts
{
    private const int Timeout = 1_000;      // milliseconds; the patterns are linear, this guards against what nobody thought of
    private const int Longest = 4_000;      // UTF-16 units of a quotation that are looked at, at its beginning and at its end

    /// <summary>Whether a block written as a quotation is a box: it begins with an alert (<c>[!NOTE]</c>), a heading, or a bold label, or
    /// has the class of a box.</summary>
    /// <param name="text">The file.</param>
    /// <param name="quote">The block.</param>
    public static bool Is(string text, TextSpan quote)
    {
        string start = text.Substring(quote.Start, Math.Min(quote.Length, Longest));
        if (Alert().IsMatch(start) || BoxClass().IsMatch(text.AsSpan(quote.End, Math.Min(text.Length - quote.End, 200)))) return true;
        return Label().IsMatch(start) && !IsIntroduced(text, quote.Start) && !Attribution().IsMatch(text.AsSpan(Math.Max(quote.Start,
            quote.End - Longest), Math.Min(quote.Length, Longest)));
    }

    /// <summary>Behind a colon stands what somebody else said.</summary>
    private static bool IsIntroduced(string text, int start) =>
        text.AsSpan(0, start).TrimEnd() is { IsEmpty: false } before && before[^1] == ':';

    [GeneratedRegex("""^[>\s]*(?:\[!\w+\]|#{1,6}\s)""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Alert();

    [GeneratedRegex("""^\s*\{:[^}\n]*\.(?:block|prompt|notice|callout|alert|admonition|box|note|tip|info|warning|danger|message)[\w-]*""",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex BoxClass();

    // A label, with a picture before it or without: what a box is for, or a sentence of few words that ends within the bold face.
    [GeneratedRegex(
        """
        ^[>\s]*(?:[^\w\s>*_"“”'‘«]{1,4}\s*)?(?<mark>\*\*|__)\s*(?:[^\w\s>*_"“”'‘«]{1,4}\s*)?
        (?!(?:abstract|review(?:er)?|question|answer|prompt|user|assistant|human|system|quote|excerpt|response|model|input|output
            |instruction|speaker|interviewer|q|a)\b)
        (?:(?:side\s?)?notes?|nb|n\.b\.|tips?|hints?|info|important|warnings?|caution|attention|remarks?|disclaimers?|updates?|tl;?\s?dr
            |summary|(?:key\s|main\s|our\s)?(?:take-?aways?|points?|insights?|ideas?|findings?|messages?|results?|intuitions?|observations?)
            |in\s(?:short|brief|a\snutshell|summary)|bottom\sline|recap|conclusions?|reproducib\w+|code|demo|acknowledge?ments?|try\s
                |about\s|how\s(?:to|we)\b|why\s|what\s|where\s|exercise|spoilers?|background|details?|definitions?|aside|limitations?
                |scope|aim|goal
            |[^*_\n:"“”]{3,80}[.!]\s*\k<mark>)
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, Timeout)]
    private static partial Regex Label();

    // Who said it, at the end: “— Ada Example, 1843”, <cite>.
    [GeneratedRegex("""(?:(?:\n|^)[>\s]*(?:[*_]{0,3})(?:—|–|--|―|&mdash;|\\-)\s*\S[^\n]{0,200}|</cite>)[\s>]*$""",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Attribution();
}
