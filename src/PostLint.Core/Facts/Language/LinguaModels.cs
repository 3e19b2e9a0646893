using Lingua;

namespace PostLint.Facts.Language;

/// <summary>
/// Lingua with its smallest models, those of letter triples. Loaded at the first call; texts that script and words decide never come here.
/// </summary>
internal static class LinguaModels
{
    private const double MinConfidence = 0.8,
        MaxEnglish = 0.05; // measured: below, English word lists and names begin to be taken for other languages
    private const double MaxEnglishOfStrange = 0.3; // of prose without English words, which may be in a language without a model
    private const double MinSupported = 0.4; // where letters or a word speak for the language too
    private const double MinTogether = 0.9,
        MaxEnglishOfPair = 0.01; // of two neighbouring languages between which the triples cannot tell

    private static readonly (string Code, Lingua.Language Language)[] s_languages =
    [
        ("en", Lingua.Language.English),
        ("fr", Lingua.Language.French),
        ("de", Lingua.Language.German),
        ("es", Lingua.Language.Spanish),
        ("it", Lingua.Language.Italian),
        ("pt", Lingua.Language.Portuguese),
        ("nl", Lingua.Language.Dutch),
        ("sv", Lingua.Language.Swedish),
        ("da", Lingua.Language.Danish),
        ("nb", Lingua.Language.Bokmal),
        ("fi", Lingua.Language.Finnish),
        ("hu", Lingua.Language.Hungarian),
        ("pl", Lingua.Language.Polish),
        ("cs", Lingua.Language.Czech),
        ("sk", Lingua.Language.Slovak),
        ("sl", Lingua.Language.Slovene),
        ("hr", Lingua.Language.Croatian),
        ("ro", Lingua.Language.Romanian),
        ("tr", Lingua.Language.Turkish),
        ("id", Lingua.Language.Indonesian),
        ("vi", Lingua.Language.Vietnamese),
        ("ca", Lingua.Language.Catalan),
        ("et", Lingua.Language.Estonian),
        ("lt", Lingua.Language.Lithuanian),
        ("lv", Lingua.Language.Latvian),
    ];

    private static readonly Lazy<LanguageDetectorBuilder> s_builder = new(() =>
        LanguageDetectorBuilder.FromLanguages([.. s_languages.Select(pair => pair.Language)]).WithLowAccuracyMode()
    );
    private static readonly Lazy<Lingua.LanguageDetector> s_detector = new(() => s_builder.Value.Build());

    // Read from files beside the program; a program that was copied without them still tells languages by script and words.
    private static readonly bool s_isInstalled = s_languages.All(pair =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, "Lingua", "LanguageModels", pair.Code, "trigrams.json.br"))
    );

    private static long s_uses;
    private static volatile bool s_isGiven,
        s_isMissed;

    /// <summary>How often the models were asked so far.</summary>
    public static long Uses => Interlocked.Read(ref s_uses);

    /// <summary>Whether the models were needed so far.</summary>
    public static bool IsLoaded => s_detector.IsValueCreated;

    /// <summary>Whether a text asked for the models and they were not there.</summary>
    public static bool IsMissed
    {
        get => s_isMissed;
        set => s_isMissed = value;
    }

    /// <summary>Takes the models from one stream, where they are no files; see LinguaModelFile.</summary>
    /// <exception cref="InvalidDataException">It is broken.</exception>
    public static void Take(Stream packed)
    {
        LinguaModelFile.Read(packed, [.. s_languages]);
        s_isGiven = true;
    }

    /// <summary>The language of a text; null where it is likely English, none is likely, or the models are not installed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isAccented">Whether it has more letters with accents than English texts have.</param>
    /// <param name="isStrange">Whether it is prose that has hardly any English word: then it is in some language, though nobody can say
    /// which.</param>
    /// <param name="hasWord">Whether it has a function word of the language of a code.</param>
    public static LanguageGuess? Detect(ReadOnlySpan<char> text, bool isAccented, bool isStrange, Func<string, bool> hasWord)
    {
        if (Confidences(text) is not { } values || values["en"] > (isStrange ? MaxEnglishOfStrange : MaxEnglish))
            return null;
        (string best, double highest) = values.MaxBy(pair => pair.Value);
        double next = values.Where(pair => pair.Key != best).Max(pair => pair.Value);
        bool isSupported = highest >= MinSupported && (isAccented || hasWord(best));
        bool isOneOfTwo = highest + next >= MinTogether && values["en"] <= MaxEnglishOfPair;
        bool isNamed = values["en"] <= MaxEnglish && (highest >= MinConfidence || isSupported || isOneOfTwo);
        return isNamed ? new(best, NameOf(best))
            : isStrange ? new("", "a language other than English")
            : null;
    }

    /// <summary>
    /// How likely each language is by the letter triples of a text, from 0 to 1; null where the models are not installed.
    /// </summary>
    public static Dictionary<string, double>? Confidences(ReadOnlySpan<char> text)
    {
        if (!s_isInstalled && !s_isGiven)
        {
            s_isMissed = true;
            return null;
        }
        Interlocked.Increment(ref s_uses);
        IReadOnlyDictionary<Lingua.Language, double> values = s_detector.Value.ComputeLanguageConfidenceValues(text.ToString());
        return s_languages.ToDictionary(pair => pair.Code, pair => values.GetValueOrDefault(pair.Language), StringComparer.Ordinal);
    }

    private static string NameOf(string code) =>
        code switch
        {
            "nb" => "Norwegian",
            "sl" => "Slovenian",
            _ => s_languages.First(pair => pair.Code == code).Language.ToString(),
        };
}
