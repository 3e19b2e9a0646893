using PostLint.Rules;

namespace PostLint.Fixes;

public static partial class CodeFixes
{
    /// <summary>Puts a placeholder in the place of an address. Not safe: the link leads nowhere until it is brought back.</summary>
    public static IEnumerable<Fix> ReplaceLink(FixTarget target) =>
        target.Each(
            (place, tree) =>
                Slice(place, tree) is var address
                && (address.StartsWith("http", StringComparison.OrdinalIgnoreCase) || address.StartsWith("//", StringComparison.Ordinal))
                    ? new Fix(Message.Of($"Replace the address by a placeholder"), place, LinkPlaceholder, IsSafe: false)
                    : null
        );

    /// <summary>What stands for an address that was taken out.</summary>
    public const string LinkPlaceholder = "#link-removed-for-review";
}
