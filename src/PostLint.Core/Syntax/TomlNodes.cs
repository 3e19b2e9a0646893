using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace PostLint.Syntax;

/// <summary>
/// Turns TOML and the comments in it into the nodes that the same data would give in YAML: tables are properties, arrays of tables lists.
/// What is broken is read as text, so that no word is lost.
/// </summary>
internal sealed class TomlNodes
{
    private readonly YamlTarget _target;
    private readonly TextSpan _toml;
    private readonly List<YamlComment> _comments;
    private int _comment;
    private int _done;

    private TomlNodes(YamlTarget target, TextSpan toml, List<YamlComment> comments) =>
        (_target, _toml, _comments, _done) = (target, toml, comments, toml.Start);

    /// <summary>Reads a TOML text with its comments as parts of a node; its defects become the tree's problems.</summary>
    public static void Read(YamlTarget target, OpenNode parent, TextSpan toml)
    {
        if (Parse(target.Builder.Source.Slice(toml).ToString()) is not { } document)
        {
            target.Builder.AddProblem(SyntaxProblemKind.TooDeep, new(toml.Start, 0), "values are nested deeper than is read");
            LooseYaml.ReadLive(target, parent, toml, YamlComment.FindAll(target, toml, []));
            return;
        }
        if (document.Diagnostics.FirstOrDefault(problem => problem.Kind is DiagnosticMessageKind.Error) is { } problem)
        {
            var at = new TextSpan(Math.Clamp(toml.Start + problem.Span.Offset, toml.Start, toml.End), 0);
            target.Builder.AddProblem(SyntaxProblemKind.InvalidYaml, at, "TOML cannot read this line");
        }
        var scalars = new List<TextSpan>();
        var reader = new TomlNodes(target, toml, []);
        foreach (StringValueSyntax text in StringsOf(document))
            scalars.Add(reader.SpanOf(text));
        reader._comments.AddRange(YamlComment.FindAll(target, toml, scalars));
        reader.ReadDocument(document, parent);
        reader.Pass(parent, toml.End);
    }

    /// <summary>Reads the lines of a comment that are TOML as parts of a node; false where they are none, and nothing is added.</summary>
    public static bool TryReadComment(YamlTarget target, OpenNode parent, IReadOnlyList<TextSpan> lines)
    {
        int first = 0;
        while (first < lines.Count && !LooksLikeToml(target.Builder.Source.Slice(lines[first])))
            first++;
        if (first == lines.Count)
            return false;
        var whole = TextSpan.Between(lines[first].Start, lines[^1].End);
        // The marks of the comment are blanked, at equal length, so that offsets stay those of the source.
        char[] bare = target.Builder.Source.Slice(whole).ToArray();
        int end = whole.Start;
        foreach (TextSpan line in lines.Skip(first).Append(new(whole.End, 0)))
        {
            for (int at = end; at < line.Start; at++)
                bare[at - whole.Start] = bare[at - whole.Start] is '\n' ? '\n' : ' ';
            end = line.End;
        }
        if (Parse(new(bare)) is not { HasErrors: false } document)
            return false;
        LooseYaml.Read(target, parent, [.. lines.Take(first)]);
        new TomlNodes(target, whole, []).ReadDocument(document, parent);
        return true;
    }

    /// <summary>The tree of a text, broken or not; null where it is nested too deeply.</summary>
    private static DocumentSyntax? Parse(string toml)
    {
        try
        {
            return SyntaxParser.Parse(toml, validate: false);
        }
        catch (TomlException)
        {
            return null;
        }
    }

    private static bool LooksLikeToml(ReadOnlySpan<char> line)
    {
        int key = line.IndexOfAnyExcept(s_keyCharacters);
        return line is ['[', .., ']'] || (key > 0 && line[key..].TrimStart() is ['=', ..]);
    }

    private static readonly System.Buffers.SearchValues<char> s_keyCharacters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.\"'"
    );

    private static IEnumerable<StringValueSyntax> StringsOf(SyntaxNode root)
    {
        var open = new Stack<SyntaxNode>();
        open.Push(root);
        while (open.TryPop(out SyntaxNode? node))
        {
            if (node is StringValueSyntax text)
                yield return text;
            for (int i = node.ChildrenCount - 1; i >= 0; i--)
            {
                if (node.GetChild(i) is { } child)
                    open.Push(child);
            }
        }
    }

    private TextSpan SpanOf(SyntaxNode node)
    {
        int start = Math.Clamp(_toml.Start + node.Span.Offset, _toml.Start, _toml.End);
        return TextSpan.Between(start, Math.Clamp(start + node.Span.Length, start, _toml.End));
    }

    private void ReadDocument(DocumentSyntax document, OpenNode parent)
    {
        foreach (KeyValueSyntax pair in document.KeyValues)
            ReadPair(pair, parent);
        for (int at = 0; at < document.Tables.ChildrenCount; )
            at = ReadTables(document.Tables, at, parent);
    }

    /// <summary>Reads a table, or a run of tables of one array; returns the index after them.</summary>
    private int ReadTables(SyntaxList<TableSyntaxBase> tables, int at, OpenNode parent)
    {
        TableSyntaxBase table = tables.GetChild(at)!;
        if (table.Name is not { } key || NamesOf(key) is not [_, ..] names)
            return at + 1;
        Pass(parent, SpanOf(table.OpenBracket ?? (SyntaxNode)key).Start);
        List<OpenNode> open = Open(key, names);
        if (table is not TableArraySyntax)
        {
            ReadTable(table, open[^1]);
            Close(open, parent);
            return at + 1;
        }
        string path = string.Join('\0', names);
        for (bool isFirst = true; at < tables.ChildrenCount && tables.GetChild(at) is TableArraySyntax { Name: { } name } next; at++)
        {
            if (!isFirst && string.Join('\0', NamesOf(name)) != path)
                break;
            if (!isFirst)
                Pass(open[^1], SpanOf(next.OpenBracket ?? (SyntaxNode)name).Start);
            isFirst = false;
            var item = new OpenNode(NodeKind.Item, new(SpanOf(name).End, 0), _target.Context);
            ReadTable(next, item);
            open[^1].Add(item.Close());
        }
        Close(open, parent);
        return at;
    }

    private void ReadTable(TableSyntaxBase table, OpenNode parent)
    {
        _done = SpanOf(table.CloseBracket ?? (SyntaxNode)table.Name!).End;
        foreach (KeyValueSyntax pair in table.Items)
            ReadPair(pair, parent);
    }

    private void ReadPair(KeyValueSyntax pair, OpenNode parent)
    {
        if (pair is not { Key: { } key, Value: { } value } || NamesOf(key) is not [_, ..] names)
            return;
        Pass(parent, SpanOf(key).Start);
        List<OpenNode> open = Open(key, names);
        _done = SpanOf(value).Start;
        open[^1].ValueStart = _done;
        ReadValue(value, open[^1]);
        Close(open, parent);
    }

    /// <summary>The properties that the parts of a dotted key open, each within the one before.</summary>
    private List<OpenNode> Open(KeySyntax key, string[] names)
    {
        TextSpan span = SpanOf(key);
        return [.. names.Select(name => new OpenNode(NodeKind.Property, span, _target.Context) { Name = name })];
    }

    private static void Close(List<OpenNode> open, OpenNode parent)
    {
        for (int i = open.Count - 1; i >= 0; i--)
            (i == 0 ? parent : open[i - 1]).Add(open[i].Close());
    }

    private string[] NamesOf(KeySyntax key) =>
        [.. key.DotKeys.Select(part => part.Key).Prepend(key.Key).OfType<BareKeyOrStringValueSyntax>().Select(NameOf)];

    private string NameOf(BareKeyOrStringValueSyntax key) =>
        key is StringValueSyntax text ? text.Value ?? "" : _target.Builder.Source.Slice(SpanOf(key)).ToString();

    private void ReadValue(ValueSyntax value, OpenNode parent)
    {
        switch (value)
        {
            case ArraySyntax array:
                foreach (ArrayItemSyntax item in array.Items)
                    ReadItem(item, parent);
                End(SpanOf(array), parent);
                break;
            case InlineTableSyntax table:
                foreach (InlineTableItemSyntax item in table.Items)
                {
                    if (item.KeyValue is { } pair)
                        ReadPair(pair, parent);
                }
                End(SpanOf(table), parent);
                break;
            case StringValueSyntax text:
                AddScalar(SpanOf(text), ContentOf(SpanOf(text)), text.Value, parent);
                break;
            default:
                TextSpan span = SpanOf(value);
                AddScalar(span, span, _target.Builder.Source.Slice(span).ToString(), parent);
                break;
        }
    }

    private void ReadItem(ArrayItemSyntax item, OpenNode parent)
    {
        if (item.Value is not { } value)
            return;
        int start = SpanOf(value).Start;
        Pass(parent, start);
        var open = new OpenNode(NodeKind.Item, new(start, 0), _target.Context);
        ReadValue(value, open);
        parent.Add(open.Close());
    }

    private void End(TextSpan span, OpenNode parent)
    {
        Pass(parent, span.End);
        parent.Extend(span.End);
    }

    private void AddScalar(TextSpan span, TextSpan content, string? value, OpenNode parent)
    {
        parent.Add(_target.Scalar(span, content, value));
        _done = span.End;
    }

    /// <summary>A string without its quotation marks, one or three on each side.</summary>
    private TextSpan ContentOf(TextSpan span)
    {
        ReadOnlySpan<char> text = _target.Builder.Source.Slice(span);
        if (text is not ['"' or '\'', ..])
            return span;
        bool isLong = text.Length >= 6 && text[1] == text[0] && text[2] == text[0];
        int marks = isLong ? 3 : 1;
        bool isClosed = text.Length >= 2 * marks && text[^1] == text[0];
        return TextSpan.Between(span.Start + marks, Math.Max(span.Start + marks, span.End - (isClosed ? marks : 0)));
    }

    /// <summary>Adds the comments up to an offset, and as text what stands there and is neither a value nor a mark.</summary>
    private void Pass(OpenNode parent, int before)
    {
        while (_comment < _comments.Count && _comments[_comment].Span.Start < before)
        {
            YamlComment comment = _comments[_comment++];
            AddText(parent, TextSpan.Between(_done, Math.Max(_done, comment.Span.Start)));
            parent.Add(comment.ToNode(_target, TextContext.FrontMatterComment));
            _done = Math.Max(_done, comment.Span.End);
        }
        AddText(parent, TextSpan.Between(_done, Math.Max(_done, before)));
        _done = Math.Max(_done, before);
    }

    private void AddText(OpenNode parent, TextSpan rest)
    {
        if (_target.Context is not TextContext.FrontMatter)
            return;
        foreach (TextSpan line in LooseYaml.LinesOf(_target, rest))
        {
            TextSpan words = _target.Trim(line);
            if (_target.HasWords(words))
                parent.Add(_target.Scalar(words, words, _target.Builder.Source.Slice(words).ToString()));
        }
    }
}
