namespace PostLint.Syntax;

/// <summary>Finds the nodes around a slice in as many steps as nodes lie around it, however many there are.</summary>
internal sealed class NodeIndex
{
    private readonly Node[] _nodes; // by their start, parents first

    /// <summary>Of each node the nearest one before it that ends later; -1 for none.</summary>
    private readonly int[] _outer;

    public NodeIndex(ReadOnlySpan<Node> nodes)
    {
        _nodes = [.. nodes.ToArray().OrderBy(node => node.Span.Start)];
        _outer = new int[_nodes.Length];
        for (int i = 0; i < _nodes.Length; i++)
        {
            int outer = i - 1;
            while (outer >= 0 && _nodes[outer].Span.End <= _nodes[i].Span.End)
                outer = _outer[outer];
            _outer[i] = outer;
        }
    }

    /// <summary>The smallest node around a slice that is of a kind, of equal ones the innermost; null where there is none.</summary>
    public Node? Around(TextSpan span, Func<Node, bool> where)
    {
        Node? found = null;
        for (int i = LastFrom(span.Start); i >= 0; i = _nodes[i].Span.End >= span.End ? i - 1 : _outer[i])
        {
            Node node = _nodes[i];
            bool isSmaller = found is null || node.Span.Length < found.Span.Length;
            if (isSmaller && node.Span.Contains(span) && where(node))
                found = node;
        }
        return found;
    }

    /// <summary>The last node that begins at or before an offset; -1 for none.</summary>
    private int LastFrom(int offset)
    {
        int low = 0,
            high = _nodes.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_nodes[middle].Span.Start <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }
}
