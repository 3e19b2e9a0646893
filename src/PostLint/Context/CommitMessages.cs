using System.Text.RegularExpressions;
using PostLint.Facts;
using PostLint.Names;

namespace PostLint.Context;

/// <summary>Finds whom the message of a commit names: addresses, and a given name with a family name behind it.</summary>
internal static partial class CommitMessages
{
    // What ends so behind a given name is a thing of the field: Adam Optimizer, Grace Period.
    private static readonly string[] s_things =
    [
        "er",
        "or",
        "ing",
        "ion",
        "ions",
        "ment",
        "ness",
        "ity",
        "ism",
        "ics",
        "ork",
        "orks",
        "od",
    ];

    /// <summary>Names and addresses, in the order of the text.</summary>
    public static IEnumerable<string> NamesIn(string message)
    {
        IEnumerable<Match> names = Name().Matches(message).Where(match => IsPerson(match.Value.Split(' ')));
        return Address().Matches(message).Concat(names).OrderBy(match => match.Index).Select(match => match.Value);
    }

    private static bool IsPerson(string[] words) =>
        NameTables.IsGiven(NameFold.Plain(words[0]))
        && !words.Any(word => NameShapes.IsCommon(word) || NameShapes.IsOrganisation(word))
        && (NameTables.IsSurname(NameFold.Plain(words[^1])) || !s_things.Any(end => words[^1].EndsWith(end, StringComparison.Ordinal)))
        && People.StandingOf(string.Join(' ', words)) is AuthorStanding.Named;

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)? \p{Lu}[\p{L}'’-]+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Name();
}
