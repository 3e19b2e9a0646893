namespace PostLint.Facts;

/// <summary>
/// A line of a list of phrases: one phrase, or several where an alternative has more than one word. They are made when a text first has a
/// word that one begins with. Safe to share between threads.
/// </summary>
/// <param name="kind">The heading of the list it stands under.</param>
/// <param name="beside">The kinds of which one must stand in the sentence; null where none must.</param>
/// <param name="groups">The groups of the line, each with its choices, each a sequence of elements.</param>
/// <param name="order">The number of its first phrase in the book.</param>
internal sealed class PhraseLine(string kind, string[]? beside, PhraseElement[][][] groups, int order)
{
    private PhrasePattern[]? _patterns;

    public string Kind { get; } = kind;

    /// <summary>The kinds of which one must stand in the sentence; null where none must.</summary>
    public string[]? Beside { get; } = beside;

    /// <summary>The number of its first phrase in the book.</summary>
    public int Order { get; } = order;

    public PhraseElement[][][] Groups { get; } = groups;

    /// <summary>How many phrases it stands for.</summary>
    public int Count
    {
        get
        {
            int count = 1;
            foreach (PhraseElement[][] choices in Groups)
                count *= choices.Length;
            return count;
        }
    }

    /// <summary>Words of its longest phrase.</summary>
    public int Longest => Groups.Sum(choices => choices.Max(elements => elements.Sum(element => element.Most)));

    /// <summary>Every choice of one group with every choice of the others.</summary>
    public PhrasePattern[] Patterns => _patterns ??= Expand();

    private PhrasePattern[] Expand()
    {
        var patterns = new PhrasePattern[Count];
        var elements = new List<PhraseElement>();
        for (int i = 0; i < patterns.Length; i++)
        {
            elements.Clear();
            int rest = i;
            foreach (PhraseElement[][] choices in Groups)
            {
                elements.AddRange(choices[rest % choices.Length]);
                rest /= choices.Length;
            }
            patterns[i] = new(Kind, [.. elements], Beside, Order + i);
        }
        return patterns;
    }
}
