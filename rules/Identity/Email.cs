using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>An e-mail address stands in the submission.</summary>
internal sealed class Email : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/email")
        {
            Summary = "An e-mail address stands in the submission",
            Why = "An address names a person, often with the institution; whose it is, a reader can look up.",
            Fix = "Delete it, or replace it by one at example.org if it only serves as an example.",
            CodeFix = CodeFixes.ReplaceEmail,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<EmailAddress>(email =>
                !email.IsPlaceholder && email.Place.Context is not (TextContext.BibliographyField or TextContext.Metadata)
            )
            .Unless<Identifier>(Within.File, (email, identifier) =>
                identifier.Kind is IdentifierKind.ShellPrompt && identifier.Place.Span.Overlaps(email.Place.Span)
            )
            .Unless<Phrase>(Within.Sentence, (email, phrase) =>
                email.Place.Context is not TextContext.Code && phrase.Kind is "contact" or "byline" or "ownership"
            )
            .Report(email => At(email, $"The e-mail address {email.Address} stands here", email.Address.Text));
}
