using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>Concludes that a full name in a comment is somebody’s.</summary>
internal sealed class ConfirmedByFullName : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/confirmed-by-full-name")
        {
            Summary = "A comment is spoken or signed by somebody with given and family name",
            Why = "A given name with a family name behind it is no label.",
            Fix = "See the comments that are reported.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern => When<CommentedName>(IsFull).Conclude(name => new ConfirmedCommenter(name.Name, name.Place));

    private static bool IsFull(CommentedName name) =>
        name.IsSure
        && name.IsPerson
        && name.Kind is CommentNameKind.Signature or CommentNameKind.Speaker
        && name.Name.Text.Contains(' ', StringComparison.Ordinal);
}
