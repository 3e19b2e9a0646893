using Lingua;

namespace PostLint.Facts.Language;

/// <summary>Lingua with its smallest models, those of letter triples. Loaded at the first call; texts that script and words decide never come here.</summary>
internal static class LinguaModels
{
    private const double MinConfidence = 0.8, MaxEnglish = 0.05;     // measured: below, English word lists and names begin to be taken for other languages

    private static readonly (string Code, Lingua.Language Language)[] s_languages =
    [
        ("en", Lingua.Language.English), ("fr", Lingua.Language.French), ("de", Lingua.Language.German), ("es", Lingua.Language.Spanish), ("it", Lingua.Language.Italian),
        ("pt", Lingua.Language.Portuguese), ("nl", Lingua.Language.Dutch), ("sv", Lingua.Language.Swedish), ("da", Lingua.Language.Danish), ("nb", Lingua.Language.Bokmal),
        ("fi", Lingua.Language.Finnish), ("hu", Lingua.Language.Hungarian), ("pl", Lingua.Language.Polish), ("cs", Lingua.Language.Czech), ("sk", Lingua.Language.Slovak),
        ("sl", Lingua.Language.Slovene), ("hr", Lingua.Language.Croatian), ("ro", Lingua.Language.Romanian), ("tr", Lingua.Language.Turkish), ("id", Lingua.Language.Indonesian),
        ("vi", Lingua.Language.Vietnamese), ("ca", Lingua.Language.Catalan), ("et", Lingua.Language.Estonian), ("lt", Lingua.Language.Lithuanian), ("lv", Lingua.Language.Latvian),
    ];

    private static readonly Lazy<LanguageDetectorBuilder> s_builder = new(() => LanguageDetectorBuilder.FromLanguages([.. s_languages.Select(pair => pair.Language)]).WithLowAccuracyMode());
    private static readonly Lazy<Lingua.LanguageDetector> s_detector = new(() => s_builder.Value.Build());

    // Read from files beside the program; a program that was copied without them still tells languages by script and words.
    private static readonly bool s_isInstalled = s_languages.All(pair => File.Exists(Path.Combine(AppContext.BaseDirectory, "Lingua", "LanguageModels", pair.Code, "trigrams.json.br")));

    /// <summary>Whether the models were needed so far.</summary>
    public static bool IsLoaded => s_detector.IsValueCreated;

    /// <summary>The language of a text; null where it is likely English, none is likely, or the models are not installed.</summary>
    public static LanguageGuess? Detect(ReadOnlySpan<char> text)
    {
        if (!s_isInstalled) return null;
        IReadOnlyDictionary<Lingua.Language, double> values = s_detector.Value.ComputeLanguageConfidenceValues(text.ToString());
        if (values.GetValueOrDefault(Lingua.Language.English) > MaxEnglish) return null;
        (string code, Lingua.Language best) = s_languages.MaxBy(pair => values.GetValueOrDefault(pair.Language));
        return values.GetValueOrDefault(best) < MinConfidence ? null : new(code, code is "nb" ? "Norwegian" : code is "sl" ? "Slovenian" : best.ToString());
    }

    /// <summary>Which of two languages a text is in; null where the models do not know both or are not installed.</summary>
    public static string? Between(ReadOnlySpan<char> text, string first, string second)
    {
        if (!s_isInstalled || !s_languages.Any(pair => pair.Code == first) || !s_languages.Any(pair => pair.Code == second)) return null;
        IReadOnlyDictionary<Lingua.Language, double> values = s_detector.Value.ComputeLanguageConfidenceValues(text.ToString());
        double one = values.GetValueOrDefault(s_languages.First(pair => pair.Code == first).Language), other = values.GetValueOrDefault(s_languages.First(pair => pair.Code == second).Language);
        return one >= other ? first : second;
    }
}
