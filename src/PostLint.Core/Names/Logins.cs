using PostLint.Facts;

namespace PostLint.Names;

/// <summary>The logins that people make of their names.</summary>
internal static class Logins
{
    private const int Shortest = 5;

    /// <summary>
    /// Logins that hold the whole name, and such as hold part of it, long enough to tell somebody. They are compared as whole words,
    /// without dots, hyphens and digits.
    /// </summary>
    /// <param name="names">Whose.</param>
    /// <param name="emails">The addresses of the same person.</param>
    public static IEnumerable<(string Login, bool IsWhole)> Of(IReadOnlyList<KnownName> names, IEnumerable<string> emails) =>
        OfName(names)
            .Concat(emails.Select(mail => (Key(mail.Split('@')[0]), true)))
            .Distinct()
            .Where(entry => entry.Item1.Length >= Shortest);

    private static IEnumerable<(string Login, bool IsWhole)> OfName(IReadOnlyList<KnownName> names)
    {
        foreach (NameForm form in names.SelectMany(name => name.Forms).Where(form => form.Given.Count > 0 && !form.IsGuess))
        {
            foreach (
                (string first, string joined, string last, string initials) in ((string, string, string, string)[])
                    [
                        (form.Given[0].Plain, form.JoinedGiven.Plain, form.FullSurname.Plain, Initials(form)),
                        (form.Given[0].Expanded, form.JoinedGiven.Expanded, form.FullSurname.Expanded, Initials(form)),
                    ]
            )
            {
                if (form.Given[0].IsInitial)
                {
                    yield return (initials + last, false);
                    continue;
                }
                foreach (string whole in (string[])[first + last, last + first, joined + last, last + joined])
                    yield return (whole, true);
                foreach (
                    string part in (string[])[first[..1] + last, last + first[..1], initials + last, last + initials, first + last[..1]]
                )
                    yield return (part, false);
            }
        }
    }

    /// <summary>A login as it is compared: letters in lower case; what follows as a number is left out.</summary>
    public static string Key(string login) => string.Concat(login.Where(char.IsLetter)).ToLowerInvariant();

    private static string Initials(NameForm form) => string.Concat(form.Given.Select(part => part.Plain[..1]));
}
