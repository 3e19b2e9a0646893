using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Identity;

/// <summary>The authors of a work in the bibliography, taken apart once.</summary>
/// <param name="Names">Their names.</param>
/// <param name="Families">The letters of the last part of each.</param>
/// <param name="Place">The entry.</param>
internal sealed record CitedAuthors(IReadOnlyList<string> Names, IReadOnlyList<string> Families, Place Place) : Fact(Place)
{
    /// <summary>Whether an account is made of the name of one of them.</summary>
    public bool HasLogin(string account)
    {
        string letters = AccountNames.LettersOf(account);
        for (int i = 0; i < Names.Count; i++)
        {
            bool canBe = Families[i].Length >= 4 && letters.Contains(Families[i], StringComparison.Ordinal);
            if (canBe && AccountNames.IsOf(account, Names[i]))
                return true;
        }
        return false;
    }
}

/// <summary>Concludes who wrote the works of the bibliography.</summary>
internal sealed class AuthorsOfCited : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/authors-of-cited")
        {
            Summary = "A work of the bibliography has authors",
            Why = "Accounts are compared with the authors of cited works.",
            Fix = "See the links that are reported.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern => When<Publication>().Conclude(work => Of(work.Authors, work.Place));

    private static CitedAuthors Of(IReadOnlyList<string> names, Place place) =>
        new(names, [.. names.Select(name => AccountNames.LettersOf(name.AsSpan(name.LastIndexOf(' ') + 1)))], place);
}
