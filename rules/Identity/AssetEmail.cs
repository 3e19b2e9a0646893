using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of a file hold an e-mail address.</summary>
internal sealed class AssetEmail : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-email")
        {
            Summary = "The metadata of a file hold an e-mail address",
            Why = "An e-mail address belongs to a person, and its domain to an institution.",
            Fix = "Remove the metadata, for instance with postlint fix, or export the file again without it.",
            CodeFix = CodeFixes.CleanMetadata,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<EmailAddress>(email => email.Place.Context is TextContext.Metadata && !email.IsPlaceholder)
            .Report(email => At(email, $"The metadata hold the e-mail address {email.Address}", email.Address.Text.ToUpperInvariant()));
}
