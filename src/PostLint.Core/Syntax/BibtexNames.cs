using System.Text;

namespace PostLint.Syntax;

/// <summary>Reads the names in an author or editor field.</summary>
internal static class BibtexNames
{
    /// <summary>The names in their order as they are printed: given name first, accents decoded. <c>others</c> is no name.</summary>
    /// <param name="field">The content of the field, without its outer braces.</param>
    public static IReadOnlyList<string> Split(ReadOnlySpan<char> field)
    {
        var names = new List<string>();
        int start = 0;
        int depth = 0;
        for (int at = 0; at < field.Length; at++)
        {
            depth += field[at] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth > 0 || !IsAnd(field, at))
                continue;
            Add(names, field[start..at]);
            start = at + 4;
            at += 3;
        }
        Add(names, field[Math.Min(start, field.Length)..]);
        return names;
    }

    private static bool IsAnd(ReadOnlySpan<char> field, int at) =>
        at + 4 < field.Length
        && char.IsWhiteSpace(field[at])
        && char.IsWhiteSpace(field[at + 4])
        && field.Slice(at + 1, 3).Equals("and", StringComparison.OrdinalIgnoreCase);

    private static void Add(List<string> names, ReadOnlySpan<char> name)
    {
        name = name.Trim();
        if (name.IsEmpty || name is "others")
            return;
        int comma = FindComma(name);
        string printed = comma < 0 ? Print(name) : Reorder(name[..comma], name[(comma + 1)..]);
        if (printed.Length > 0)
            names.Add(printed);
    }

    /// <summary><c>von Last, First</c> or <c>von Last, Jr, First</c>.</summary>
    private static string Reorder(ReadOnlySpan<char> last, ReadOnlySpan<char> rest)
    {
        int comma = FindComma(rest);
        string given = Print(rest[(comma + 1)..]);
        string suffix = comma < 0 ? "" : Print(rest[..comma]);
        return string.Join(' ', ((string[])[given, Print(last), suffix]).Where(part => part.Length > 0));
    }

    private static int FindComma(ReadOnlySpan<char> name)
    {
        int depth = 0;
        for (int at = 0; at < name.Length; at++)
        {
            depth += name[at] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth <= 0 && name[at] is ',')
                return at;
        }
        return -1;
    }

    private static string Print(ReadOnlySpan<char> part)
    {
        var printed = new StringBuilder(part.Length);
        foreach (char unit in LatexText.Decode(part))
        {
            if (!char.IsWhiteSpace(unit))
                printed.Append(unit);
            else if (printed.Length > 0 && printed[^1] is not ' ')
                printed.Append(' ');
        }
        return printed.ToString().TrimEnd();
    }
}
