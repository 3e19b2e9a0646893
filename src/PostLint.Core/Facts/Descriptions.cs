using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>What the front matter says the post is about, or is called.</summary>
/// <param name="Key"><c>description</c> or <c>title</c>.</param>
/// <param name="Sentences">How many sentences there are.</param>
/// <param name="HasMath">Whether there is LaTeX in it.</param>
/// <param name="HasLink">Whether there is a link or an address in it.</param>
/// <param name="Place">The value.</param>
public sealed record Description(string Key, int Sentences, bool HasMath, bool HasLink, Place Place) : Fact(Place);

/// <summary>Reads the description and the title of the front matter.</summary>
internal sealed partial class DescriptionExtractor : IExtractor
{
    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        List<Fact> found = [];
        foreach (
            FrontMatterField field in facts
                .OfType<FrontMatterField>()
                .Where(field => field.Place.File == document.Source.Path && field.IsScalar && field.Value.Text.Length > 0)
        )
        {
            if (field.Key is not ("description" or "title"))
                continue;
            string text = field.Value.Text;
            found.Add(new Description(field.Key, CountSentences(text), Maths().IsMatch(text), Link().IsMatch(text), field.Place));
        }
        foreach (Fact fact in found)
            facts.Add(fact);
    }

    /// <summary>Sentences end at a mark before a capital; abbreviations end none.</summary>
    private static int CountSentences(string text) => 1 + Stop().Count(text.Trim());

    [GeneratedRegex(
        """\$[^$]{1,200}\$|\\\(|\\\[|\\(?:mathbb|mathcal|frac|alpha|beta|epsilon|text|ell|sum)\b""",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Maths();

    [GeneratedRegex("""https?://|<a\s|\]\(""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Link();

    [GeneratedRegex(
        """(?<!\b(?:e\.g|i\.e|al|vs|cf|Dr|St|Fig|Sec|[A-Z]))[.!?…]["”')\]]{0,2}\s+(?=["“'(]?[\p{Lu}\d])""",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Stop();
}
