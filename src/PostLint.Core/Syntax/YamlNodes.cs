using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PostLint.Syntax;

/// <summary>Turns the events of valid YAML and the comments between them into nodes.</summary>
internal sealed class YamlNodes
{
    private readonly YamlTarget _target;
    private readonly TextSpan _yaml;
    private readonly IReadOnlyList<ParsingEvent> _events;
    private readonly IReadOnlyList<YamlComment> _comments;
    private int _event;
    private int _comment;

    private YamlNodes(YamlTarget target, TextSpan yaml, YamlEvents events, IReadOnlyList<YamlComment> comments) =>
        (_target, _yaml, _events, _comments) = (target, yaml, events.Items, comments);

    /// <summary>Where the next event starts in the source.</summary>
    private int Next => YamlMarks.MarksOf(_yaml, _events[_event]).Start;

    /// <summary>Reads all documents of a YAML text as parts of a node.</summary>
    public static void Read(YamlTarget target, OpenNode parent, TextSpan yaml, YamlEvents events, IReadOnlyList<YamlComment> comments) =>
        new YamlNodes(target, yaml, events, comments).ReadDocuments(parent);

    /// <summary>Reads a small piece of YAML without comments as parts of a node; nothing is added if it is broken.</summary>
    public static bool TryRead(YamlTarget target, OpenNode parent, TextSpan yaml)
    {
        YamlEvents events = YamlEvents.Read(target.Builder.Source.Slice(yaml));
        if (!events.IsComplete)
            return false;
        Read(target, parent, yaml, events, []);
        parent.ValueStart = yaml.Start;
        parent.Extend(yaml.End);
        return true;
    }

    private void ReadDocuments(OpenNode parent)
    {
        while (_event < _events.Count)
        {
            AddComments(parent, Next);
            if (YamlEvents.IsPart(_events[_event]))
                ReadValue(parent);
            else
                _event++;
        }
        AddComments(parent, _yaml.End);
    }

    private void ReadValue(OpenNode parent)
    {
        switch (_events[_event])
        {
            case Scalar scalar:
                ReadScalar(parent, scalar);
                break;
            case MappingStart mapping:
                ReadMapping(parent, mapping.Style is MappingStyle.Flow);
                break;
            case SequenceStart sequence:
                ReadSequence(parent, sequence.Style is SequenceStyle.Flow);
                break;
            default:
                // An alias has no value of its own and is never expanded.
                parent.Add(new(NodeKind.Scalar, YamlMarks.MarksOf(_yaml, _events[_event++]), _target.Context));
                break;
        }
    }

    private void ReadScalar(OpenNode parent, Scalar scalar)
    {
        _event++;
        TextSpan content = YamlMarks.ContentOf(_target, _yaml, scalar);
        Node node = _target.Scalar(YamlMarks.SpanOf(_target, _yaml, scalar), content, scalar.Value);
        while (NextComment() is { } comment && comment.Span.Start < content.Start)
        {
            // Behind the mark of a block scalar.
            node.Add(comment.ToNode(_target, TextContext.FrontMatterComment));
            _comment++;
        }
        parent.Add(node);
    }

    private void ReadMapping(OpenNode parent, bool isFlow)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        int column = -1;
        for (_event++; _events[_event] is not MappingEnd; )
        {
            AddComments(parent, Next);
            if (column < 0 && !isFlow)
                column = _target.ColumnOf(Next);
            if (_events[_event] is Scalar key && !keys.Add(key.Value))
            {
                _target.Builder.AddProblem(
                    SyntaxProblemKind.DuplicateKey,
                    YamlMarks.SpanOf(_target, _yaml, key),
                    "the key stands twice here; only one of the values counts"
                );
            }
            ReadProperty(parent, column);
        }
        End(parent, isFlow, '}', column);
    }

    private void ReadProperty(OpenNode parent, int column)
    {
        TextSpan keySpan = YamlMarks.MarksOf(_yaml, _events[_event]);
        string name = _events[_event] is Scalar key ? key.Value : _target.Builder.Source.Slice(keySpan).ToString();
        var property = new OpenNode(NodeKind.Property, keySpan, _target.Context) { Name = name, Column = column };
        if (_events[_event] is Scalar or AnchorAlias)
            _event++;
        else
            ReadValue(property);
        ReadPart(parent, property);
    }

    private void ReadSequence(OpenNode parent, bool isFlow)
    {
        int from = Next;
        int column = -1;
        for (_event++; _events[_event] is not SequenceEnd; )
        {
            int start = isFlow ? Next : FindDash(from, Next);
            AddComments(parent, start);
            if (column < 0 && !isFlow)
                column = _target.ColumnOf(start);
            var item = new OpenNode(NodeKind.Item, new(start, isFlow || start == Next ? 0 : 1), _target.Context) { Column = column };
            ReadPart(parent, item);
            from = parent.End;
        }
        End(parent, isFlow, ']', column);
    }

    /// <summary>Reads the value of a property or item, with the comments before it.</summary>
    private void ReadPart(OpenNode parent, OpenNode part)
    {
        if (_events[_event] is Scalar { Value: "" } empty && empty.Start.Index == empty.End.Index)
        {
            _event++;
            AddComments(part, NextContent(), part.Column + 1);
        }
        else
        {
            AddComments(part, Next);
            part.ValueStart = Math.Max(Next, part.ValueStart);
            ReadValue(part);
        }
        parent.Add(part.Close());
    }

    /// <summary>The dash of the next item: behind the last one's end there are but blanks and comments.</summary>
    private int FindDash(int from, int to)
    {
        int comment = _comment;
        for (int at = from; at < to; at++)
        {
            while (comment < _comments.Count && _comments[comment].Span.End <= at)
                comment++;
            if (comment < _comments.Count && _comments[comment].Span.Contains(at))
                at = _comments[comment].Span.End - 1;
            else if (_target.Text[at] is '-' && (at + 1 == _yaml.End || char.IsWhiteSpace(_target.Text[at + 1])))
                return at;
        }
        return to;
    }

    private void End(OpenNode parent, bool isFlow, char mark, int column)
    {
        int end = Next;
        _event++;
        if (isFlow)
        {
            AddComments(parent, end);
            if (end < _yaml.End && _target.Text[end] == mark)
                parent.Extend(end + 1);
            return;
        }
        // Comments as far right as the parts belong here, though nothing live follows them. Items may stand under the dash's own key: then
        // the comment is the key's neighbour.
        AddComments(parent, NextContent(), Math.Max(column, parent.Column + 1));
    }

    private int NextContent()
    {
        for (int i = _event; i < _events.Count; i++)
        {
            if (YamlEvents.IsPart(_events[i]))
                return YamlMarks.MarksOf(_yaml, _events[i]).Start;
        }
        return _yaml.End;
    }

    private void AddComments(OpenNode parent, int before, int minColumn = 0)
    {
        while (NextComment() is { } comment && comment.Span.Start < before && (comment.Column >= minColumn || comment.IsTrailing))
        {
            parent.Add(comment.ToNode(_target, TextContext.FrontMatterComment));
            _comment++;
        }
    }

    private YamlComment? NextComment() => _comment < _comments.Count ? _comments[_comment] : null;
}
