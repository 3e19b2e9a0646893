using PostLint.Facts;
using PostLint.Syntax;

namespace PostLint.Rules.Scope;

/// <summary>What the rules about referees' manner share: which phrases are signs of it, and how much each says.</summary>
internal static class Review
{
    /// <summary>How many signs a warning takes.</summary>
    public const int Enough = 2;

    /// <summary>Whether a phrase judges, or asks for changes, in the post's own voice.</summary>
    public static bool IsSign(Phrase phrase) => WeightOf(phrase.Kind) > 0 && IsOwnVoice(phrase);

    /// <summary>Whether a phrase is the post's own: neither quoted nor code, reference or address.</summary>
    public static bool IsOwnVoice(Phrase phrase) =>
        !phrase.IsQuoted && phrase.Place.Channel is not (Channel.Code or Channel.BibliographyField or Channel.Attribute or Channel.Link or Channel.NotebookOutput);

    /// <summary>
    /// How many signs a kind of phrase is: two where both what is judged and a referee's criterion stand in it, one where readers
    /// write like that too (“this is an exciting paper”, “it would be helpful to have …”), none where it is no judgment.
    /// </summary>
    public static int WeightOf(string kind) => kind switch
    {
        "verdict.worth" or "verdict.writing" or "verdict.criterion" or "verdict.decision" => 2,
        "demand.authors" or "praise.authors" or "blame.authors" => 2,
        "verdict.whole" or "verdict.deed" or "demand.paper" or "demand.wish" => 1,
        _ => 0,
    };

    /// <summary>The signs of some phrases together; phrases of one sentence and kind count once.</summary>
    public static int Weight(IEnumerable<Phrase> phrases) =>
        phrases.DistinctBy(phrase => (phrase.Kind, phrase.Place.Sentence)).Sum(phrase => WeightOf(phrase.Kind));

    /// <summary>What signs of one sentence share, so that they are one finding.</summary>
    public static string CauseOf(Phrase sign) => $"{sign.Place.Block}/{sign.Place.Sentence}";
}
