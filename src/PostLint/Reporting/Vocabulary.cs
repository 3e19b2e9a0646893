using System.Text.RegularExpressions;
using PostLint.Facts;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Reporting;

/// <summary>
/// Words that the posts of a run use as words, so that they name nobody where a file is called by them: in lower case or with several
/// capitals more than once, with one capital often, or in a title; outside of addresses and of what looks like a person's name.
/// </summary>
internal sealed partial class Vocabulary
{
    private const int Often = 2,
        VeryOften = 4;
    private const int MostText = 1 << 20; // UTF-16 units of a post; names of files do not need more
    private const int Timeout = 1_000; // milliseconds; the pattern is linear, this guards against what nobody thought of
    private const int ShortestPart = 3,
        LongestCompound = 60;
    private const int ShortestStart = 4,
        ShortestMisspelt = 7;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Lazy<string[]> _sorted;

    private Vocabulary() =>
        _sorted = new(() => [.. _counts.Where(word => word.Value >= Often).Select(word => word.Key).Order(StringComparer.Ordinal)]);

    /// <summary>The words of the posts.</summary>
    public static Vocabulary Of(LintRun run)
    {
        var vocabulary = new Vocabulary();
        foreach (SubmittedFile file in run.Results.SelectMany(result => result.Submission.Files))
        {
            if (file is not { Role: FileRole.Post, Text.Text: { } whole })
                continue;
            string text = whole[..Math.Min(whole.Length, MostText)];
            vocabulary.Read(text, VeryOften);
            if (Title().Match(text) is { Success: true } title)
                vocabulary.Read(title.Groups["title"].Value, 1);
        }
        return vocabulary;
    }

    /// <summary>Whether a word in lower case is one of them, or its plural.</summary>
    public bool Contains(string lower) => Has(lower) || (lower.EndsWith('s') && Has(lower[..^1])) || Has(lower + "s");

    /// <summary>Whether a word in lower case is one of them, the beginning of one, or one with a slip of the pen.</summary>
    public bool Explains(string lower)
    {
        if (Contains(lower))
            return true;
        if (lower.Length < ShortestStart)
            return false;
        int at = Array.BinarySearch(_sorted.Value, lower, StringComparer.Ordinal);
        int next = at < 0 ? ~at : at;
        if (next < _sorted.Value.Length && _sorted.Value[next].StartsWith(lower, StringComparison.Ordinal))
            return true;
        return lower.Length >= ShortestMisspelt && _sorted.Value.Any(word => IsSlip(word, lower));
    }

    /// <summary>Whether a word in lower case is made of words that the posts use, none shorter than three letters.</summary>
    public bool IsCompound(string lower)
    {
        if (lower.Length > LongestCompound)
            return false;
        bool[] ends = new bool[lower.Length + 1];
        ends[0] = true;
        for (int end = ShortestPart; end <= lower.Length; end++)
        {
            for (int start = 0; start <= end - ShortestPart && !ends[end]; start++)
                ends[end] = ends[start] && IsUsed(lower[start..end]);
        }
        return ends[lower.Length];
    }

    private bool IsUsed(string part) => _counts.ContainsKey(part) || _counts.ContainsKey(part + "s") || OrdinaryWords.IsJargon(part);

    private bool Has(string lower) => _counts.GetValueOrDefault(lower) >= Often;

    /// <summary>Whether two words differ by a letter, or by two that changed places.</summary>
    private static bool IsSlip(string word, string written)
    {
        if (Math.Abs(word.Length - written.Length) > 1)
            return false;
        int start = word.AsSpan().CommonPrefixLength(written);
        string a = word[start..],
            b = written[start..];
        if (a.Length == b.Length && a.Length > 1)
        {
            bool hasSwapped = a[0] == b[1] && a[1] == b[0] && a.AsSpan(2).SequenceEqual(b.AsSpan(2));
            return hasSwapped || a.AsSpan(1).SequenceEqual(b.AsSpan(1));
        }
        return a.Length > b.Length ? a.AsSpan(1).SequenceEqual(b) : a.Length == b.Length || b.AsSpan(1).SequenceEqual(a);
    }

    /// <summary>
    /// Counts words; one with a single capital counts where its neighbours have none, and the given number of them makes it a word.
    /// </summary>
    private void Read(string text, int capitalsNeeded)
    {
        bool wasCapital = false;
        string? held = null;
        var capitals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Range range in text.AsSpan().SplitAny(" \t\r\n-/"))
        {
            ReadOnlySpan<char> bare = text.AsSpan()[range].Trim("()[]{}\"'“”‘’*_,.;:!?$`#");
            int count = CapitalsOf(bare);
            bool isCapital = count == 1 && bare.Length > 1 && char.IsUpper(bare[0]);
            if (held is not null && !isCapital)
                capitals[held] = capitals.GetValueOrDefault(held) + 1;
            held = isCapital && !wasCapital ? bare.ToString().ToLowerInvariant() : null;
            wasCapital = isCapital;
            if (count < 0 || isCapital || bare.Length > 40)
                continue;
            string word = bare.ToString().ToLowerInvariant();
            int needed = capitalsNeeded == 1 ? Often : 1;
            _counts[word] = _counts.GetValueOrDefault(word) + needed;
        }
        if (held is not null)
            capitals[held] = capitals.GetValueOrDefault(held) + 1;
        foreach ((string word, int times) in capitals.Where(word => word.Value >= capitalsNeeded))
        {
            _counts[word] = _counts.GetValueOrDefault(word) + Math.Max(times, Often);
        }
    }

    /// <summary>How many capitals a word has; -1 for what is no word.</summary>
    private static int CapitalsOf(ReadOnlySpan<char> token)
    {
        int capitals = 0;
        foreach (char c in token)
        {
            if (!char.IsLetter(c))
                return -1;
            if (char.IsUpper(c))
                capitals++;
        }
        return token.Length == 0 ? -1 : capitals;
    }

    [GeneratedRegex("""(?m)^title\s*:(?<title>.*)$""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Title();
}
