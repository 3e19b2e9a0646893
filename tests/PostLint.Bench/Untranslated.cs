using PostLint.Facts;

namespace PostLint.Bench;

/// <summary>
/// Passages of translated texts that are English still. A word is English if it is three times as frequent in the folder <c>en</c> as in
/// all other folders
/// together; a passage is if such words are two of five. Nothing here knows how PostLint tells languages.
/// </summary>
internal sealed class Untranslated
{
    private const int Times = 3;
    private const double Share = 0.4;
    private const int MinSeen = 5; // in English; rarer words say nothing

    private readonly HashSet<string> _english;

    public Untranslated(string folder)
    {
        Dictionary<string, int> english = [],
            others = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories))
        {
            Dictionary<string, int> counts = Path.GetFileName(Path.GetDirectoryName(file)) is "en" ? english : others;
            foreach (string word in Words(File.ReadAllText(file)))
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }
        double all = english.Values.Sum(count => (long)count),
            rest = Math.Max(1, others.Values.Sum(count => (long)count));
        _english =
        [
            .. english
                .Where(pair => pair.Value >= MinSeen && pair.Value / all > Times * others.GetValueOrDefault(pair.Key) / rest)
                .Select(pair => pair.Key),
        ];
    }

    public bool Is(string passage)
    {
        string[] words = [.. Words(passage)];
        return words.Count(_english.Contains) > Share * words.Length;
    }

    private static IEnumerable<string> Words(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isLetter = i < text.Length && char.IsLetter(text[i]);
            if (isLetter && start < 0)
                start = i;
            if (isLetter || start < 0)
                continue;
            if (i - start > 1)
                yield return text[start..i].ToLowerInvariant();
            start = -1;
        }
    }
}
