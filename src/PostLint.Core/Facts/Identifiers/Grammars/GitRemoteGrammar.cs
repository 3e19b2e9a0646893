using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>The address of a git remote, as a command or its output writes it.</summary>
internal sealed partial class GitRemoteGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.GitRemote;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers => [("git@", 0), ("origin\thttps://", 0), ("origin  https://", 0)];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [
            ("git clone git@github.com:ada-example/post.git", "ada-example"),
            ("origin  https://github.com/ada-example/post (fetch)", "ada-example"),
            ("write to git@example.org", null),
        ];

    [GeneratedRegex(
        """\G(?:git@[\w.-]+:(?<value>[\w.-]{2,40})/[\w.-]+|origin\s+https://[\w.-]+/(?<value>[\w.-]{2,40})/[\w.-]+\s+\((?:fetch|push)\))""",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Grammar();
}
