using System.Buffers;
using PostLint.Facts;
using PostLint.Facts.Language;
using PostLint.Rules;

namespace PostLint.Bench;

/// <summary>
/// How often passages are found not to be English, and named rightly, by language and length. Reads FOLDER/&lt;code&gt;/*.txt with passages
/// between blank lines;
/// a seeded sample of each language and length is judged, without what is not translated (see <see cref="Untranslated"/>). The folder
/// <c>en</c> holds English, of which none may be found; a code ending in <c>-latn</c> is romanised text.
/// </summary>
internal static class Languages
{
    private const int Sample = 200; // passages a language and length
    private const int EnglishSample = 20_000;
    private const int SameStart = 24; // passages that begin with as many equal characters are one sentence of a form, and count once
    private const int MinLetters = 40; // as many as a passage needs to be one, where scripts say nothing

    private static readonly SearchValues<char> s_marks = SearchValues.Create("_/=\\|<>{}[]@$");

    private static readonly (string Name, int From, int To)[] s_lengths =
    [
        ("40-80", 40, 80),
        ("80-160", 80, 160),
        ("more", 160, int.MaxValue),
    ];

    public static int Print(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine("There is no such folder.");
            return 2;
        }
        LanguageDetector detector = Extractors.Languages(Resource.Read);
        var untranslated = new Untranslated(folder);
        var random = new Random(20260427);
        var all = new Tally[s_lengths.Length];
        var romanised = new Tally();
        Console.WriteLine("language  length   passages   found %   named %");
        foreach (string language in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            string code = Path.GetFileName(language);
            string[] passages =
            [
                .. Directory
                    .EnumerateFiles(language, "*.txt")
                    .Order(StringComparer.Ordinal)
                    .SelectMany(file => File.ReadAllText(file).Split("\n\n"))
                    .Select(text => text.Trim())
                    .Where(IsProse),
            ];
            passages =
            [
                .. passages
                    .Where(text => code is "en" || !untranslated.Is(text))
                    .DistinctBy(text => text[..Math.Min(SameStart, text.Length)]),
            ];
            for (int i = 0; i < s_lengths.Length; i++)
            {
                string[] sample = [.. passages.Where(text => text.Length >= s_lengths[i].From && text.Length < s_lengths[i].To)];
                random.Shuffle(sample);
                Tally tally = Judge(detector, code, sample.Take(code is "en" ? EnglishSample : Sample));
                if (code.EndsWith("-latn", StringComparison.Ordinal))
                    romanised += tally;
                else if (code is not "en")
                    all[i] += tally;
                Console.WriteLine($"{code, -10}{s_lengths[i].Name, -8}{tally}");
            }
        }
        for (int i = 0; i < all.Length; i++)
            Console.WriteLine($"{"all", -10}{s_lengths[i].Name, -8}{all[i]}");
        Console.WriteLine($"{"all", -10}{"", -8}{all.Aggregate((one, other) => one + other)}\nromanised {"", -8}{romanised}");
        return 0;
    }

    private static bool IsProse(string text) =>
        text.Count(char.IsLetter) >= MinLetters && LanguageDetector.IsProse(text) && !IsSynopsis(text);

    /// <summary>Commands, options, entries of changelogs: what begins with a mark, or has one in every fourth word.</summary>
    private static bool IsSynopsis(string text)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return "-[<$/|*#+%\\.&@".Contains(text[0], StringComparison.Ordinal)
            || words.Count(word => word[0] is '-' || word.AsSpan().ContainsAny(s_marks)) * 4 > words.Length;
    }

    private static Tally Judge(LanguageDetector detector, string code, IEnumerable<string> passages)
    {
        var tally = new Tally();
        foreach (string passage in passages)
        {
            LanguageGuess? guess = detector.Detect(passage);
            if (Environment.GetEnvironmentVariable("POSTLINT_SHOW") == code && guess?.Code != code[..2])
                Console.WriteLine($"    {guess?.Code ?? "--"} {passage}");
            tally += new Tally(1, guess is null ? 0 : 1, guess?.Code == code[..2] ? 1 : 0);
        }
        return tally;
    }

    private readonly record struct Tally(int Passages, int Found, int Named)
    {
        public static Tally operator +(Tally one, Tally other) =>
            new(one.Passages + other.Passages, one.Found + other.Found, one.Named + other.Named);

        public override string ToString() =>
            $"{Passages, 9}{100.0 * Found / Math.Max(Passages, 1), 10:f1}{100.0 * Named / Math.Max(Passages, 1), 10:f1}";
    }
}
