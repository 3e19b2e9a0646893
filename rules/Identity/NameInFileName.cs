using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The name of a file tells whose draft it is.</summary>
internal sealed class NameInFileName : Rule
{
    private const int ShortestName = 4; // shorter given names are words and abbreviations too often

    private static readonly Speakers s_speakers = new(() => Resource.Read("speakers.txt"));

    // What people add to the names of files that they hand to each other.
    private static readonly HashSet<string> s_drafts = new(StringComparer.OrdinalIgnoreCase)
    {
        "draft",
        "drafts",
        "final",
        "edit",
        "edits",
        "edited",
        "comment",
        "comments",
        "notes",
        "version",
        "ver",
        "copy",
        "laptop",
        "macbook",
        "todo",
        "feedback",
        "review",
        "reviewed",
        "revised",
        "rev",
        "by",
        "from",
        "changes",
        "backup",
        "old",
        "wip",
        "part",
        "section",
        "slides",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/name-in-file-name")
        {
            Summary = "The name of a file tells whose draft it is",
            Why = "The names of files stand in the addresses of figures and in the list of changed files.",
            Fix = "Rename the file, and correct what refers to it.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<NamedFile>(file => NameIn(file.Path) is not null)
            .Unless<AuthorEntry>((file, author) => author.Name.Text.Contains(NameIn(file.Path)!, StringComparison.OrdinalIgnoreCase))
            .Report(file => At(file, $"The name of this file holds the name {new Sensitive(NameIn(file.Path)!)} beside a word for drafts"));

    /// <summary>A given name that marks divide from a word for drafts: <c>plot_ada_final.png</c>.</summary>
    private static string? NameIn(string path)
    {
        string[] words = Path.GetFileNameWithoutExtension(path)
            .Split(['-', '_', ' ', '.', '(', ')', '+'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            bool isBeside = (i > 0 && IsDraft(words[i - 1])) || (i + 1 < words.Length && IsDraft(words[i + 1]));
            if (isBeside && words[i].Length >= ShortestName && s_speakers.IsGiven(words[i]))
                return words[i];
        }
        return null;
    }

    private static bool IsDraft(string word) =>
        s_drafts.Contains(word) || (word.Length is 2 or 3 && word[0] is 'v' or 'V' && word[1..].All(char.IsAsciiDigit));
}
