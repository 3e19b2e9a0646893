using PostLint.Engine;
using PostLint.Facts;
using PostLint.Facts.Language;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A comment is written in another language than English.</summary>
internal sealed class CommentLanguage : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/comment-language")
        {
            Summary = "A comment is written in another language than English",
            Why = "What authors remark to each other in their own language tells where they come from, and often whom they speak to.",
            Fix = "Delete the comment.",
            CodeFix = CodeFixes.DropComment,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<ForeignRemark>()
            .Unless<Passage>(Within.File, (remark, passage) => passage.Language.Text == remark.Language.Text)
            .Unless<PassageClue>(Within.Block)
            .Unless<AuthorEntry>(Within.Block)
            .Report(remark => At(remark, $"This comment is written in {remark.Language}"));
}
