using System.Reflection;
using System.Text;

namespace PostLint.Names;

/// <summary>
/// What is known of names: how common they are, their short forms, and how characters are read. Read when first asked for.
/// </summary>
internal static class NameTables
{
    private const int RareSurname = 13,
        RareGiven = 9,
        CommonGiven = 5;

    private static readonly Lazy<Dictionary<string, int>> s_surnames = new(() =>
        Lines("surnames.txt")
            .SelectMany(line => line[1..].Select(name => (name, int.Parse(line[0], System.Globalization.CultureInfo.InvariantCulture))))
            .DistinctBy(entry => entry.name)
            .ToDictionary()
    );
    private static readonly Lazy<HashSet<string>> s_given = new(() => [.. Lines("given-names.txt").SelectMany(line => line)]);
    private static readonly Lazy<ILookup<string, int>> s_nicknames = new(() =>
        Lines("nicknames.txt").SelectMany((line, i) => line.Select(name => (name, i))).ToLookup(entry => entry.name, entry => entry.i)
    );
    private static readonly Lazy<Dictionary<char, string>> s_pinyin = new(() =>
        Lines("pinyin.txt").SelectMany(line => line[1].Select(c => (c, line[0]))).DistinctBy(entry => entry.c).ToDictionary()
    );

    /// <summary>How many bits a folded surname tells.</summary>
    public static int BitsOfSurname(string surname) => s_surnames.Value.GetValueOrDefault(surname, RareSurname);

    /// <summary>How many bits a folded given name tells.</summary>
    public static int BitsOfGiven(string given) => given.Length < 3 || s_given.Value.Contains(given) ? CommonGiven : RareGiven;

    /// <summary>Whether a folded name is borne as a given name by many.</summary>
    public static bool IsGiven(string name) => s_given.Value.Contains(name) || s_nicknames.Value.Contains(name);

    /// <summary>Whether a folded name is borne as a family name by many.</summary>
    public static bool IsSurname(string name) => s_surnames.Value.ContainsKey(name);

    /// <summary>Whether two folded given names are forms of one.</summary>
    public static bool AreForms(string a, string b) => s_nicknames.Value[a].Intersect(s_nicknames.Value[b]).Any();

    /// <summary>A letter without its marks; null where it has none. The runtime's own tables are left out of the program.</summary>
    public static string? PlainOf(char letter) => s_letters.Value.GetValueOrDefault(letter);

    /// <summary>Whether a folded word may be Mandarin: one syllable, or two or three.</summary>
    public static bool IsMandarin(ReadOnlySpan<char> word, int most = 3)
    {
        if (most == 0)
            return false;
        for (int length = Math.Min(6, word.Length); length > 0; length--)
        {
            if (IsSyllable(word[..length]) && (length == word.Length || IsMandarin(word[length..], most - 1)))
                return true;
        }
        return false;
    }

    /// <summary>How a Han character is read in Mandarin, without tone; null for others.</summary>
    public static string? PinyinOf(char character) => s_pinyin.Value.GetValueOrDefault(character);

    private static bool IsSyllable(ReadOnlySpan<char> word) => s_syllables.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static readonly Lazy<Dictionary<char, string>> s_letters = new(() =>
        Lines("letters.txt").SelectMany(line => line[1].Select(c => (c, line[0]))).DistinctBy(entry => entry.c).ToDictionary()
    );
    private static readonly Lazy<HashSet<string>> s_syllables = new(() => [.. Lines("pinyin.txt").Select(line => line[0])]);

    /// <summary>The institutions: their names, then their domains.</summary>
    public static IEnumerable<string[]> Institutions() =>
        Text("institutions.txt").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('|'));

    private static IEnumerable<string[]> Lines(string name) =>
        Text(name)
            .Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Text(string name)
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Names/{name}")!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
