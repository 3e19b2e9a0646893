using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>The author in a code header, docstring or commit trailer.</summary>
internal sealed partial class CodeAuthorGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.CodeAuthor;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers =>
        [
            ("@author", 0),
            ("Author: ", 0),
            ("__author__", 0),
            ("d-by:", 10),
            ("d-By:", 10),
            ("ff-by:", 8),
            ("ff-By:", 8),
            ("r.name", 3),
            ("\\author{", 0),
        ];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [
            ("Signed-off-by: Ada Example <x>", "Ada Example"),
            ("# @author: Ada Example", "Ada Example"),
            ("__author__ = \"Ada Example\"", "Ada Example"),
            ("signed off by: nobody", null),
        ];

    [GeneratedRegex(
        (
            """\G(?:(?i:@author:?|__author__\s*=|co-authored-by:|signed-off-by:|user\.name"""
            + """|\\author\{)\s*["']?(?<value>\p{Lu}[\p{L}'’-]*\.?(?:[ ](?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+)){1,3})"""
            + """|Author:[ ](?<value>\p{Lu}[\p{L}'’. -]{2,40}?)[ ]<[^\s<>@]+@[^\s<>]+>\s+Date:)"""
        ),
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Grammar();
}
