using System.Text.RegularExpressions;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>Finds author lists that were moved from the front matter into comments of the text, line by line: what stands there need not be sound YAML any more.</summary>
public sealed partial class CommentedAuthorExtractor : IExtractor
{
    private const int LongestComment = 20_000;

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        foreach (TextUnit unit in document.Units)
        {
            if (unit.Block.Node.Kind is not NodeKind.Comment || unit.Block.Channel is Channel.FrontMatterComment || unit.Block.Node.Span.Length > LongestComment) continue;
            string text = document.Source.Slice(unit.Block.Node.Span).ToString();
            if (!Head().IsMatch(text)) continue;
            foreach (Match match in Name().Matches(text))
            {
                string name = match.Groups["name"].Value;
                facts.Add(new AuthorEntry(name, People.StandingOf(name), AuthorOrigin.Comment, $"{document.Source.Path}:{unit.Block.Node.Span.Start}", document.PlaceOf(new(unit.Block.Node.Span.Start + match.Groups["name"].Index, name.Length), unit.Block.Channel)));
            }
        }
    }

    [GeneratedRegex("""^[\s#%>*<!-]*authors?\s*:\s*$""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Head();

    [GeneratedRegex("""^[\s#%>*]*-\s*(?:name\s*:)?\s*["']?(?<name>\p{Lu}[\p{L}'’.-]+(?:[ ]\p{L}[\p{L}'’.-]*){1,4})["']?\s*$""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Name();
}
