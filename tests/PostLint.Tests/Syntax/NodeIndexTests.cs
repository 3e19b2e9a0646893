using CsCheck;
using PostLint.Syntax;

namespace PostLint.Tests.Syntax;

public sealed class NodeIndexTests
{
    private static readonly Gen<TextSpan> s_span = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 12], (start, length) =>
        new TextSpan(start, length)
    );

    [Fact]
    public void Finds_the_smallest_node_around_as_looking_at_all_of_them_does() =>
        Gen.Select(s_span.Array[0, 25], s_span)
            .Sample(
                (spans, wanted) =>
                {
                    Node[] nodes =
                    [
                        .. spans
                            .OrderBy(span => span.Start)
                            .ThenByDescending(span => span.Length)
                            .Select((span, i) => new Node(i % 3 == 0 ? NodeKind.Comment : NodeKind.Element, span, TextContext.Prose)),
                    ];
                    Node? expected = null;
                    foreach (Node node in nodes.Where(node => node.Kind is NodeKind.Element && node.Span.Contains(wanted)))
                    {
                        if (expected is null || node.Span.Length <= expected.Span.Length)
                            expected = node;
                    }

                    new NodeIndex(nodes).Around(wanted, node => node.Kind is NodeKind.Element).Should().BeSameAs(expected);
                },
                iter: 2000
            );
}
