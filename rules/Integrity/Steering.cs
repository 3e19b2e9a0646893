using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Integrity;

/// <summary>
/// What makes an instruction of its parts: an address, an order to drop earlier orders, a verdict. What is needed depends on how well the
/// text is hidden.
/// </summary>
internal static class Steering
{
    private const int Near = 400; // characters: two or three sentences

    private enum Act
    {
        None,
        Address,
        Subject,
        This,
        Override,
        Recall,
        Verdict,
        Praise,
        Canary,
        Injection,
        About,
    }

    /// <summary>
    /// The clue that makes an instruction of a hidden text; null where it is none. What no reader sees at all needs less than what some do,
    /// or what is code.
    /// </summary>
    public static PassageClue? In(HiddenPassage passage, Group<PassageClue> clues)
    {
        bool isStudy = clues.Any(clue => ActOf(clue.Kind) is Act.Injection),
            tellsOf = isStudy || clues.Any(clue => ActOf(clue.Kind) is Act.About);
        foreach (PassageClue clue in clues)
        {
            Act act = ActOf(clue.Kind);
            if (act is not (Act.Override or Act.Verdict or Act.Praise or Act.Canary))
                continue;
            bool Has(Act other) => clues.Any(near => ActOf(near.Kind) == other && Math.Abs(near.Offset - clue.Offset) < Near);
            bool isInstruction = passage.How switch
            {
                HiddenPassageKind.Code => !tellsOf
                    && (act is Act.Verdict ? Has(Act.Address) || Has(Act.Override) : act is Act.Praise && Has(Act.Override)),
                HiddenPassageKind.Attribute
                or HiddenPassageKind.FrontMatter
                or HiddenPassageKind.Folded
                or HiddenPassageKind.Bibliography => !isStudy && IsAddressed(act, Has),
                _ => IsAddressed(act, Has) || (!tellsOf && act is not Act.Praise) || (Has(Act.Subject) && Has(Act.This)),
            };
            if (isInstruction)
                return clue;
        }
        return null;
    }

    /// <summary>Whether the clues around a phrase of visible text make an instruction of it.</summary>
    public static bool IsInstruction(Phrase phrase, Group<Phrase> clues)
    {
        if (phrase.IsQuoted || clues.Any(clue => ActOf(clue.Kind) is Act.Injection or Act.About))
            return false;
        bool Has(Act other) =>
            clues.Any(near => ActOf(near.Kind) == other && !near.IsQuoted && Math.Abs(near.Place.Start - phrase.Place.Start) < Near);
        return IsAddressed(ActOf(phrase.Kind), Has);
    }

    /// <summary>Whether a phrase asks for a verdict.</summary>
    public static bool IsAsked(Phrase phrase) => ActOf(phrase.Kind) is Act.Verdict or Act.Praise or Act.Canary;

    /// <summary>Whether a phrase tells that the text is about such instructions.</summary>
    public static bool IsStudy(Phrase phrase) => ActOf(phrase.Kind) is Act.Injection;

    /// <summary>Where a text is hidden, in words that follow “stands”.</summary>
    public static Neutral Where(HiddenPassageKind how) =>
        new(
            how switch
            {
                HiddenPassageKind.Comment => "in a comment",
                HiddenPassageKind.Attribute => "in an attribute",
                HiddenPassageKind.FrontMatter => "in data for machines",
                HiddenPassageKind.Style => "in text that is made invisible",
                HiddenPassageKind.Element => "in text that is not displayed",
                HiddenPassageKind.Folded => "in text that is folded away",
                HiddenPassageKind.Mathematics => "in mathematics that leaves no ink",
                HiddenPassageKind.Code => "in a comment of code",
                HiddenPassageKind.Bibliography => "in the bibliography, where pages do not show it",
                HiddenPassageKind.Metadata => "in the metadata of a file",
                HiddenPassageKind.Encoded => "in encoded text",
                _ => "in text that is disguised by its characters",
            }
        );

    private static bool IsAddressed(Act act, Func<Act, bool> has) =>
        act switch
        {
            Act.Verdict => has(Act.Address) || has(Act.Override) || has(Act.Recall) || has(Act.Subject),
            Act.Praise => has(Act.Address) || has(Act.Override) || has(Act.Recall),
            Act.Canary => has(Act.Address),
            _ => false,
        };

    private static Act ActOf(string kind) =>
        kind switch
        {
            "steer.address" => Act.Address,
            "steer.subject" => Act.Subject,
            "steer.this" => Act.This,
            "steer.override" => Act.Override,
            "steer.recall" => Act.Recall,
            "steer.verdict" => Act.Verdict,
            "steer.praise" => Act.Praise,
            "steer.canary" => Act.Canary,
            "steer.injection" => Act.Injection,
            "steer.about" => Act.About,
            _ => Act.None,
        };
}
