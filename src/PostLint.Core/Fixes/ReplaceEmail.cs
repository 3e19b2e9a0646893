using PostLint.Rules;

namespace PostLint.Fixes;

public static partial class CodeFixes
{
    /// <summary>Puts a placeholder in the place of an e-mail address. Not safe.</summary>
    public static IEnumerable<Fix> ReplaceEmail(FixTarget target) =>
        target.Each(
            (place, _) => new Fix(Message.Of($"Replace the e-mail address by a placeholder"), place, EmailPlaceholder, IsSafe: false)
        );

    /// <summary>What stands for an e-mail address that was taken out.</summary>
    public const string EmailPlaceholder = "[e-mail address removed for review]";
}
