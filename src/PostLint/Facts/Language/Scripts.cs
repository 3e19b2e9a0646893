using System.Text;

namespace PostLint.Facts.Language;

/// <summary>Letters of a text by script.</summary>
internal static class Scripts
{
    // Blocks of Unicode by their first and last code point, with the language that a text in the script is most often in.
    private static readonly (int First, int Last, string Code, string Name)[] s_blocks =
    [
        (0x0370, 0x03FF, "el", "Greek"), (0x0400, 0x052F, "ru", "Russian"), (0x0530, 0x058F, "hy", "Armenian"), (0x0590, 0x05FF, "he", "Hebrew"), (0x0600, 0x06FF, "ar", "Arabic"),
        (0x0750, 0x077F, "ar", "Arabic"), (0x0900, 0x097F, "hi", "Hindi"), (0x0980, 0x09FF, "bn", "Bengali"), (0x0A00, 0x0A7F, "pa", "Punjabi"), (0x0A80, 0x0AFF, "gu", "Gujarati"),
        (0x0B80, 0x0BFF, "ta", "Tamil"), (0x0C00, 0x0C7F, "te", "Telugu"), (0x0C80, 0x0CFF, "kn", "Kannada"), (0x0D00, 0x0D7F, "ml", "Malayalam"), (0x0D80, 0x0DFF, "si", "Sinhala"),
        (0x0E00, 0x0E7F, "th", "Thai"), (0x0E80, 0x0EFF, "lo", "Lao"), (0x1000, 0x109F, "my", "Burmese"), (0x10A0, 0x10FF, "ka", "Georgian"), (0x1100, 0x11FF, "ko", "Korean"),
        (0x1200, 0x137F, "am", "Amharic"), (0x1780, 0x17FF, "km", "Khmer"), (0x1F00, 0x1FFF, "el", "Greek"), (0x3040, 0x30FF, "ja", "Japanese"), (0x3130, 0x318F, "ko", "Korean"), (0x3400, 0x4DBF, "zh", "Chinese"),
        (0x4E00, 0x9FFF, "zh", "Chinese"), (0xAC00, 0xD7AF, "ko", "Korean"), (0xFB50, 0xFDFF, "ar", "Arabic"), (0xFE70, 0xFEFF, "ar", "Arabic"), (0x20000, 0x323AF, "zh", "Chinese"),
    ];

    /// <summary>The language that the script of most letters stands for; null where most are Latin.</summary>
    /// <param name="text">The text.</param>
    /// <param name="letters">How many letters there are; one of Chinese counts as three, as it says as much.</param>
    public static LanguageGuess? Read(ReadOnlySpan<char> text, out int letters)
    {
        Span<int> counts = stackalloc int[s_blocks.Length];
        int latin = 0, others = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.IsAscii) latin += Rune.IsLetter(rune) ? 1 : 0;
            else if (rune.Value < 0x250 || rune.Value is >= 0x1E00 and < 0x1F00) latin += Rune.IsLetter(rune) ? 1 : 0;
            else if (BlockOf(rune.Value) is >= 0 and int block)
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
        int most = 0, kana = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > counts[most]) most = i;
            if (s_blocks[i].Code is "ja") kana += counts[i];
        }
        if (s_blocks[most].Code is "zh" && kana * 20 > all) return new("ja", "Japanese");
        return new(s_blocks[most].Code, s_blocks[most].Name);
    }

    private static int BlockOf(int value)
    {
        int low = 0, high = s_blocks.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (value < s_blocks[middle].First) high = middle - 1;
            else if (value > s_blocks[middle].Last) low = middle + 1;
            else return middle;
        }
        return -1;
    }
}
