using System.Buffers;

namespace PostLint.Syntax;

/// <summary>Reads a bibliography in one pass: entries, fields, and the remarks of people in and between them.</summary>
internal sealed class BibtexParser
{
    private static readonly SearchValues<char> s_endOfKey = SearchValues.Create(",{}\"=@\n");
    private static readonly SearchValues<char> s_endOfName = SearchValues.Create(" \t\r\n,#{}()\"=%@'\\");

    private readonly TreeBuilder _builder;
    private readonly BibtexRemarks _remarks;
    private readonly string _text;
    private readonly BibtexScanner _scanner;

    private BibtexParser(SourceText source)
    {
        _builder = new(source);
        _remarks = new(_builder);
        _text = source.Text;
        _scanner = new(_text);
    }

    /// <summary>
    /// Reads a BibTeX or biblatex file. Entries are children of the root, with the remarks between them as comments; defects are problems
    /// of the tree.
    /// </summary>
    public static SyntaxTree Parse(SourceText source)
    {
        var parser = new BibtexParser(source);
        parser.ReadFile();
        return parser._builder.Build();
    }

    private void ReadFile()
    {
        int gap = 0;
        while (_scanner.FindEntry() is { } head)
        {
            _remarks.Add(_builder.Root, TextSpan.Between(gap, head.Start));
            ReadEntry(head);
            gap = _scanner.At;
        }
        _remarks.Add(_builder.Root, TextSpan.Between(gap, _text.Length));
    }

    private void ReadEntry(TextSpan head)
    {
        string type = BibtexFields.Type(_text.AsSpan(head.Start + 1, head.Length - 2).Trim());
        char close = _text[head.End - 1] is '{' ? '}' : ')';
        _scanner.At = head.End;
        if (type is "comment")
            ReadComment(head, close);
        else if (type is "preamble")
            ReadPreamble(head, close);
        else
            ReadFields(head, type, close);
    }

    private void ReadComment(TextSpan head, char close)
    {
        bool isClosed = _scanner.SkipGroup(close);
        var content = TextSpan.Between(head.End, isClosed ? _scanner.At - 1 : _scanner.At);
        _remarks.Add(_builder.Root, TextSpan.Between(head.Start, _scanner.At), content);
        if (!isClosed)
            Break(TextSpan.Between(head.Start, _scanner.At), "the comment is not closed");
    }

    private void ReadPreamble(TextSpan head, char close)
    {
        bool isClosed = _scanner.SkipGroup(close);
        var span = TextSpan.Between(head.Start, _scanner.At);
        _builder.Root.Add(
            new(NodeKind.BibEntry, span, TextContext.BibliographyField)
            {
                Name = "preamble",
                Content = TextSpan.Between(head.End, isClosed ? _scanner.At - 1 : _scanner.At),
            }
        );
        if (!isClosed)
            Break(span, "the preamble is not closed");
    }

    private void ReadFields(TextSpan head, string type, char close)
    {
        string? key = type is "string" ? null : ReadKey();
        List<Node> parts = [];
        string? defect = ReadParts(parts, close);
        if (defect is not null)
            _scanner.SkipToEntry();
        var span = TextSpan.Between(head.Start, defect is null ? _scanner.At : TrimEnd(head.End, _scanner.At));
        var entry = new Node(NodeKind.BibEntry, span, TextContext.BibliographyField)
        {
            Name = type,
            Value = key,
            Content = TextSpan.Between(head.End, defect is null ? span.End - 1 : span.End),
        };
        foreach (Node part in parts)
            entry.Add(part);
        _builder.Root.Add(entry);
        if (defect is null)
            return;
        // What could not be read is still somebody's words.
        _remarks.Add(entry, TextSpan.Between(parts is [.., var last] ? last.Span.End : head.End, span.End));
        Break(span, defect);
    }

    private string? ReadKey()
    {
        int start = _scanner.SkipSpace(_scanner.At);
        int end = _text.AsSpan(start).IndexOfAny(s_endOfKey);
        end = end < 0 ? _text.Length : start + end;
        // Without a comma it is no key but the first field, or nothing.
        if (end < _text.Length && _text[end] is '=' or '"' or '@' or '{')
            return null;
        _scanner.At = end;
        return _text.AsSpan(start, end - start).Trim().ToString();
    }

    /// <summary>Reads fields up to the closing mark; says what is wrong if it is not reached.</summary>
    private string? ReadParts(List<Node> parts, char close)
    {
        while (true)
        {
            SkipSeparators(parts);
            if (_scanner.IsAtEnd)
                return "the entry is not closed";
            if (_scanner.Current == close)
            {
                _scanner.At++;
                return null;
            }
            if (_scanner.Current is '@' && _scanner.HeadAt(_scanner.At) is not null)
                return "the entry is not closed before the next one";
            if (ReadField(parts) is { } defect)
                return defect;
        }
    }

    private string? ReadField(List<Node> parts)
    {
        int start = _scanner.At;
        int length = _text.AsSpan(start).IndexOfAny(s_endOfName);
        int nameEnd = length < 0 ? _text.Length : start + length;
        int equals = _scanner.SkipSpace(nameEnd);
        if (nameEnd == start || equals >= _text.Length || _text[equals] is not '=')
            return "a field needs a name, an equals sign and a value";
        _scanner.At = _scanner.SkipSpace(equals + 1);
        int valueStart = _scanner.At;
        if (!_scanner.SkipValue(out bool isGroup))
            return "a value is not complete";
        if (_scanner.At == valueStart)
            return "a field has no value";
        (string name, bool isRemark) = BibtexFields.Field(_text.AsSpan(start, nameEnd - start));
        var content = isGroup ? TextSpan.Between(valueStart + 1, _scanner.At - 1) : TextSpan.Between(valueStart, _scanner.At);
        var field = new Node(NodeKind.BibField, TextSpan.Between(start, _scanner.At), TextContext.BibliographyField)
        {
            Name = name,
            Content = content,
        };
        parts.Add(field);
        if (isRemark)
            _remarks.ShowField(field);
        return null;
    }

    private void SkipSeparators(List<Node> parts)
    {
        for (; !_scanner.IsAtEnd; _scanner.At++)
        {
            if (_scanner.Current is '%')
            {
                int end = _text.IndexOf('\n', _scanner.At);
                var line = TextSpan.Between(_scanner.At, end < 0 ? _text.Length : end);
                if (_remarks.Read(line) is { } remark)
                    parts.Add(remark);
                _scanner.At = line.End - (end < 0 ? 1 : 0);
            }
            else if (_scanner.Current is not (',' or ' ' or '\t' or '\r' or '\n'))
                return;
        }
    }

    private void Break(TextSpan span, string detail) => _builder.AddProblem(SyntaxProblemKind.BrokenEntry, span, detail);

    private int TrimEnd(int start, int end) => start + _text.AsSpan(start, end - start).TrimEnd().Length;
}
