namespace PostLint.Syntax;

/// <summary>A run of comment lines in YAML or TOML, or one comment behind a value.</summary>
/// <param name="Span">From the first mark to the end of the last line.</param>
/// <param name="Lines">The text of each line that has any, without marks and blanks around it.</param>
/// <param name="Column">0-based column of its first mark; a mark further left starts a run of its own, for it speaks of another
/// level.</param>
/// <param name="IsTrailing">Whether it stands behind a value.</param>
internal sealed record YamlComment(TextSpan Span, IReadOnlyList<TextSpan> Lines, int Column, bool IsTrailing)
{
    /// <summary>
    /// All comments of a YAML text in order. A run ends at a live line and at a blank one, not at a mark with nothing behind it.
    /// </summary>
    /// <param name="target">The tree.</param>
    /// <param name="yaml">The YAML text.</param>
    /// <param name="scalars">The contents of scalars in order: a mark inside one is text.</param>
    public static List<YamlComment> FindAll(YamlTarget target, TextSpan yaml, IReadOnlyList<TextSpan> scalars)
    {
        var comments = new List<YamlComment>();
        if (target.Builder.Source.Slice(yaml).Contains('#'))
            new Finder(target, scalars, comments).Read(yaml);
        return comments;
    }

    /// <summary>The comment as a node, with what it would say as YAML below it.</summary>
    public Node ToNode(YamlTarget target, TextContext context)
    {
        var inner = new OpenNode(NodeKind.Comment, new(Span.Start, 0), context);
        YamlTarget inside = target with { Context = context, HasText = false };
        if (!target.IsToml || !TomlNodes.TryReadComment(inside, inner, Lines))
            LooseYaml.Read(inside, inner, Lines);
        var node = new Node(NodeKind.Comment, Span, context)
        {
            Content = Lines is [] ? new(Span.End, 0) : TextSpan.Between(Lines[0].Start, Lines[^1].End),
        };
        foreach (Node child in inner.Close().Children)
            node.Add(child);
        if (Lines is [])
            return node;
        foreach (TextSpan line in Lines)
            target.Builder.Show(line);
        target.Builder.AddBlock(node, Lines);
        return node;
    }

    private sealed class Finder(YamlTarget target, IReadOnlyList<TextSpan> scalars, List<YamlComment> comments)
    {
        private readonly List<TextSpan> _lines = [];
        private TextSpan? _run;
        private int _column = -1;
        private int _scalar;

        public void Read(TextSpan yaml)
        {
            foreach (TextSpan line in LooseYaml.LinesOf(target, yaml))
                ReadLine(line);
            EndRun(isTrailing: false);
        }

        private void ReadLine(TextSpan line)
        {
            TextSpan trimmed = target.Trim(line);
            int mark = FindMark(trimmed);
            if (mark != trimmed.Start)
                EndRun(isTrailing: false);
            if (mark < 0)
                return;
            AddLine(TextSpan.Between(mark, trimmed.End));
            if (mark != trimmed.Start)
                EndRun(isTrailing: true);
        }

        private int FindMark(TextSpan line)
        {
            string text = target.Text;
            for (int at = line.Start; (at = text.IndexOf('#', at, line.End - at)) >= 0; at++)
            {
                while (_scalar < scalars.Count && scalars[_scalar].End <= at)
                    _scalar++;
                if (_scalar < scalars.Count && scalars[_scalar].Contains(at))
                    at = Math.Min(line.End, scalars[_scalar].End) - 1;
                else if (at == line.Start || text[at - 1] is ' ' or '\t')
                    return at;
            }
            return -1;
        }

        private void AddLine(TextSpan comment)
        {
            int column = target.ColumnOf(comment.Start);
            if (column < _column)
                EndRun(isTrailing: false);
            int text = comment.Start;
            while (text < comment.End && target.Text[text] is '#' or ' ' or '\t')
                text++;
            if (text < comment.End)
                _lines.Add(TextSpan.Between(text, comment.End));
            if (_run is null)
                _column = column;
            _run = TextSpan.Between(_run?.Start ?? comment.Start, comment.End);
        }

        private void EndRun(bool isTrailing)
        {
            if (_run is not { } run)
                return;
            comments.Add(new(run, [.. _lines], _column, isTrailing));
            (_run, _column) = (null, -1);
            _lines.Clear();
        }
    }
}
