using PostLint.Facts;
using PostLint.Syntax;

namespace PostLint.Rules.Identity;

/// <summary>Where what a roster knows stands, and what it means there.</summary>
internal static class RosterPlaces
{
    /// <summary>How much a name has to tell to be worth a look: two names that many bear, or initials and a rare surname.</summary>
    public const int FewestBits = 9;

    /// <summary>Whether a name stands where works are listed, which authors may do with their own.</summary>
    public static bool IsOfReferences(RosterNameFact name) =>
        name.Place.Channel is Channel.BibliographyField or Channel.Code or Channel.NotebookOutput;

    /// <summary>Whether readers of the page do not see it: there authors leave their names, and hardly anybody names others.</summary>
    public static bool IsBackstage(Channel channel) =>
        channel
            is Channel.HtmlComment
                or Channel.MarkdownComment
                or Channel.LiquidComment
                or Channel.FrontMatter
                or Channel.FrontMatterComment
                or Channel.Metadata
                or Channel.Attribute
                or Channel.FileName;

    /// <summary>Whether an e-mail address is of a domain.</summary>
    public static bool IsAt(string address, string domain)
    {
        string host = address[(address.LastIndexOf('@') + 1)..];
        return host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
    }
}
