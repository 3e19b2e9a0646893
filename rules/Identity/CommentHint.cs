using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A comment may name somebody who works on the post.</summary>
internal sealed class CommentHint : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/comment-hint")
        {
            Summary = "A comment may name somebody who works on the post",
            Why =
                "A name before a remark, in a to-do or after a greeting is usually an author’s; it may also be a "
                + "label or somebody else.",
            Fix = "Delete the comment.",
            CodeFix = CodeFixes.DropComment,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CommentedName>()
            .Unless<ConfirmedCommenter>(name => ConfirmedCommenter.KeyOf(name.Name), other => ConfirmedCommenter.KeyOf(other.Name))
            .Gather<CommentedName>(Within.File, IsAnotherLabel)
            .Where((name, others) => name.IsSure || others.Count > 0)
            .Report(
                (name, others) =>
                    At(name, $"This comment seems to name {name.Name} as {MessageParts.Role(name.Kind)}", name.Name.Text.ToUpperInvariant())
            );

    /// <summary>One word before a colon is a label; of two, each makes the other a name.</summary>
    private static bool IsAnotherLabel(CommentedName name, CommentedName other) =>
        !name.IsSure && (!other.IsSure || other.IsPerson) && !other.Name.Text.Equals(name.Name.Text, StringComparison.OrdinalIgnoreCase);
}
