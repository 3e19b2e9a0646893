using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A comments widget belongs to an account.</summary>
internal sealed class CommentsWidget : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/comments-widget")
        {
            Summary = "A comments widget belongs to an account",
            Why = "Widgets for comments name the repository or site whose owner they write to.",
            Fix = "Delete the widget.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier => identifier.Kind is IdentifierKind.WidgetRepository)
            .Report(identifier => At(identifier, $"This widget writes to the repository {identifier.Value}", identifier.Value.Text));
}
