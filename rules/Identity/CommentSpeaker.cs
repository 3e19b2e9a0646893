using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixing;
using PostLint.Syntax;

namespace PostLint.Rules.Identity;

/// <summary>Comments hold a conversation between named speakers.</summary>
public sealed class CommentSpeaker : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/comment-speaker")
        {
            Summary = "Comments hold a conversation between named speakers",
            Why = "A name before a colon, in more than one comment or also in the author list, is an author talking to another.",
            Fix = "Delete the comments.",
            CodeFix = CodeFixes.DropComment,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CommentedName>(name => !name.IsSure)
            .With<CommentedName>(Within.File, (name, other) => other.Place != name.Place)
            .Unless<CommentedName>(Within.File, (name, sure) =>
                sure.IsSure && sure.Name.Text.Equals(name.Name.Text, StringComparison.OrdinalIgnoreCase)
            )
            .Report(name => At(name, $"Comments hold a conversation in which {name.Name} takes part", name.Name.Text.ToUpperInvariant()));
}
