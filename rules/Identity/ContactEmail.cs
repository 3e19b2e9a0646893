using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>An e-mail address is given for contact.</summary>
internal sealed class ContactEmail : Rule
{
    private static readonly HashSet<string> s_offices = new(StringComparer.OrdinalIgnoreCase)
    {
        "chair",
        "chairs",
        "organiser",
        "organisers",
        "organizer",
        "organizers",
        "blogpost",
        "blogposts",
        "track",
        "pc",
        "committee",
        "workshop",
        "conference",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/contact-email")
        {
            Summary = "An e-mail address is given for contact",
            Why = "An address given for questions about the post belongs to an author; its domain often names the institution too.",
            Fix = "Leave the address out until the camera-ready version.",
            CodeFix = CodeFixes.ReplaceEmail,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<EmailAddress>(IsCandidate)
            .And<Phrase>(Within.Sentence, (email, phrase) => !phrase.IsQuoted && phrase.Kind is "contact" or "byline" or "ownership")
            .Unless<Phrase>(Within.Sentence, (email, phrase, other) => other.Kind is "others")
            .Report(
                (email, phrase) =>
                    At(
                        email,
                        $"The address {email.Address} is given to reach the authors ({phrase.Quoted}){Doubt(email)}",
                        email.Address.Text
                    )
            );

    private static bool IsCandidate(EmailAddress email) =>
        (!email.IsPlaceholder || email.IsExamplePerson)
        && !IsOfTrack(email.Address.Text)
        && email.Place.Context is not (TextContext.BibliographyField or TextContext.Code or TextContext.Metadata);

    private static Neutral Doubt(EmailAddress email) => new(email.IsExamplePerson ? "; the name looks like a placeholder" : "");

    /// <summary>Chairs and organisers are nobody's authors.</summary>
    private static bool IsOfTrack(string address) => address.Split('@')[0].Split('.', '-', '_', '+').Any(s_offices.Contains);
}
