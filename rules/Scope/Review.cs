using PostLint.Facts;

namespace PostLint.Rules.Scope;

/// <summary>What the rules about referees' manner share: which phrases are signs of it, and how much each says.</summary>
internal static class Review
{
    /// <summary>How many signs a warning takes.</summary>
    public const int Enough = 2;

    /// <summary>Lines above and below in which signs add up: a review judges paragraph after paragraph, a remark stands alone.</summary>
    public const int Reach = 20;

    /// <summary>Whether a phrase judges, or asks for changes, in the post's own voice.</summary>
    public static bool IsSign(Phrase phrase) => WeightOf(phrase.Kind) > 0 && IsOwnVoice(phrase);

    /// <summary>Whether a phrase is the post's own: neither quoted nor code, reference or address.</summary>
    public static bool IsOwnVoice(Phrase phrase) =>
        !phrase.IsQuoted
        && phrase.Place.Context
            is not (
                TextContext.Code
                or TextContext.BibliographyField
                or TextContext.Attribute
                or TextContext.Link
                or TextContext.NotebookOutput
            );

    /// <summary>
    /// How many signs a kind of phrase is: two where both what is judged, or who is asked, and a referee's criterion stand in it; one where
    /// readers write like that too (“I really liked this paper”, “the results are convincing”); none where it is no judgment.
    /// </summary>
    public static int WeightOf(string kind) =>
        kind switch
        {
            "verdict.worth" or "verdict.writing" or "verdict.criterion" or "verdict.decision" or "verdict.whole" => 2,
            "demand.authors" or "demand.paper" or "demand.wish" or "praise.authors" or "blame.authors" => 2,
            "verdict.liking" or "verdict.evidence" or "verdict.deed" or "demand.omission" => 1,
            _ => 0,
        };

    /// <summary>Whether another phrase of the sentence says that somebody else judges: “the second reviewer found that …”.</summary>
    public static bool IsReported(Phrase sign, Phrase other) =>
        other.Kind is "review.reported" && !other.Place.Span.Overlaps(sign.Place.Span);

    /// <summary>Whether a phrase and others near it are signs enough; a kind counts once.</summary>
    public static bool IsEnough(Phrase sign, IEnumerable<Phrase> others) =>
        WeightOf(sign.Kind)
            + others.Where(other => other.Kind != sign.Kind).DistinctBy(other => other.Kind).Sum(other => WeightOf(other.Kind))
        >= Enough;

    /// <summary>What signs of one sentence share, so that they are one finding.</summary>
    public static string CauseOf(Phrase sign) => $"{sign.Place.Block}/{sign.Place.Sentence}";
}
