namespace PostLint.Rules.Scope;

/// <summary>How long the posts of past editions were.</summary>
internal static class PastPosts
{
    /// <summary>
    /// Words of prose below which so many percent of the submissions of 2022 to 2024 stayed, code and mathematics not counted;
    /// measured on the public pull requests of these editions.
    /// </summary>
    private static readonly (int Percent, int Words)[] s_quantiles =
    [
        (0, 0),
        (5, 1_174),
        (10, 1_337),
        (25, 2_033),
        (50, 2_868),
        (75, 4_217),
        (90, 5_736),
        (95, 7_027),
        (100, 27_101),
    ];

    /// <summary>How many percent of past posts are shorter, 0 to 100; between the measured quantiles by the straight line.</summary>
    /// <param name="words">Words of prose.</param>
    public static int ShorterThan(int words)
    {
        for (int i = 1; i < s_quantiles.Length; i++)
        {
            (int low, int from) = s_quantiles[i - 1];
            (int high, int to) = s_quantiles[i];
            if (words < to)
                return low + (int)((long)(high - low) * (words - from) / (to - from));
        }
        return 100;
    }
}
