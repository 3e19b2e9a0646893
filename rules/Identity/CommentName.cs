using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A comment names somebody who works on the post.</summary>
internal sealed class CommentName : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/comment-name")
        {
            Summary = "A comment names somebody who works on the post",
            Why =
                "Greetings, signatures and speakers in a conversation between authors are names of authors, though the page "
                + "does not show them.",
            Fix = "Delete the comment.",
            CodeFix = CodeFixes.DropComment,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CommentedName>(name => name.IsSure)
            .With<ConfirmedCommenter>(name => ConfirmedCommenter.KeyOf(name.Name), other => ConfirmedCommenter.KeyOf(other.Name))
            .Report(name =>
                At(name, $"This comment names {name.Name} as {MessageParts.Role(name.Kind)}", name.Name.Text.ToUpperInvariant())
            );
}
