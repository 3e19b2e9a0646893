namespace PostLint.Names;

/// <summary>How much a match of names has to tell.</summary>
public static class RosterNames
{
    /// <summary>Bits that identify a person by themselves: one of a quarter of a million.</summary>
    public const int Enough = 18;

    /// <summary>Bits that are enough among the authors of works of one field.</summary>
    public const int EnoughInBibliography = 14;
}
