using System.Globalization;

namespace PostLint.Syntax;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind
{
    Object,
    Array,
    String,

    /// <summary>A number, true, false or null.</summary>
    Other,
}

/// <summary>A JSON value that knows where it stands, which no reader of the framework tells in characters of the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its slice; for strings between the quotation marks, as written.</param>
internal sealed record JsonValue(JsonKind Kind, TextSpan Span)
{
    private const int MaxDepth = 64;
    private static readonly IReadOnlyList<(string, JsonValue)> s_none = [];

    /// <summary>The members of an object, or the items of an array under empty names, in the order of the text.</summary>
    public IReadOnlyList<(string Name, JsonValue Value)> Members { get; private init; } = s_none;

    /// <summary>The first member of a name; null where there is none.</summary>
    public JsonValue? this[string name]
    {
        get
        {
            foreach ((string key, JsonValue value) in Members)
            {
                if (key == name && Kind is JsonKind.Object)
                    return value;
            }
            return null;
        }
    }

    /// <summary>Reads a text; null for what is no JSON, or nested more than 64 deep. What is cut off counts as far as it goes.</summary>
    public static JsonValue? Parse(string text)
    {
        int at = 0;
        return Read(text, ref at, 0);
    }

    /// <summary>Whether a text is nested deeper than is read.</summary>
    public static bool IsTooDeep(string text)
    {
        int depth = 0;
        for (int at = 0; at < text.Length && depth <= MaxDepth; at++)
        {
            if (text[at] is '{' or '[')
                depth++;
            else if (text[at] is '}' or ']')
                depth--;
            else if (text[at] is '"')
            {
                for (at++; at < text.Length && text[at] is not '"'; at++)
                    at += text[at] is '\\' ? 1 : 0;
            }
        }
        return depth > MaxDepth;
    }

    private static JsonValue? Read(string text, ref int at, int depth)
    {
        SkipBlanks(text, ref at);
        if (at >= text.Length || depth > MaxDepth)
            return null;
        return text[at] switch
        {
            '{' or '[' => ReadMembers(text, ref at, depth),
            '"' => ReadString(text, ref at),
            _ => ReadOther(text, ref at),
        };
    }

    private static JsonValue? ReadMembers(string text, ref int at, int depth)
    {
        int start = at;
        bool isObject = text[at++] == '{';
        var members = new List<(string, JsonValue)>();
        while (true)
        {
            SkipBlanks(text, ref at);
            if (at >= text.Length)
                break;
            if (text[at] is '}' or ']')
            {
                at++;
                break;
            }
            if (text[at] == ',')
            {
                at++;
                continue;
            }
            string name = "";
            if (isObject)
            {
                if (text[at] != '"')
                    return null;
                name = Decode(text, ReadString(text, ref at).Span);
                SkipBlanks(text, ref at);
                if (at >= text.Length || text[at] != ':')
                    break;
                at++;
            }
            if (Read(text, ref at, depth + 1) is not { } value)
                return null;
            members.Add((name, value));
        }
        return new(isObject ? JsonKind.Object : JsonKind.Array, TextSpan.Between(start, at)) { Members = members };
    }

    private static JsonValue ReadString(string text, ref int at)
    {
        int start = ++at;
        while (at < text.Length)
        {
            int found = text.AsSpan(at).IndexOfAny('"', '\\');
            if (found < 0)
            {
                at = text.Length;
                return new(JsonKind.String, TextSpan.Between(start, at));
            }
            at += found;
            if (text[at] == '"')
                break;
            at = Math.Min(at + 2, text.Length);
        }
        return new(JsonKind.String, TextSpan.Between(start, Math.Min(at++, text.Length)));
    }

    private static JsonValue? ReadOther(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '+' or '-'))
            at++;
        return at > start ? new(JsonKind.Other, TextSpan.Between(start, at)) : null;
    }

    private static void SkipBlanks(string text, ref int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
            at++;
    }

    /// <summary>The text that a string stands for.</summary>
    public static string Decode(string text, TextSpan span)
    {
        if (text.AsSpan(span.Start, span.Length).IndexOf('\\') < 0)
            return text.Substring(span.Start, span.Length);
        var decoded = new System.Text.StringBuilder(span.Length);
        for (int at = span.Start; at < span.End; )
        {
            decoded.Append(CharacterAt(text, at, span.End, out int length));
            at += length;
        }
        return decoded.ToString();
    }

    /// <summary>The character at an offset in a string, and how many characters of the text write it.</summary>
    public static char CharacterAt(string text, int at, int end, out int length)
    {
        length = 1;
        if (text[at] != '\\' || at + 1 >= end)
            return text[at];
        length = 2;
        switch (text[at + 1])
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u'
                when at + 6 <= end
                    && ushort.TryParse(
                        text.AsSpan(at + 2, 4),
                        NumberStyles.AllowHexSpecifier,
                        CultureInfo.InvariantCulture,
                        out ushort unit
                    ):
                length = 6;
                return (char)unit;
            default:
                return text[at + 1];
        }
    }
}
