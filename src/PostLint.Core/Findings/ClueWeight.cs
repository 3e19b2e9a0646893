namespace PostLint.Findings;

/// <summary>How much a clue weighs: a line of a table of weights.</summary>
/// <param name="Clue">Its name.</param>
/// <param name="QuarterBits">Its weight: for the hypothesis above zero, against it below; four are a bit, which doubles or halves the
/// odds.</param>
/// <param name="Support">In how many cases of the data it was seen.</param>
/// <param name="Source">Where the weight comes from.</param>
/// <param name="Words">What it is, in plain words that begin in lower case.</param>
public sealed record ClueWeight(string Clue, int QuarterBits, int Support, string Source, string Words);
