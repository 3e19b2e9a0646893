using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>Comments hold remarks of somebody who stands elsewhere as author or owner.</summary>
internal sealed class CommentSpeaker : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/comment-speaker")
        {
            Summary = "Comments hold remarks of somebody who is named elsewhere as author or owner",
            Why =
                "A name before a colon in a comment is an author’s if it also stands in the author list or belongs "
                + "to a linked account.",
            Fix = "Delete the comments.",
            CodeFix = CodeFixes.DropComment,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CommentedName>(name => !name.IsSure)
            .With<ConfirmedCommenter>(name => ConfirmedCommenter.KeyOf(name.Name), other => ConfirmedCommenter.KeyOf(other.Name))
            .Unless<CommentedName>(Within.File, (name, sure) => sure.IsSure && IsSame(name, sure))
            .Report(name =>
                At(name, $"{name.Name} speaks in a comment, and is named elsewhere as author or owner", name.Name.Text.ToUpperInvariant())
            );

    private static bool IsSame(CommentedName name, CommentedName other) =>
        other.Name.Text.Equals(name.Name.Text, StringComparison.OrdinalIgnoreCase);
}
