namespace PostLint.Tables;

/// <summary>A person as a cell of an export names one.</summary>
/// <param name="Name">The name, given name first; empty where only an id is known.</param>
/// <param name="Ids">Profiles and e-mail addresses.</param>
/// <param name="Affiliation">The institution; empty where the cell says none.</param>
/// <remarks>
/// Systems write people in many forms: <c>~Ada_Example1</c>, <c>ada@example.edu*</c>, <c>Ada Example (Examplia University)*</c>,
/// <c>Example, Ada</c>; JSON has objects, which <see cref="Table"/> writes as <c>Ada Example &lt;~Ada_Example1&gt;</c>.
/// </remarks>
internal sealed record PersonCell(string Name, IReadOnlyList<string> Ids, string Affiliation)
{
    private static readonly char[] s_between = [';', '\n'];

    /// <summary>All people of a cell.</summary>
    /// <param name="cell">Its text; semicolons or line ends stand between people.</param>
    public static IEnumerable<PersonCell> AllIn(string cell) =>
        cell.Split(s_between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read);

    /// <summary>All that a person may be found by: ids, and the name.</summary>
    public IEnumerable<string> Keys => Name.Length == 0 ? Ids : Ids.Append(Name);

    private static PersonCell Read(string text)
    {
        var ids = new List<string>();
        string affiliation = "",
            rest = text;
        for (int open; (open = rest.IndexOf('<', StringComparison.Ordinal)) >= 0 && rest.IndexOf('>', open) is > 0 and int close; )
        {
            ids.Add(rest[(open + 1)..close].Trim());
            rest = $"{rest[..open]} {rest[(close + 1)..]}";
        }
        // An asterisk marks the person to write to.
        rest = rest.Replace("*", "", StringComparison.Ordinal).Trim();
        if (rest.EndsWith(')') && rest.IndexOf('(', StringComparison.Ordinal) is > 0 and int at)
            (affiliation, rest) = (rest[(at + 1)..^1].Trim(), rest[..at].Trim());
        if (rest.StartsWith('~') || (rest.Contains('@', StringComparison.Ordinal) && !rest.Contains(' ', StringComparison.Ordinal)))
        {
            ids.Add(rest);
            rest = "";
        }
        string[] turned = rest.Split(", ");
        return new(turned.Length == 2 ? $"{turned[1]} {turned[0]}" : rest, ids, affiliation);
    }
}
