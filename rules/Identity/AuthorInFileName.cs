using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The name of a file holds the name of an author.</summary>
internal sealed class AuthorInFileName : Rule
{
    private const int ShortestName = 5; // shorter surnames are words and method names too often

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/author-in-file-name")
        {
            Summary = "The name of a file holds the name of an author",
            Why = "The names of files stand in the addresses of figures and in the list of changed files.",
            Fix = "Rename the file, and correct what refers to it.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<NamedFile>()
            .And<AuthorEntry>(
                (file, author) =>
                    author.Standing is AuthorStanding.Named
                    && FileNames.WordsOf(file.Path).Any(word => word.Length >= ShortestName && IsNameOf(word, author.Name.Text))
            )
            .Report((file, author) => At(file, $"This file is named after {author.Name}, who is in the author list", author.Name.Text));

    private static bool IsNameOf(string word, string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1].Equals(word, StringComparison.OrdinalIgnoreCase)
        || (word.Length > ShortestName && AccountNames.IsOf(word, name));
}
