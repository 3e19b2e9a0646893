using System.Collections.Frozen;
using System.Reflection;

namespace PostLint.Reporting;

/// <summary>Words that name nobody by themselves: English, the field's own, and what files and metadata are called. Read once, when first asked.</summary>
internal static class OrdinaryWords
{
    private const int ShortestHalf = 3;
    private const int LongestCompound = 60;

    private static readonly Lazy<FrozenSet<string>> s_english = new(() => Read("english.txt"));
    private static readonly Lazy<FrozenSet<string>> s_jargon = new(() => Read("jargon.txt"));
    private static readonly string[] s_prefixes = ["anti", "auto", "cross", "counter", "hyper", "inter", "meta", "micro", "mini", "multi", "non", "over", "post", "pre", "pseudo", "quasi",
        "re", "self", "semi", "sub", "super", "trans", "ultra", "un", "under"];

    /// <summary>Whether a word, in any case, is one of them; also its plural, with a prefix, and a word of the field joined with another.</summary>
    public static bool Contains(string word)
    {
        string lower = word.ToLowerInvariant();
        if (IsListed(lower)) return true;
        if (lower.EndsWith('s') && IsListed(lower[..^1])) return true;
        if (s_prefixes.Any(prefix => lower.Length >= prefix.Length + 4 && lower.StartsWith(prefix, StringComparison.Ordinal) && IsListed(lower[prefix.Length..]))) return true;
        if (lower.Length > ShortestHalf + 2 && (s_jargon.Value.Contains(lower[2..]) || s_jargon.Value.Contains(lower[1..]))) return true;
        return IsJoined(lower);
    }

    /// <summary>Whether a word is made of some of them, none shorter than three letters.</summary>
    public static bool IsCompound(string word)
    {
        string lower = word.ToLowerInvariant();
        if (lower.Length > LongestCompound) return false;
        bool[] ends = new bool[lower.Length + 1];
        ends[0] = true;
        for (int end = ShortestHalf; end <= lower.Length; end++)
        {
            for (int start = 0; start <= end - ShortestHalf && !ends[end]; start++) ends[end] = ends[start] && IsListed(lower[start..end]);
        }
        return ends[lower.Length];
    }

    /// <summary>Two words in one, such as a kind of picture behind what it shows. Two words of English alone may be a login.</summary>
    private static bool IsJoined(string word)
    {
        for (int at = ShortestHalf; at <= word.Length - ShortestHalf; at++)
        {
            string first = word[..at], second = word[at..];
            if (s_jargon.Value.Contains(first) && IsListed(second)) return true;
            if (s_jargon.Value.Contains(second) && IsListed(first)) return true;
        }
        return false;
    }

    private static bool IsListed(string word) => s_english.Value.Contains(word) || s_jargon.Value.Contains(word);

    private static FrozenSet<string> Read(string name)
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Reporting/{name}")!;
        using var reader = new StreamReader(resource);
        var words = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#')) words.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
