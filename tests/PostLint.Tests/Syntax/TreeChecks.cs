using PostLint.Syntax;

namespace PostLint.Tests.Syntax;

/// <summary>What holds for every tree of every language, and short ways to look into one.</summary>
internal static class TreeChecks
{
    public static void ShouldBeWellFormed(this SyntaxTree tree)
    {
        string text = tree.Source.Text;
        foreach (Node node in tree.Root.DescendantsAndSelf())
            Check(node, text);
        tree.Plain.Length.Should().Be(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (tree.Plain[i] != ' ' && tree.Plain[i] != text[i] && text[i] is not ('&' or '\\'))
                throw new InvalidOperationException($"Plain differs at {i} of {text}");
        }
        foreach (TextBlock block in tree.Blocks)
        {
            if (block.Segments.Any(segment => !block.Node.Span.Contains(segment)))
                throw new InvalidOperationException($"A segment leaves its node in {text}");
        }
        foreach (SyntaxProblem problem in tree.Problems)
        {
            if (!new TextSpan(0, text.Length).Contains(problem.Span) || problem.Span.Length < 0)
                throw new InvalidOperationException($"{problem} leaves {text}");
        }
    }

    public static string SliceOf(this SyntaxTree tree, TextSpan span) => tree.Source.Slice(span).ToString();

    public static IEnumerable<Node> All(this SyntaxTree tree, NodeKind kind) =>
        tree.Root.DescendantsAndSelf().Where(node => node.Kind == kind);

    /// <summary>
    /// A tree in one line: <c>key(value)</c> for properties, <c>-(…)</c> for items, <c>#(…)</c> for comments, decoded values for scalars.
    /// </summary>
    public static string Sketch(this Node node) => string.Join(' ', node.Children.Select(SketchOne));

    private static string SketchOne(Node node) =>
        node.Kind switch
        {
            NodeKind.Scalar => node.Value ?? "*",
            NodeKind.Property => $"{node.Name}({node.Sketch()})",
            NodeKind.Item => $"-({node.Sketch()})",
            NodeKind.Comment => $"#({node.Sketch()})",
            _ => $"{node.Kind}({node.Sketch()})",
        };

    private static void Check(Node node, string text)
    {
        bool isSound =
            node.Span.Start >= 0
            && node.Span.Length >= 0
            && node.Span.End <= text.Length
            && node.Content.Length >= 0
            && node.Span.Contains(node.Content);
        int from = node.Span.Start;
        foreach (Node child in node.Children)
        {
            isSound &= child.Span.Start >= from && child.Span.End <= node.Span.End;
            from = child.Span.Start; // Markdown and HTML may cross: siblings begin in order, and may overlap
        }
        if (!isSound)
            throw new InvalidOperationException($"{node.Kind} {node.Name} at {node.Span} is not sound in {text}");
    }
}
