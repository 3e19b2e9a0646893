namespace PostLint.Facts;

/// <summary>The words that names of projects and titles are made of.</summary>
internal static class ProjectWords
{
    private const int ShortestWord = 4; // letters; shorter words say little

    // Words that are in many names of projects and in many titles.
    private static readonly HashSet<string> s_common = new(StringComparer.OrdinalIgnoreCase)
    {
        "blog",
        "post",
        "posts",
        "iclr",
        "code",
        "this",
        "that",
        "with",
        "from",
        "your",
        "what",
        "when",
        "about",
        "into",
        "using",
        "2022",
        "2023",
        "2024",
        "2025",
        "2026",
        "learning",
        "deep",
        "neural",
        "network",
        "networks",
        "model",
        "models",
        "paper",
        "github",
        "notebook",
        "notebooks",
        "data",
        "pytorch",
        "python",
        "torch",
    };

    /// <summary>The words of a name or title that say what it is about, in order; a capital within a word begins another.</summary>
    public static IEnumerable<string> Of(string text)
    {
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isBorder = i == text.Length || !char.IsLetterOrDigit(text[i]);
            bool isHump = !isBorder && i > start && char.IsUpper(text[i]) && char.IsLower(text[i - 1]);
            if (!isBorder && !isHump)
                continue;
            if (i - start >= ShortestWord && !s_common.Contains(text[start..i]))
                yield return text[start..i];
            start = isHump ? i : i + 1;
        }
    }
}
