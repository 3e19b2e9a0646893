using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>
/// Tells remarks between people from labels: a name that is known as one, or any capitalised word that is none of English, before words
/// that are spoken
/// to somebody. Methods, laws, roles and headings stand before colons as well.
/// </summary>
/// <param name="speakers">The names that people call each other by.</param>
internal sealed partial class RemarkTalk(Speakers speakers)
{
    private const int Timeout = 1_000; // milliseconds
    private const int Longest = 2_000; // UTF-16 units; what is longer is commented-out text

    private const int MostInitials = 3;

    // Words that stand before a colon in remarks, have no English ending and name nobody.
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "reason",
        "concern",
        "request",
        "proposal",
        "minor",
        "major",
        "typo",
        "typos",
        "open",
        "later",
        "next",
        "now",
        "today",
        "final",
        "cut",
        "keep",
        "aside",
        "fact",
        "claim",
        "reply",
        "feedback",
        "advice",
        "guess",
        "hunch",
        "worry",
        "caveat",
        "catch",
        "trick",
        "wish",
        "want",
        "need",
        "needs",
        "skip",
        "drop",
        "move",
        "fix",
        "wait",
        "stop",
        "go",
        "so",
        "but",
        "and",
        "or",
        "also",
        "again",
        "still",
        "just",
        "only",
        "why",
        "how",
        "what",
        "who",
        "when",
        "maybe",
        "perhaps",
        "sorry",
        "oops",
        "hmm",
        "well",
        "wow",
        "damn",
        "nice",
        "great",
        "good",
        "bad",
        "big",
        "small",
        "long",
        "short",
        "high",
        "low",
        "hard",
        "easy",
        "alt",
        "else",
        "other",
        "others",
        "both",
        "same",
        "each",
        "every",
        "all",
        "none",
        "agent",
        "student",
        "doctor",
        "judge",
        "guest",
        "host",
        "client",
        "model",
        "expert",
        "novice",
        "critic",
        "child",
        "parent",
        "king",
        "queen",
        "boss",
        "chair",
        "reader",
        "people",
        "person",
        "them",
        "they",
        "he",
        "she",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "transformer",
        "lstm",
        "resnet",
        "mamba",
        "softmax",
        "relu",
        "dropout",
        "batch",
        "epoch",
        "seed",
        "token",
        "tokens",
        "layer",
        "head",
        "heads",
        "weight",
        "weights",
        "sgd",
        "lasso",
        "ridge",
        "kernel",
        "graph",
        "tree",
        "node",
        "edge",
        "state",
        "reward",
        "policy",
        "value",
        "prior",
        "bound",
        "rate",
        "scale",
        "norm",
        "rank",
        "mask",
        "patch",
        "pixel",
        "word",
        "text",
        "term",
        "topic",
        "point",
        "points",
        "list",
        "line",
        "lines",
        "block",
        "box",
        "item",
        "items",
        "icon",
        "card",
        "grid",
        "menu",
        "button",
        "popup",
        "slider",
        "widget",
        "script",
        "hook",
        "shim",
        "polyfill",
        "hotfix",
        "workaround",
        "english",
        "french",
        "german",
        "chinese",
        "japanese",
        "latin",
        "greek",
        "windows",
        "linux",
        "macos",
        "chrome",
        "firefox",
        "safari",
        "slack",
        "overleaf",
        "zoom",
        "colab",
        "kaggle",
        "arxiv",
        "openreview",
    };

    private static readonly string[] s_endings =
    [
        "tion",
        "tions",
        "sion",
        "sions",
        "ment",
        "ments",
        "ness",
        "ity",
        "ities",
        "ence",
        "ance",
        "ing",
        "ings",
        "ism",
        "ist",
        "ists",
        "ful",
        "less",
        "able",
        "ible",
        "ical",
        "ized",
        "ised",
        "ly",
        "ed",
        "er",
        "ers",
        "or",
        "ors",
        "ship",
        "ware",
        "ology",
        "graphy",
        "ive",
        "ous",
        "ary",
        "ure",
        "age",
        "ics",
        "al",
        "wise",
    ];

    /// <summary>Whether who stands before a remark is somebody who speaks.</summary>
    /// <param name="name">What stands there: a name or initials.</param>
    /// <param name="remark">What follows.</param>
    public bool IsSpeaker(string name, ReadOnlySpan<char> remark)
    {
        if (remark.Length > Longest)
            remark = remark[..Longest];
        string first = name.Split(' ')[0];
        if (speakers.IsThing(first) && first == name)
            return false;
        if (char.IsLower(first[0]) && first.Length > MostInitials && !speakers.IsGiven(first))
            return false;
        if (speakers.IsGiven(first))
            return Any().IsMatch(remark) || Strong().IsMatch(remark);
        return !IsWord(first) && Personal().IsMatch(remark);
    }

    /// <summary>Whether a word is known as a given name.</summary>
    public bool IsGiven(string name) => speakers.IsGiven(name.Split(' ')[0]);

    /// <summary>Whether a text is spoken by somebody, and no explanation that says “we”.</summary>
    public static bool IsPersonal(ReadOnlySpan<char> text) => Personal().IsMatch(text.Length > Longest ? text[..Longest] : text);

    /// <summary>Whether a text is spoken to somebody who works on it.</summary>
    public static bool IsTalk(ReadOnlySpan<char> text) => Strong().IsMatch(text.Length > Longest ? text[..Longest] : text);

    /// <summary>Whether a word is English, or names a thing: a label before a colon and nobody’s name.</summary>
    public bool IsLabel(string name) => speakers.IsThing(name) || IsWord(name);

    private static bool IsWord(string word) =>
        s_words.Contains(word)
        || s_endings.Any(ending => word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        """\b(?:I|I['’](?:m|d|ve|ll)|(?i:please|pls|agreed?|lgtm|your?|okay|ok|thanks))\b""",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Personal();

    // A remark of some words; a value of a setting has one.
    [GeneratedRegex("""(?<!\p{L})\p{L}{2,}[,.]?\s+\p{L}{2,}""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Any();

    [GeneratedRegex(
        """
            \b(?:I|I['’](?:m|d|ve|ll))\b
            |\b(?i:
                please|pls|plz|your?|let['’]?s|let\sme|lgtm|done|okay|ok|agreed?|not\ssure|thoughts|imh?o|hmm+|btw|sounds\sgood
                |looks\s(?:good|fine|great)|will\sdo|can\swe|could\swe|should\swe|shall\swe|do\swe|are\swe|what\sif
                |we\s(?:should|could|need\sto|still|can|may\swant|might|must|have\sto|already)|before\s(?:we|the)\ssubmi\w+|deadline
                |camera.ready|rebuttal|overleaf|too\s(?:long|short|vague|strong)|unclear|rephrase|reword|rewrite|double.?check|redo
                |(?:drop|remove|delete|move|cut|merge|keep|change|fix|replace|shorten|expand|check|cite|update|skip|revise)
                    \s(?:this|that|the|these|it|here)
                |add\s(?:an?|the|more|some|refs?|citations?|figures?|plots?)\b|fixed|added|removed|updated|resolved|todo|fixme
            )\b
            |\?\s*(?:-->\s*)?$
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Strong();
}
