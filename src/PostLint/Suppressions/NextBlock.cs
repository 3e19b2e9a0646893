using PostLint.Syntax;

namespace PostLint.Suppressions;

/// <summary>
/// Finds what follows a comment: the whole of the next block, be it a paragraph, a list, a table or a property of the front matter.
/// </summary>
internal sealed class NextBlock
{
    private const int MaxStacked = 100;
    private readonly SourceText _source;
    private readonly Node[] _blocks;

    /// <summary>Prepares a file.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="isDirective">Whether a node holds nothing but directives, which are stacked and no blocks.</param>
    public NextBlock(SyntaxTree tree, Func<Node, bool> isDirective)
    {
        _source = tree.Source;
        // Parents come first and the order is stable, so that of nodes that begin together the whole block wins.
        _blocks =
        [
            .. tree.Root.DescendantsAndSelf().Where(node => IsBlock(node.Kind) && !isDirective(node)).OrderBy(node => node.Span.Start),
        ];
    }

    /// <summary>The range that a directive's next block takes; null at the end of the file.</summary>
    public TextSpan? After(Directive directive)
    {
        bool isYaml = directive.Comment.Context is TextContext.FrontMatterComment;
        if (isYaml && CommentedLines(directive) is { } lines)
            return lines;
        int end = isYaml ? directive.Span.End : directive.Comment.Span.End;
        (int low, int high) = (0, _blocks.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_blocks[middle].Span.Start < end)
                low = middle + 1;
            else
                high = middle;
        }
        return low < _blocks.Length ? _blocks[low].Span : null;
    }

    /// <summary>
    /// In front matter, the lines of comment right below the directive, which are often a commented block; null where none are.
    /// </summary>
    private TextSpan? CommentedLines(Directive directive)
    {
        int start = -1,
            end = -1;
        int first = _source.LineOf(directive.Span.Start) + 1;
        for (int line = first; line <= _source.LineCount; line++)
        {
            TextSpan span = _source.LineSpan(line);
            ReadOnlySpan<char> text = _source.Slice(span).TrimStart();
            if (!text.StartsWith('#'))
                break;
            if (text.TrimStart("# \t").StartsWith("postlint-", StringComparison.OrdinalIgnoreCase))
            {
                if (start >= 0 || line - first > MaxStacked)
                    break;
                continue;
            }
            if (start < 0)
                start = span.Start;
            end = span.End;
        }
        return start < 0 ? null : TextSpan.Between(start, end);
    }

    private static bool IsBlock(NodeKind kind) =>
        kind is not (NodeKind.Document or NodeKind.Link or NodeKind.Code or NodeKind.Math or NodeKind.Citation or NodeKind.Attribute);
}
