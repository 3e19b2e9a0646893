namespace PostLint.Facts.Language;

/// <summary>Lingua's models where there are no files beside the program, as in a browser: they are loaded when a text needs them.</summary>
public static class LanguageModels
{
    /// <summary>
    /// Whether a text asked for the models since <see cref="ForgetMissing"/> and they were not there: it was judged by script and words
    /// alone.
    /// </summary>
    public static bool AreMissing => LinguaModels.IsMissed;

    /// <summary>Begins to watch anew whether models are missing.</summary>
    public static void ForgetMissing() => LinguaModels.IsMissed = false;

    /// <summary>Takes the models from one stream.</summary>
    /// <param name="packed">The file that the build of PostLint.Web makes of them.</param>
    /// <exception cref="InvalidDataException">It is broken.</exception>
    public static void Load(Stream packed) => LinguaModels.Take(packed);
}
