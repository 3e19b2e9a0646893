using PostLint.Engine;

namespace PostLint.NRules;

/// <summary>What a rule did on the network in one run.</summary>
/// <param name="most">The most that it may try.</param>
internal sealed class Tally(int most)
{
    /// <summary>
    /// The network keeps every partial match, about half a kilobyte each; a search that goes into the depth first keeps one.
    /// </summary>
    private const int MostRows = 100_000;

    private int _rows;

    /// <summary>How much it tried, as the matcher counts.</summary>
    public int Tries { get; private set; }

    /// <summary>The clauses that some row reached, a bit each.</summary>
    public int Reached { get; set; }

    /// <summary>Whether the matcher has to run it.</summary>
    public bool IsLeft { get; private set; }

    /// <summary>The rows that the first clause found.</summary>
    public IReadOnlyList<Row> Begun { get; set; } = [];

    /// <summary>Full matches and what follows, as the network fired them.</summary>
    public List<(Row Row, object Outcome)> Fired { get; } = [];

    /// <summary>Takes note of work.</summary>
    /// <exception cref="SpentException">It is more than the rule may do.</exception>
    public void Spend(int tries = 1)
    {
        Tries += tries;
        if (Tries > most)
            throw new SpentException(most);
    }

    /// <summary>Takes note of a row.</summary>
    /// <exception cref="SpentException">There are more than the network keeps.</exception>
    public void Bind()
    {
        if (++_rows > MostRows)
            throw new SpentException(MostRows);
    }

    /// <summary>Leaves the rule to the matcher.</summary>
    public void Leave() => IsLeft = true;

    /// <summary>Forgets the run.</summary>
    public void Clear()
    {
        (Tries, Reached, IsLeft, _rows, Begun) = (0, 0, false, 0, []);
        Fired.Clear();
    }
}
