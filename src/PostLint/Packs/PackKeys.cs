using PostLint.Text;

namespace PostLint.Packs;

/// <summary>
/// The keys of packs: what <see cref="PackReader"/> reads and the schema describes. Those of a rule's kind are with the kind.
/// </summary>
internal static class PackKeys
{
    // Before the keys, which name them.
    /// <summary>The severities.</summary>
    public static IReadOnlyList<string> Severities { get; } = ["error", "warning", "note"];

    /// <summary>The phases.</summary>
    public static IReadOnlyList<string> Phases { get; } = ["submission", "camera-ready"];

    private static readonly string[] s_contexts =
    [
        "text",
        "comment",
        "footnote",
        "callout",
        "raw",
        "any",
        .. Enum.GetValues<TextContext>()
            .Where(context => context is not (TextContext.FileName or TextContext.PullRequest))
            .Select(context => Kebab(context.ToString())),
    ];

    /// <summary>The states of a rule.</summary>
    public static IReadOnlyList<string> States { get; } = ["stable", "preview", "deprecated"];

    /// <summary>The keys of a pack.</summary>
    public static IReadOnlyList<PackKey> OfPack { get; } =
    [
        new("name", PackValue.Text, "Name of the pack, in kebab case", IsRequired: true),
        new("version", PackValue.Text, "Its version"),
        new("venue", PackValue.Text, "The venue and edition that it is for"),
        new("address", PackValue.Text, "Address of the call"),
    ];

    /// <summary>The keys that every rule has, beside those of its kind.</summary>
    public static IReadOnlyList<PackKey> OfRule { get; } =
    [
        new("kind", PackValue.Text, "What the rule looks for", IsRequired: true, Words: [.. RuleKind.All.Select(kind => kind.Name)]),
        new("summary", PackValue.Text, "What is wrong, in one sentence without a full stop", IsRequired: true),
        new("why", PackValue.Text, "Why it identifies somebody or breaks the call, in whole sentences", IsRequired: true),
        new("fix", PackValue.Text, "How to fix it, in whole sentences", IsRequired: true),
        new("severity", PackValue.Text, "How much it weighs", IsRequired: true, Words: Severities),
        new("state", PackValue.Text, "How far it may be relied on; a preview runs only where it is asked for", Words: States),
        new("was", PackValue.Texts, "Ids that it had before, which still name it"),
        new(
            "message",
            PackValue.Text,
            "What a finding says; words in braces stand for parts of the submission, which are masked where they have to be"
        ),
        new("replace", PackValue.Text, "What a fix writes instead of the match; $1 and ${name} stand for what it captured"),
        new("remove", PackValue.Text, "What a fix removes around the place of a finding", Words: PackFixes.Units),
        new("safe", PackValue.Flag, "Whether the fix is made without --unsafe, because no reader can miss anything"),
    ];

    /// <summary>The keys of what is looked for in a text, where it is more than a regular expression.</summary>
    public static IReadOnlyList<PackKey> OfPattern { get; } =
    [
        new("regex", PackValue.Text, "A regular expression; capitals do not count"),
        new("words", PackValue.Texts, "Words and phrases, instead of a regular expression"),
        new("except", PackValue.Texts, "Regular expressions; a match that one of theirs overlaps does not count"),
        new("case", PackValue.Flag, "Whether capitals count"),
        new(
            "in",
            PackValue.Texts,
            "Where to look; left out: prose, heading and caption; raw is each file as it is written, any everywhere else",
            Words: s_contexts
        ),
        new("key", PackValue.Text, "The key of the front matter in whose value to look, instead of in"),
        new("field", PackValue.Text, "The field of the bibliography in whose value to look, instead of in"),
    ];

    /// <summary>A name of code as data write it: <c>FrontMatter</c> is <c>front-matter</c>.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
