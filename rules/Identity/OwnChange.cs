using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A link into a repository tells what the authors did there.</summary>
internal sealed class OwnChange : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-change")
        {
            Summary = "A link into a repository tells what the authors did there",
            Why = "A line or commit that is shown as what “we” did was written by the authors, and the repository shows their account.",
            Fix = "Link an anonymous copy, or leave the link out until the camera-ready version.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(IsOwn)
            .Report(link =>
                At(
                    link,
                    $"The words of this link tell what the authors did, and it leads to {MessageParts.Target(link)}",
                    link.Address.Text
                )
            );

    /// <summary>Whether the link's words act in the first person and its address is a line, file or commit.</summary>
    internal static bool IsOwn(WebLink link) => link.IsActing && IsDeep(link) && OwnLink.IsCandidate(link);

    /// <summary>A link to a line, file or commit within a repository, as one gives to show what oneself has done.</summary>
    private static bool IsDeep(WebLink link) =>
        link.Address.Text.Contains("/blob/", StringComparison.Ordinal)
        || link.Address.Text.Contains("/tree/", StringComparison.Ordinal)
        || link.Address.Text.Contains("/commit/", StringComparison.Ordinal);
}
