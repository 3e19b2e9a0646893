using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A name in a comment of which something else says that it is one of somebody who works on the post.</summary>
/// <param name="Name">As written.</param>
/// <param name="Place">Where the comment holds it.</param>
internal sealed record ConfirmedCommenter(Sensitive Name, Place Place) : Fact(Place)
{
    /// <summary>A name in any case, to join by.</summary>
    public static Key KeyOf(Sensitive name) => name.Text.ToUpperInvariant();
}

/// <summary>Concludes that names in comments belong to people who talk with each other.</summary>
internal sealed class ConfirmedByReply : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/confirmed-by-reply")
        {
            Summary = "Comments name several people, one by a usual given name",
            Why = "One word before a colon may be a label; two who are named, one of them as people are called, work together.",
            Fix = "See the comments that are reported.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CommentedName>(name => name.IsSure)
            .With<CommentedName>(Within.File, IsAnother)
            .Conclude(name => new ConfirmedCommenter(name.Name, name.Place));

    private static bool IsAnother(CommentedName name, CommentedName other) =>
        other.IsSure && (name.IsPerson || other.IsPerson) && !other.Name.Text.Equals(name.Name.Text, StringComparison.OrdinalIgnoreCase);
}
