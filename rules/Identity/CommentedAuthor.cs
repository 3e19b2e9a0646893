using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The real authors stand in a comment.</summary>
internal sealed class CommentedAuthor : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/commented-author")
        {
            Summary = "The real authors stand in a comment",
            Why = "A comment is not shown on the page, but reviewers read the source and the pull request, and the built page may keep it.",
            Fix = "Delete the commented lines; keep the real author list outside of the submission until the camera-ready version.",
            CodeFix = CodeFixes.DropComment,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<AuthorEntry>(
                by: entry => entry.List,
                where: entry => entry.Origin is AuthorOrigin.Comment && entry.Standing is AuthorStanding.Named
            )
            .Gather<AuthorDetail>(list => list[0].List, detail => detail.List, (list, detail) => detail.Standing is AuthorStanding.Named)
            .Report((list, details) => At(list[0], $"A comment still holds the real author list: {MessageParts.Names(list)}"));
}
