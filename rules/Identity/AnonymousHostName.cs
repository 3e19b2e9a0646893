using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The readable part of an anonymous link names somebody.</summary>
internal sealed class AnonymousHostName : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/anonymous-host-name")
        {
            Summary = "The readable part of an anonymous link names somebody",
            Why = "Anonymising hosts hide the owner, not the name that was chosen for the link.",
            Fix = "Make a new link with a name that tells nothing.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link => link.Kind is "anonymous" && link.Project.Text.Length > 4)
            .Gather<AuthorEntry>(IsLikeAuthor)
            .Where((link, authors) => authors.Count > 0 || IsOfSomebody(NameOf(link)))
            .Report(
                (link, authors) =>
                    authors.Count > 0
                        ? At(link, $"The name in {link.Address} is like {authors[0].Name} in the author list", link.Address.Text)
                        : At(link, $"The readable part of {link.Address} names an account, a site or a laboratory", link.Address.Text)
            );

    private static readonly HashSet<string> s_groups = new(StringComparer.OrdinalIgnoreCase)
    {
        "lab",
        "labs",
        "group",
        "university",
        "univ",
        "thesis",
        "phd",
        "homepage",
    };

    private static readonly HashSet<string> s_endings = new(StringComparer.OrdinalIgnoreCase)
    {
        "io",
        "com",
        "org",
        "net",
        "edu",
        "dev",
        "me",
        "ai",
    };

    private static bool IsLikeAuthor(WebLink link, AuthorEntry author) =>
        author.Standing is AuthorStanding.Named && AccountNames.IsOf(link.Project.Text, author.Name.Text);

    /// <summary>The name of the repository, without the four characters that the service adds.</summary>
    internal static string NameOf(WebLink link)
    {
        string name = link.Project.Text;
        return name.Length > 5 && name[^5] is '-' && name[^4..].All(char.IsAsciiHexDigit) ? name[..^5] : name;
    }

    private static bool IsOfSomebody(string name)
    {
        bool isSite = name.LastIndexOf('.') is > 1 and var dot && s_endings.Contains(name[(dot + 1)..]);
        string[] words = name.Split('-', '_', '.');
        return isSite || (words.Length > 1 && words.Any(s_groups.Contains));
    }
}
