using System.Numerics;

namespace PostLint.Facts.Language;

/// <summary>What the words of a text say.</summary>
internal sealed class WordCount(int languages)
{
    private const int LongestRun = 8;

    public double English { get; set; }

    public int Words { get; set; }

    public int Lower { get; set; }

    /// <summary>Words with a capital before small letters, as names have; two thirds of such are a list of names, in no language.</summary>
    public int Titled { get; set; }

    public bool AreNames => Titled * 3 > Words * 2;

    /// <summary>Words that a mark ties to what follows, as in the names of files and functions.</summary>
    public int Glued { get; set; }

    public int LooksEnglish { get; set; }

    /// <summary>Words in capitals that are too long for abbreviations: a text that is written so.</summary>
    public int Upper { get; set; }

    public int Letters { get; set; }

    public int Vowels { get; set; }

    /// <summary>Commas and other marks that divide the entries of lists.</summary>
    public int Dividers { get; set; }

    public int Accented { get; set; }

    public double[] Scores { get; } = new double[languages];

    public int[] Hits { get; } = new int[languages];

    /// <summary>Words in runs of listed words that are longer than prose has; such are lists of words, which a text is about.</summary>
    public int Strung { get; private set; }

    /// <summary>Whether a text lists words instead of using them.</summary>
    public bool IsList => Dividers * 2 >= Words || Strung * 3 > Words;

    private int _run;

    /// <summary>Counts a word of the languages of a mask; of none where it is 0.</summary>
    public void Add(ulong mask)
    {
        _run = mask == 0 ? 0 : _run + 1;
        Strung +=
            _run == LongestRun ? LongestRun
            : _run > LongestRun ? 1
            : 0;
        if (mask == 0)
            return;
        double weight = WordLists.WeightOf(mask);
        for (ulong rest = mask; rest != 0; rest &= rest - 1)
        {
            int language = BitOperations.TrailingZeroCount(rest);
            Scores[language] += weight;
            Hits[language]++;
        }
    }

    /// <summary>The language with the highest score; -1 where none has any.</summary>
    public int Best(Func<int, bool> among)
    {
        int best = -1;
        for (int i = 0; i < Scores.Length; i++)
        {
            if (Scores[i] > (best < 0 ? 0 : Scores[best]) && among(i))
                best = i;
        }
        return best;
    }
}
