namespace PostLint.Fit;

/// <summary>An account of one post, as the product's extractors see it.</summary>
/// <param name="Domain">Which data it is from.</param>
/// <param name="Group">What is left out together: the author of a blog, the edition of a submission.</param>
/// <param name="Post">The post.</param>
/// <param name="Handle">The account, upper case.</param>
/// <param name="IsOwn">Whether it is the authors'.</param>
/// <param name="Mentions">The clues of each mention.</param>
/// <param name="Traits">The clues of the account as a whole.</param>
internal sealed record Case(
    Domain Domain,
    string Group,
    string Post,
    string Handle,
    bool IsOwn,
    IReadOnlyList<string[]> Mentions,
    IReadOnlyList<string> Traits
)
{
    /// <summary>Where it is linked.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];
}

/// <summary>Where a case is from: they differ in how many accounts are the authors' own.</summary>
internal enum Domain
{
    /// <summary>Links of public blogs.</summary>
    Blog,

    /// <summary>Submissions that were read whole.</summary>
    Submission,

    /// <summary>Findings that chairs have decided about: only what was told, so more are right than of all accounts.</summary>
    Decided,
}
