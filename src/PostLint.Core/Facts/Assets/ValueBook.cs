using System.Text.RegularExpressions;

namespace PostLint.Facts.Assets;

/// <summary>Values of metadata that name nobody: what machines write for everybody. Built once, then only read.</summary>
internal sealed partial class ValueBook
{
    private const int Timeout = 1_000; // milliseconds; the patterns are linear, this guards against what nobody thought of

    private readonly HashSet<string> _generic = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _tools = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _brands = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _makers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _fileWords = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _stock = [];
    private readonly List<string> _profiles = [];

    /// <summary>Reads a list: <c>[generic]</c>, <c>[stock]</c> and <c>[profile]</c> a value a line, <c>[tool]</c>, <c>[brand]</c>,
    /// <c>[maker]</c> and <c>[file-word]</c> by words.</summary>
    /// <exception cref="FormatException">A value stands before the first kind, or there is no such kind.</exception>
    public static ValueBook Read(string list)
    {
        var book = new ValueBook();
        string kind = "";
        foreach (string raw in list.Split('\n'))
        {
            string line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[')
                kind = line;
            else
                book.Add(kind, line);
        }
        return book;
    }

    /// <summary>Whether an account or name is one that machines give to everybody.</summary>
    public bool IsGeneric(string value) =>
        _generic.Contains(value.Trim().TrimEnd('.')) || PlaceholderNames.IsAnybody(value.Trim()) || NumberedUser().IsMatch(value.Trim());

    /// <summary>Whether a value names a program, camera or format.</summary>
    public bool IsTool(string value)
    {
        if (VersionNumber().IsMatch(value))
            return true;
        bool areBrands = true,
            hasBrand = false,
            hasMaker = false;
        foreach (Range range in value.AsSpan().SplitAny(" ,;()/:"))
        {
            ReadOnlySpan<char> word = value.AsSpan()[range].Trim(".®™");
            if (word.IsEmpty)
                continue;
            if (_tools.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
                return true;
            bool isBrand = _brands.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word),
                isMaker = _makers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
            hasBrand |= isBrand;
            hasMaker |= isMaker;
            areBrands &= isBrand || isMaker || char.IsAsciiDigit(word[0]);
        }
        return hasBrand && (areBrands || hasMaker);
    }

    /// <summary>Whether a word is one of those that names of files are made of, and no name.</summary>
    public bool IsFileWord(string word) => _fileWords.Contains(word) || (word.EndsWith('s') && _fileWords.Contains(word[..^1]));

    /// <summary>Whether a value names an agency or collection whose photographers are credited.</summary>
    public bool IsStock(string value) => _stock.Exists(name => value.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a colour profile is a standard, or one that every device of a kind has.</summary>
    public bool IsStandardProfile(string value) =>
        _profiles.Exists(name =>
            value.StartsWith(name, StringComparison.OrdinalIgnoreCase) || value.Equals(name, StringComparison.OrdinalIgnoreCase)
        )
        || value.Contains("sRGB", StringComparison.OrdinalIgnoreCase)
        || !value.Any(char.IsAsciiDigit);

    private void Add(string kind, string line)
    {
        switch (kind)
        {
            case "[generic]":
                _generic.Add(line.TrimEnd('.'));
                break;
            case "[tool]":
                _tools.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                break;
            case "[brand]":
                _brands.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                break;
            case "[maker]":
                _makers.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                break;
            case "[file-word]":
                _fileWords.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                break;
            case "[stock]":
                _stock.Add(line);
                break;
            case "[profile]":
                _profiles.Add(line);
                break;
            default:
                throw new FormatException($"“{line}” stands under no known kind.");
        }
    }

    // What office programs and images of systems write: “WPS_1649912345”, “User 2”, “PC-12”, “DESKTOP-8F3KQ2L”.
    [GeneratedRegex(
        """
            ^(?:WPS_\d{6,}|(?:user|utilisateur|benutzer|usuario|admin|pc|laptop|guest|author|student|client|computer)[\ _-]?\d{1,6}
                |(?:DESKTOP|LAPTOP|WIN|PC)-[A-Z0-9]{6,11})$
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        Timeout
    )]
    private static partial Regex NumberedUser();

    [GeneratedRegex("""(?<![\w.])[vV]?\d+\.\d+(?:\.\d+)*""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex VersionNumber();
}
