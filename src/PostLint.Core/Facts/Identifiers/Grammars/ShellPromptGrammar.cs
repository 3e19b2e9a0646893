using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>The prompt of a shell, with user and host; found by its at sign.</summary>
internal sealed partial class ShellPromptGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.ShellPrompt;

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [("(base) ada@node7.examplia.edu:~/post$ ls", "ada@node7.examplia.edu"), ("Pass@1 and NDCG@5 and @torch.no_grad()", null)];

    [GeneratedRegex(
        (
            """\G(?<![^\s`>(\[])(?<value>[A-Za-z_][\w.-]{1,30}@[A-Za-z][\w.-]{1,60})(?::\s?[~/][\w./~-]{0,80}\s?[$#%]"""
            + """|(?<=\[[\w.@-]{1,99})[ ](?:~|[\w.-]{1,40})\][$#%]|[ ](?:~|[\w.-]{1,40})[ ]%(?=[ ]))"""
        ),
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Grammar();
}
