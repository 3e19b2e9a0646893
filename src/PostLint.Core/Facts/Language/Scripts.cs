using System.Text;

namespace PostLint.Facts.Language;

/// <summary>Letters of a text by script.</summary>
internal static class Scripts
{
    // Blocks of Unicode by their first and last code point, with the language that a text in the script is most often in; where it may be
    // in several, the code is
    // empty and the name that of the script.
    private static readonly (int First, int Last, string Code, string Name)[] s_blocks =
    [
        (0x0370, 0x03FF, "el", "Greek"),
        (0x0400, 0x052F, "ru", "Russian"),
        (0x0530, 0x058F, "hy", "Armenian"),
        (0x0590, 0x05FF, "he", "Hebrew"),
        (0x0600, 0x06FF, "ar", "Arabic"),
        (0x0700, 0x074F, "", "Syriac"),
        (0x0750, 0x077F, "ar", "Arabic"),
        (0x0780, 0x07BF, "dv", "Dhivehi"),
        (0x07C0, 0x07FF, "", "N’Ko"),
        (0x0800, 0x083F, "", "Samaritan"),
        (0x0840, 0x085F, "", "Mandaic"),
        (0x0860, 0x086F, "", "Syriac"),
        (0x0870, 0x08FF, "ar", "Arabic"),
        (0x0900, 0x097F, "hi", "Hindi"),
        (0x0980, 0x09FF, "bn", "Bengali"),
        (0x0A00, 0x0A7F, "pa", "Punjabi"),
        (0x0A80, 0x0AFF, "gu", "Gujarati"),
        (0x0B00, 0x0B7F, "or", "Odia"),
        (0x0B80, 0x0BFF, "ta", "Tamil"),
        (0x0C00, 0x0C7F, "te", "Telugu"),
        (0x0C80, 0x0CFF, "kn", "Kannada"),
        (0x0D00, 0x0D7F, "ml", "Malayalam"),
        (0x0D80, 0x0DFF, "si", "Sinhala"),
        (0x0E00, 0x0E7F, "th", "Thai"),
        (0x0E80, 0x0EFF, "lo", "Lao"),
        (0x0F00, 0x0FFF, "bo", "Tibetan"),
        (0x1000, 0x109F, "my", "Burmese"),
        (0x10A0, 0x10FF, "ka", "Georgian"),
        (0x1100, 0x11FF, "ko", "Korean"),
        (0x1200, 0x139F, "am", "Amharic"),
        (0x13A0, 0x13FF, "chr", "Cherokee"),
        (0x1400, 0x167F, "", "Canadian syllabic"),
        (0x1680, 0x169F, "", "Ogham"),
        (0x16A0, 0x16FF, "", "Runic"),
        (0x1700, 0x171F, "", "Tagalog"),
        (0x1720, 0x177F, "", "Philippine"),
        (0x1780, 0x17FF, "km", "Khmer"),
        (0x1800, 0x18AF, "mn", "Mongolian"),
        (0x18B0, 0x18FF, "", "Canadian syllabic"),
        (0x1900, 0x194F, "", "Limbu"),
        (0x1950, 0x197F, "", "Tai Le"),
        (0x1980, 0x19DF, "", "New Tai Lue"),
        (0x1A00, 0x1A1F, "", "Buginese"),
        (0x1A20, 0x1AAF, "", "Tai Tham"),
        (0x1B00, 0x1B7F, "", "Balinese"),
        (0x1B80, 0x1BBF, "", "Sundanese"),
        (0x1BC0, 0x1BFF, "", "Batak"),
        (0x1C00, 0x1C4F, "", "Lepcha"),
        (0x1C50, 0x1C7F, "sat", "Santali"),
        (0x1C80, 0x1C8F, "ru", "Russian"),
        (0x1C90, 0x1CBF, "ka", "Georgian"),
        (0x1F00, 0x1FFF, "el", "Greek"),
        (0x2C00, 0x2C5F, "", "Glagolitic"),
        (0x2C80, 0x2CFF, "", "Coptic"),
        (0x2D00, 0x2D2F, "ka", "Georgian"),
        (0x2D30, 0x2D7F, "", "Tifinagh"),
        (0x2D80, 0x2DDF, "am", "Amharic"),
        (0x2DE0, 0x2DFF, "ru", "Russian"),
        (0x3040, 0x30FF, "ja", "Japanese"),
        (0x3100, 0x312F, "zh", "Chinese"),
        (0x3130, 0x318F, "ko", "Korean"),
        (0x31A0, 0x31BF, "zh", "Chinese"),
        (0x31F0, 0x31FF, "ja", "Japanese"),
        (0x3400, 0x4DBF, "zh", "Chinese"),
        (0x4E00, 0x9FFF, "zh", "Chinese"),
        (0xA000, 0xA4CF, "ii", "Yi"),
        (0xA4D0, 0xA4FF, "", "Lisu"),
        (0xA500, 0xA63F, "vai", "Vai"),
        (0xA640, 0xA69F, "ru", "Russian"),
        (0xA6A0, 0xA6FF, "", "Bamum"),
        (0xA800, 0xA82F, "", "Syloti Nagri"),
        (0xA840, 0xA87F, "", "Phags-pa"),
        (0xA880, 0xA8DF, "", "Saurashtra"),
        (0xA8E0, 0xA8FF, "hi", "Hindi"),
        (0xA900, 0xA92F, "", "Kayah Li"),
        (0xA930, 0xA95F, "", "Rejang"),
        (0xA960, 0xA97F, "ko", "Korean"),
        (0xA980, 0xA9DF, "", "Javanese"),
        (0xA9E0, 0xA9FF, "my", "Burmese"),
        (0xAA00, 0xAA5F, "", "Cham"),
        (0xAA60, 0xAA7F, "my", "Burmese"),
        (0xAA80, 0xAADF, "", "Tai Viet"),
        (0xAAE0, 0xAAFF, "", "Meetei Mayek"),
        (0xAB00, 0xAB2F, "am", "Amharic"),
        (0xAB70, 0xABBF, "chr", "Cherokee"),
        (0xABC0, 0xABFF, "", "Meetei Mayek"),
        (0xAC00, 0xD7FF, "ko", "Korean"),
        (0xF900, 0xFAFF, "zh", "Chinese"),
        (0xFB13, 0xFB17, "hy", "Armenian"),
        (0xFB1D, 0xFB4F, "he", "Hebrew"),
        (0xFB50, 0xFDFF, "ar", "Arabic"),
        (0xFE70, 0xFEFF, "ar", "Arabic"),
        (0xFF66, 0xFF9F, "ja", "Japanese"),
        (0x104B0, 0x104FF, "", "Osage"),
        (0x16800, 0x16A3F, "", "Bamum"),
        (0x16B00, 0x16B8F, "", "Pahawh Hmong"),
        (0x16F00, 0x16F9F, "", "Miao"),
        (0x1E100, 0x1E14F, "", "Nyiakeng Puachue Hmong"),
        (0x1E900, 0x1E95F, "", "Adlam"),
        (0x20000, 0x323AF, "zh", "Chinese"),
    ];

    /// <summary>The language that the script of most letters stands for; null where most are Latin.</summary>
    /// <param name="text">The text.</param>
    /// <param name="letters">How many letters there are; one of Chinese counts as three, as it says as much.</param>
    public static LanguageGuess? Read(ReadOnlySpan<char> text, out int letters)
    {
        Span<int> counts = stackalloc int[s_blocks.Length + 1]; // the last is of letters in no block of the list
        int latin = 0,
            others = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
                latin += Rune.IsLetter(rune) ? 1 : 0;
            else if (IsLatin(rune.Value))
                latin += Rune.IsLetter(rune) ? 1 : 0;
            else if (BlockOf(rune.Value) is var block && (block < s_blocks.Length || (Rune.IsLetter(rune) && !IsSymbol(rune.Value))))
            {
                int weight = rune.Value is >= 0x3040 and < 0xD7B0 ? 3 : 1;
                counts[block] += weight;
                others += weight;
            }
        }
        letters = latin + others;
        return others * 2 > letters ? Most(counts, others) : null;
    }

    /// <summary>Japanese is written in Chinese letters too, so that its own decide where there are some.</summary>
    private static LanguageGuess Most(ReadOnlySpan<int> counts, int all)
    {
        int most = 0,
            kana = 0;
        for (int i = 0; i < s_blocks.Length; i++)
        {
            if (counts[i] > counts[most])
                most = i;
            if (s_blocks[i].Code is "ja")
                kana += counts[i];
        }
        if (counts[^1] > counts[most])
            return new("", "a language in a rare script");
        (_, _, string code, string name) = s_blocks[most];
        if (code is "zh" && kana * 20 > all)
            return new("ja", "Japanese");
        return new(code, code.Length > 0 ? name : $"a language in {name} script");
    }

    /// <summary>Latin letters: with accents, phonetic, as ligatures, in full width.</summary>
    private static bool IsLatin(int value) =>
        value
            is < 0x370
                or (>= 0x1D00 and < 0x1DC0)
                or (>= 0x1E00 and < 0x1F00)
                or (>= 0x2C60 and < 0x2C80)
                or (>= 0xA720 and < 0xA800)
                or (>= 0xAB30 and < 0xAB70)
                or (>= 0xFB00 and < 0xFB07)
                or (>= 0xFF21 and < 0xFF5B);

    /// <summary>Letters of formulas, and the alphabets that were made for English.</summary>
    private static bool IsSymbol(int value) =>
        value
            is (>= 0x2000 and < 0x2C00)
                or (>= 0x1D400 and < 0x1D800)
                or (>= 0x1EE00 and < 0x1EF00)
                or (>= 0x10400 and < 0x10480)
                or (>= 0xE000 and < 0xF900);

    /// <summary>The block of a code point; one behind the last where it is in none.</summary>
    private static int BlockOf(int value)
    {
        int low = 0,
            high = s_blocks.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (value < s_blocks[middle].First)
                high = middle - 1;
            else if (value > s_blocks[middle].Last)
                low = middle + 1;
            else
                return middle;
        }
        return s_blocks.Length;
    }
}
