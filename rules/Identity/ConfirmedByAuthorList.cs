using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>Concludes that a name in a comment is one of the author list’s.</summary>
internal sealed class ConfirmedByAuthorList : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/confirmed-by-author-list")
        {
            Summary = "A name in a comment also stands in an author list",
            Why = "Who remarks on the post and stands among its authors is one of them.",
            Fix = "See the comments that are reported.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CommentedName>()
            .With<AuthorEntry>((name, author) => author.Standing is AuthorStanding.Named && IsPartOf(name.Name.Text, author.Name.Text))
            .Conclude(name => new ConfirmedCommenter(name.Name, name.Place));

    private static bool IsPartOf(string name, string author) =>
        author.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Contains(name.Split(' ')[0], StringComparer.OrdinalIgnoreCase);
}
