namespace PostLint.Syntax;

/// <summary>
/// Reads YAML by lines and indentation, and whatever is not YAML as text. It is the one reader of comments, where people mix prose with
/// commented-out YAML, and the second reader of live YAML that is broken. Fields need not be aligned: all that stands right of an item
/// belongs to it.
/// </summary>
internal sealed class LooseYaml
{
    private readonly YamlTarget _target;
    private readonly List<OpenNode> _open;

    private LooseYaml(YamlTarget target, OpenNode parent) => (_target, _open) = (target, [parent]);

    private OpenNode Top => _open[^1];

    /// <summary>Reads lines, each without marks and blanks around it, as parts of a node.</summary>
    public static void Read(YamlTarget target, OpenNode parent, IReadOnlyList<TextSpan> lines)
    {
        var reader = new LooseYaml(target, parent);
        foreach (TextSpan line in lines)
            reader.ReadLine(line);
        reader.CloseTo(1);
    }

    /// <summary>Reads broken live YAML with its comments as parts of a node.</summary>
    public static void ReadLive(YamlTarget target, OpenNode parent, TextSpan yaml, IReadOnlyList<YamlComment> comments)
    {
        var reader = new LooseYaml(target, parent);
        int next = 0;
        int skipTo = yaml.Start;
        foreach (TextSpan line in LinesOf(target, yaml))
        {
            TextSpan live = line;
            while (next < comments.Count && comments[next].Span.Start < skipTo)
                next++;
            YamlComment? comment = next < comments.Count && line.Contains(comments[next].Span.Start) ? comments[next++] : null;
            if (line.Start < skipTo)
                continue;
            if (comment is not null)
                live = TextSpan.Between(line.Start, comment.Span.Start);
            live = target.Trim(live);
            if (target.Text.AsSpan(live.Start, live.Length).StartsWith("<!--"))
                skipTo = reader.ReadHtmlComment(live.Start, yaml.End);
            else if (!live.IsEmpty)
                reader.ReadLine(live);
            if (comment is null || comment.Span.Start < skipTo)
                continue;
            reader.AddComment(comment);
            skipTo = comment.Span.End;
        }
        reader.CloseTo(1);
    }

    /// <summary>The lines of a range, without their line ends.</summary>
    public static IEnumerable<TextSpan> LinesOf(YamlTarget target, TextSpan span)
    {
        for (int start = span.Start; start < span.End; )
        {
            int end = target.Text.IndexOf('\n', start, span.End - start);
            if (end < 0)
                end = span.End;
            yield return TextSpan.Between(start, end);
            start = end + 1;
        }
    }

    private void ReadLine(TextSpan line)
    {
        while (IsDash(line) && _open.Count <= YamlEvents.MaxDepth)
        {
            OpenItem(line.Start);
            line = _target.Trim(TextSpan.Between(line.Start + 1, line.End));
            if (line.IsEmpty)
                return;
        }
        if (LooseKey.Find(_target.Text, line) is { } key && _open.Count <= YamlEvents.MaxDepth)
            OpenProperty(key, line);
        else
            AddText(line);
    }

    private bool IsDash(TextSpan line) =>
        _target.Text[line.Start] is '-'
        && (
            line.Length == 1
            || _target.Text[line.Start + 1] is ' ' or '\t'
            || LooseKey.Find(_target.Text, new(line.Start + 1, line.Length - 1)) is not null
        );

    private void OpenItem(int start)
    {
        int column = _target.ColumnOf(start);
        while (_open.Count > 1 && !TakesItem(column))
            CloseTop();
        // An item left of the empty key above it is its item all the same: nothing else could be meant.
        if (_open.Count > 1)
            Top.Column = Math.Min(Top.Column, column);
        _open.Add(new(NodeKind.Item, new(start, 1), _target.Context) { Column = column });
    }

    private bool TakesItem(int column) =>
        Top switch
        {
            { Kind: NodeKind.Property, HasChildren: false } => column > _open[^2].Column,
            { Kind: NodeKind.Property } top => !HoldsText(top) && column >= top.Column,
            var top => column > top.Column,
        };

    private void OpenProperty(LooseKey key, TextSpan line)
    {
        int column = _target.ColumnOf(key.Span.Start);
        // A value in the line of its key has no fields: what stands below and further right is a misaligned sibling.
        while (_open.Count > 1 && (column <= Top.Column || HoldsText(Top)))
            CloseTop();
        TextSpan value = _target.Trim(TextSpan.Between(key.ValueStart, line.End));
        var property = new OpenNode(NodeKind.Property, key.Span, _target.Context) { Name = key.Name(_target.Text), Column = column };
        _open.Add(property);
        if (value.IsEmpty || IsBlockMark(value))
            return;
        AddValue(property, value);
    }

    private static bool HoldsText(OpenNode node) => node is { Kind: NodeKind.Property, HoldsText: true };

    private bool IsBlockMark(TextSpan value) => value.Length <= 3 && _target.Text[value.Start] is '|' or '>' or '&';

    private void AddText(TextSpan line)
    {
        int column = _target.ColumnOf(line.Start);
        while (_open.Count > 1 && column <= Top.Column)
            CloseTop();
        AddValue(Top, line);
    }

    private void AddValue(OpenNode parent, TextSpan value)
    {
        parent.HoldsText |= parent.Kind is NodeKind.Property;
        ReadOnlySpan<char> text = _target.Builder.Source.Slice(value);
        if (text[0] is '[' or '{' && YamlNodes.TryRead(_target, parent, value))
            return;
        TextSpan content = value;
        if (text[0] is '"' or '\'')
        {
            int close = text.LastIndexOf(text[0]);
            content = close > 0 ? new(value.Start + 1, close - 1) : new(value.Start + 1, value.Length - 1);
        }
        parent.Add(_target.Scalar(value, content, _target.Builder.Source.Slice(content).ToString()));
    }

    private int ReadHtmlComment(int start, int limit)
    {
        int close = _target.Text.IndexOf("-->", start, limit - start, StringComparison.Ordinal);
        int end = close < 0 ? limit : close + 3;
        var lines = new List<TextSpan>();
        foreach (
            TextSpan line in LinesOf(_target, TextSpan.Between(Math.Min(start + 4, end), close < 0 ? limit : Math.Max(close, start + 4)))
        )
        {
            TextSpan trimmed = _target.Trim(line);
            if (!trimmed.IsEmpty)
                lines.Add(trimmed);
        }
        AddComment(
            new(_target.Trim(TextSpan.Between(start, end)), lines, _target.ColumnOf(start), IsTrailing: false),
            TextContext.HtmlComment
        );
        int lineEnd = _target.Text.IndexOf('\n', end, limit - end);
        TextSpan rest = _target.Trim(TextSpan.Between(end, lineEnd < 0 ? limit : lineEnd));
        if (!rest.IsEmpty)
            ReadLine(rest);
        return Math.Max(end, rest.End);
    }

    private void AddComment(YamlComment comment, TextContext context = TextContext.FrontMatterComment)
    {
        while (_open.Count > 1 && (comment.IsTrailing ? HoldsText(Top) : comment.Column <= Top.Column))
            CloseTop();
        Top.Add(comment.ToNode(_target, context));
    }

    private void CloseTop() => CloseTo(_open.Count - 1);

    private void CloseTo(int count)
    {
        while (_open.Count > count)
        {
            OpenNode top = Top;
            _open.RemoveAt(_open.Count - 1);
            Top.Add(top.Close());
        }
    }
}
