using System.Text.RegularExpressions;
using PostLint.Facts;
using PostLint.Syntax;

namespace PostLint.Findings;

/// <summary>What a comment asks PostLint to do.</summary>
internal enum DirectiveKind
{
    Disable,
    Enable,
    DisableNextBlock,
}

/// <summary>A comment such as <c>postlint-disable-next-block identity/email -- a fictitious address</c>.</summary>
/// <param name="Kind">What it asks.</param>
/// <param name="Rules">The ids it names.</param>
/// <param name="Reason">Why; empty where it says nothing.</param>
/// <param name="Place">The directive.</param>
/// <param name="Next">The slice of what follows the comment; empty at the end of a file.</param>
internal sealed partial record Directive(DirectiveKind Kind, IReadOnlyList<string> Rules, string Reason, Place Place, TextSpan Next)
{
    /// <summary>All directives of a file, in order.</summary>
    public static IReadOnlyList<Directive> In(SyntaxTree tree)
    {
        if (!tree.Source.Text.Contains("postlint-", StringComparison.Ordinal)) return [];
        var found = new List<Directive>();
        Read(tree, tree.Root, default, found);
        return found;
    }

    /// <summary>Walks the tree; <paramref name="after"/> is what follows the node at any level above it.</summary>
    private static void Read(SyntaxTree tree, Node node, TextSpan after, List<Directive> found)
    {
        for (int i = 0; i < node.Children.Count; i++)
        {
            Node child = node.Children[i];
            Node? next = node.Children.Skip(i + 1).FirstOrDefault(sibling => sibling.Kind is not NodeKind.Comment);
            TextSpan following = next?.Span ?? after;
            if (child.Kind is NodeKind.Comment) Read(tree, child.Content, child.Channel, following, found);
            else Read(tree, child, following, found);
        }
    }

    private static void Read(SyntaxTree tree, TextSpan comment, Channel channel, TextSpan next, List<Directive> found)
    {
        foreach (Match match in Form().Matches(tree.Source.Text.Substring(comment.Start, comment.Length)))
        {
            DirectiveKind kind = match.Groups["kind"].Value switch { "enable" => DirectiveKind.Enable, "disable" => DirectiveKind.Disable, _ => DirectiveKind.DisableNextBlock };
            string[] rules = match.Groups["rules"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
            var span = new TextSpan(comment.Start + match.Index, match.Value.TrimEnd().Length);
            found.Add(new(kind, rules, match.Groups["reason"].Value.Trim(), new(tree.Source.Path, span.Start, span.Length, tree.Source.LineOf(span.Start), Channel: channel), next));
        }
    }

    [GeneratedRegex("""postlint-(?<kind>disable-next-block|disable|enable)(?![\w-])[ \t]*(?<rules>[\w/-]+(?:[ \t]*,[ \t]*[\w/-]+)*)?(?:[ \t]+--[ \t]*(?<reason>[^\r\n]*))?""", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Form();
}
