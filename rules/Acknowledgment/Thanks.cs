using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Acknowledgment;

/// <summary>What the rules about thanks share.</summary>
internal static class Thanks
{
    /// <summary>Whether a phrase stands where sentences are written.</summary>
    public static bool IsText(Phrase phrase) =>
        phrase.Place.Context is not (TextContext.Code or TextContext.BibliographyField or TextContext.Attribute or TextContext.Link);

    /// <summary>
    /// Counts who thanks, whom and for what. “Thanks to …” alone is causal and counts for nothing;
    /// thanks to readers, tools and the like count against.
    /// </summary>
    public static int Score(Phrase act, Group<Phrase> clues)
    {
        int score = act.Kind is "thanks.causal" ? 0 : 1;
        if (clues.Any(clue => clue.Kind is "thanks.subject" && clue.Place.Start <= act.Place.Start))
            score++;
        if (clues.Any(clue => clue.Kind is "thanks.for" && clue.Place.Start >= act.Place.Start))
            score += act.Kind is "thanks.causal" ? 2 : 1;
        if (clues.Any(clue => clue.Kind is "thanks.group" or "thanks.circle"))
            score++;
        if (clues.Any(clue => clue.Kind is "thanks.nobody"))
            score -= 2;
        return score;
    }
}
