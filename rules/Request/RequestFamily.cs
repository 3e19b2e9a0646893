using PostLint.Engine;

namespace PostLint.Rules.Request;

/// <summary>The family request: what a pull request does beside handing in its post.</summary>
internal static class RequestFamily
{
    /// <summary>Its rules, by name.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new CommitAuthor(),
        new CommitTimeZone(),
        new HtmlPost(),
        new LargeFile(),
        new MisplacedPost(),
        new MissingThread(),
        new NameNotSlug(),
        new NoPost(),
        new OtherEdition(),
        new OtherFile(),
        new OtherPost(),
        new PastLeak(),
        new SeveralPosts(),
        new SiteChange(),
        new Submodule(),
        new SymbolicLink(),
        new UntickedBox(),
        new WrongTitle(),
    ];
}
