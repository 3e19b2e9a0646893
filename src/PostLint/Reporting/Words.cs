using System.Text;
using System.Text.Json;
using PostLint.Facts;
using PostLint.Rules;

namespace PostLint.Reporting;

/// <summary>How reports name things.</summary>
internal static class Words
{
    /// <summary><c>error</c>, <c>warning</c> or <c>note</c>.</summary>
    public static string Of(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };

    /// <summary>The name of a context, phase or other choice in machine-read reports, such as <c>front-matter-comment</c>.</summary>
    public static string NameOf(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The name of a kind of fact in machine-read reports, such as <c>account-link</c>.</summary>
    public static string NameOf(Fact fact)
    {
        string name = fact.GetType().Name;
        int arity = name.IndexOf('`'); // ends the name of a generic type: OptionValue`1
        return JsonNamingPolicy.KebabCaseLower.ConvertName(arity < 0 ? name : name[..arity]);
    }

    /// <summary>The kind of a fact for people, such as <c>account link</c>.</summary>
    public static string KindOf(Fact fact) => NameOf(fact).Replace('-', ' ');

    /// <summary>Where words stand, for people; null for running text, where nobody needs to be told.</summary>
    public static string? Where(TextContext context) =>
        context switch
        {
            TextContext.Prose => null,
            TextContext.Heading => "in a heading",
            TextContext.Caption => "in a caption or alternative text",
            TextContext.FrontMatter => "in the front matter",
            TextContext.FrontMatterComment => "in a front-matter comment",
            TextContext.HtmlComment => "in an HTML comment",
            TextContext.MarkdownComment => "in a Markdown comment",
            TextContext.LiquidComment => "in a Liquid comment",
            TextContext.Code => "in code",
            TextContext.BibliographyField => "in the bibliography",
            TextContext.Attribute => "in an attribute",
            TextContext.Link => "in the target of a link",
            TextContext.FileName => "in the name of a file",
            TextContext.Metadata => "in the metadata of a file",
            TextContext.NotebookOutput => "in the output of a notebook",
            TextContext.PullRequest => "in the pull request",
            _ => $"in {NameOf(context)}",
        };

    /// <summary>A number of things: <c>1 error</c>, <c>2 errors</c>.</summary>
    public static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";

    /// <summary>A probability for people: a whole percentage, never 0 % or 100 %.</summary>
    public static string Percent(double chance) =>
        chance < 0.005 ? "below 1 %"
        : chance > 0.995 ? "above 99 %"
        : $"{Math.Round(100 * chance)} %";

    /// <summary>Says that a rule was stopped; in words that end a sentence.</summary>
    public static string Of(RedactedStop stop) =>
        $"not fully checked: {stop.Rule.Id} was stopped after {stop.Tries} tries; what it would have found after them is not told";

    /// <summary>Says that rules about what is absent were not asked; in words that end a sentence.</summary>
    /// <param name="ids">The ids of the rules.</param>
    public static string NotAsked(IReadOnlyList<string> ids)
    {
        string more = ids.Count > 2 ? ", …" : "";
        string rules = $"{Count(ids.Count, "rule")} ({string.Join(", ", ids.Take(2))}{more})";
        return $"not asked: {rules} about what is absent, because not all was read in which it may stand";
    }

    /// <summary>A text that begins as a sentence does.</summary>
    public static string Capital(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>A text that ends as a sentence does.</summary>
    public static string Sentence(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' ? text : text + ".";

    /// <summary>A text with a blank for each run of white space.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
                line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
        return line.ToString().TrimEnd(' ');
    }
}
