using System.Buffers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PostLint.Syntax;

/// <summary>What YamlDotNet says of a YAML text, up to its end or to the first defect.</summary>
/// <param name="Items">The events. Aliases are events, never expanded. Their marks count UTF-16 units from the start of the text.</param>
/// <param name="Failure">What stopped it, where it said so.</param>
/// <param name="IsTooDeep">Whether nesting stopped it.</param>
/// <param name="IsComplete">Whether all was read.</param>
internal sealed record YamlEvents(IReadOnlyList<ParsingEvent> Items, YamlException? Failure, bool IsTooDeep, bool IsComplete)
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 64;

    // YamlDotNet ends lines at each of these and the text at NUL; lines end at LF or CRLF here, and nothing is passed over.
    private static readonly SearchValues<char> s_foreign = SearchValues.Create("\0\r\u0085\u2028\u2029\uFEFF");

    public static YamlEvents Read(ReadOnlySpan<char> yaml)
    {
        var events = new List<ParsingEvent>();
        try
        {
            using var reader = new StringReader(Clean(yaml));
            int depth = ReadAll(new Parser(reader), events);
            return new(events, null, IsTooDeep: depth > MaxDepth, IsComplete: depth == 0);
        }
        catch (YamlException failure)
        {
            return new(events, failure, IsTooDeep: false, IsComplete: false);
        }
        catch (Exception e)
            when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // Faults of the library on hostile input: the reader by lines takes over.
            return new(events, null, IsTooDeep: false, IsComplete: false);
        }
    }

    /// <summary>Whether an event is a value or key, or starts one.</summary>
    public static bool IsPart(ParsingEvent item) => item is NodeEvent or AnchorAlias;

    /// <summary>Reads until the end, too deep, or a value that the library loses; returns the depth it stopped at.</summary>
    private static int ReadAll(Parser parser, List<ParsingEvent> events)
    {
        int depth = 0;
        Span<int> parts = stackalloc int[MaxDepth + 2];
        while (depth <= MaxDepth && parser.MoveNext())
        {
            ParsingEvent item = parser.Current!;
            // YamlDotNet passes over the value of an empty key, and sets empty keys at the start of the text: these are left to the reader
            // by lines.
            if (item is MappingEnd && int.IsOddInteger(parts[depth]))
                return depth;
            if (IsPart(item) && events is [.., var last] && item.Start.Index < last.Start.Index)
                return depth;
            if (IsPart(item))
                parts[depth]++;
            depth += item.NestingIncrease;
            if (item.NestingIncrease > 0)
                parts[depth] = 0;
            events.Add(item);
        }
        return depth;
    }

    private static string Clean(ReadOnlySpan<char> yaml)
    {
        bool isJson = yaml.TrimStart() is ['{' or '[', ..];
        if (!isJson && yaml.IndexOfAny(s_foreign) < 0)
            return yaml.ToString();
        char[] clean = yaml.ToArray();
        for (int i = 0; i < clean.Length; i++)
        {
            bool isLineEnd = clean[i] is '\r' && i + 1 < clean.Length && clean[i + 1] is '\n';
            // JSON may indent with tabs, YAML may not.
            if ((s_foreign.Contains(clean[i]) && !isLineEnd) || (isJson && clean[i] is '\t'))
                clean[i] = ' ';
        }
        return new(clean);
    }
}
