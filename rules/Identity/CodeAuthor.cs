using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>Code names its author.</summary>
internal sealed class CodeAuthor : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/code-author")
        {
            Summary = "Code names its author",
            Why = "Headers, docstrings and commit trailers name whoever wrote them.",
            Fix = "Delete the line if the author is one of you.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier => identifier.Kind is IdentifierKind.CodeAuthor)
            .Report(identifier => At(identifier, $"This line names {identifier.Value} as author", identifier.Value.Text));
}
