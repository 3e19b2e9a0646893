namespace PostLint.Facts.Language;

/// <summary>Which language a text is believed to be written in.</summary>
/// <param name="Code">ISO 639 code; empty where only the script is known.</param>
/// <param name="Name">Its English name, such as “French”, “Chinese (romanised)” or, where only the script is known, “a language in Syriac
/// script”.</param>
internal sealed record LanguageGuess(string Code, string Name);
