using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>
/// Finds author lists that were moved from the front matter into comments of the text, line by line: what stands there need not be sound
/// YAML any more.
/// </summary>
internal sealed partial class CommentedAuthorExtractor : IExtractor
{
    private const int LongestComment = 20_000;

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        foreach (TextUnit unit in document.Units)
        {
            if (
                unit.Block.Node.Kind is not NodeKind.Comment
                || unit.Block.Context is TextContext.FrontMatterComment
                || unit.Block.Node.Span.Length > LongestComment
            )
                continue;
            int start = unit.Block.Node.Span.Start;
            string text = document.Source.Slice(unit.Block.Node.Span).ToString();
            if (!Head().IsMatch(text))
                continue;
            foreach (Match match in Name().Matches(text))
            {
                Group name = match.Groups["name"];
                facts.Add(
                    new AuthorEntry(
                        name.Value,
                        People.StandingOf(name.Value),
                        AuthorOrigin.Comment,
                        $"{document.Source.Path}:{start}",
                        document.PlaceOf(new(start + name.Index, name.Length), unit.Block.Context)
                    )
                );
            }
        }
    }

    [GeneratedRegex(
        """^[\s#%>*<!-]*authors?\s*:\s*$""",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Head();

    [GeneratedRegex(
        """^[\s#%>*]*-\s*(?:[Nn]ame\s*:)?\s*["']?(?<name>\p{Lu}[\p{L}'’.-]+(?:[ ]\p{L}[\p{L}'’.-]*){1,4})["']?\s*$""",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Name();
}
