using PostLint.Facts;

namespace PostLint.Rules.Identity;

/// <summary>Where what a roster knows stands, and what it means there.</summary>
internal static class RosterPlaces
{
    /// <summary>How much a name has to tell to be worth a look: two names that many bear, or initials and a rare surname.</summary>
    public const int FewestBits = 9;

    /// <summary>Whether a name stands where works are listed, which authors may do with their own.</summary>
    public static bool IsOfReferences(RosterNameFact name) =>
        name.Place.Context is TextContext.BibliographyField or TextContext.Code or TextContext.NotebookOutput;

    /// <summary>Whether readers of the page do not see it: there authors leave their names, and hardly anybody names others.</summary>
    public static bool IsBackstage(TextContext context) =>
        context
            is TextContext.HtmlComment
                or TextContext.MarkdownComment
                or TextContext.LiquidComment
                or TextContext.FrontMatter
                or TextContext.FrontMatterComment
                or TextContext.Metadata
                or TextContext.Attribute
                or TextContext.FileName;

    /// <summary>Whether an e-mail address is of a domain.</summary>
    public static bool IsAt(string address, string domain)
    {
        string host = address[(address.LastIndexOf('@') + 1)..];
        return host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
    }
}
