using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PostLint.Syntax;

/// <summary>The ranges of YamlDotNet's events in the source.</summary>
internal static class YamlMarks
{
    /// <summary>The slice of a scalar that its text came from, without anchor, tag, quotes and block mark.</summary>
    public static TextSpan ContentOf(YamlTarget target, TextSpan yaml, Scalar scalar)
    {
        TextSpan span = SpanOf(target, yaml, scalar);
        int start = SkipAnchorAndTag(target.Text, span);
        if (scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted)
            return TextSpan.Between(Math.Min(start + 1, span.End), Math.Max(start + 1, span.End - 1));
        if (scalar.Style is not (ScalarStyle.Literal or ScalarStyle.Folded))
            return TextSpan.Between(start, span.End);
        int header = target.Text.IndexOf('\n', start, span.End - start);
        return header < 0 ? new(span.End, 0) : target.Trim(TextSpan.Between(header, span.End));
    }

    /// <summary>The range of a scalar, marks included; a block scalar ends with its last word, not with the blank lines below.</summary>
    public static TextSpan SpanOf(YamlTarget target, TextSpan yaml, Scalar scalar)
    {
        TextSpan span = MarksOf(yaml, scalar);
        return scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? target.Trim(span) : span;
    }

    /// <summary>The range between an event's marks, which may name a line end that the text does not have.</summary>
    public static TextSpan MarksOf(TextSpan yaml, ParsingEvent item)
    {
        int start = Math.Min(yaml.Start + (int)item.Start.Index, yaml.End);
        return TextSpan.Between(start, Math.Clamp(yaml.Start + (int)item.End.Index, start, yaml.End));
    }

    private static int SkipAnchorAndTag(string text, TextSpan span)
    {
        int at = span.Start;
        while (at < span.End && text[at] is '&' or '!')
        {
            while (at < span.End && !char.IsWhiteSpace(text[at]))
                at++;
            while (at < span.End && char.IsWhiteSpace(text[at]))
                at++;
        }
        return at;
    }
}
