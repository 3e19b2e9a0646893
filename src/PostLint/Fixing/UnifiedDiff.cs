using System.Globalization;
using System.Text;
using PostLint.Syntax;

namespace PostLint.Fixing;

/// <summary>Shows changes as <c>diff -u</c> does, from the changes themselves.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference; empty where nothing changes.</summary>
    /// <param name="source">The text before.</param>
    /// <param name="edits">The changes.</param>
    public static string Of(SourceText source, TextEdits edits)
    {
        if (edits.Edits.Count == 0) return "";
        var diff = new StringBuilder($"--- {source.Path}\n+++ {source.Path}\n");
        int shift = 0;
        for (int i = 0; i < edits.Edits.Count;)
        {
            int first = FirstLine(source, edits.Edits[i].Span), last = LastLine(source, edits.Edits[i].Span), end = i + 1;
            while (end < edits.Edits.Count && FirstLine(source, edits.Edits[end].Span) <= last + (2 * Context)) last = Math.Max(last, LastLine(source, edits.Edits[end++].Span));
            shift += Hunk(source, edits.Edits.Skip(i).Take(end - i), first, last, shift, diff);
            i = end;
        }
        return diff.ToString();
    }

    private static int FirstLine(SourceText source, TextSpan span) => source.LineOf(span.Start);

    private static int LastLine(SourceText source, TextSpan span) => source.LineOf(span.IsEmpty ? span.Start : span.End - 1);

    /// <summary>Writes one hunk; returns by how many lines the text grows.</summary>
    private static int Hunk(SourceText source, IEnumerable<(TextSpan Span, string Replacement)> edits, int first, int last, int shift, StringBuilder diff)
    {
        int from = Math.Max(1, first - Context), to = Math.Min(source.LineCount, last + Context);
        string before = Lines(source, first, last), after = before;
        int start = source.LineSpan(first).Start;
        foreach ((TextSpan span, string replacement) in edits.Reverse())
        {
            int length = Math.Min(span.Length, after.Length - (span.Start - start));
            after = after.Remove(span.Start - start, length).Insert(span.Start - start, replacement);
        }
        string[] removed = Split(before), added = Split(after);
        int context = (first - from) + (to - last);
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{from},{context + removed.Length} +{from + shift},{context + added.Length} @@\n");
        for (int line = from; line < first; line++) diff.Append(' ').Append(source.Slice(source.LineSpan(line))).Append('\n');
        foreach (string line in removed) diff.Append('-').Append(line).Append('\n');
        foreach (string line in added) diff.Append('+').Append(line).Append('\n');
        for (int line = last + 1; line <= to; line++) diff.Append(' ').Append(source.Slice(source.LineSpan(line))).Append('\n');
        return added.Length - removed.Length;
    }

    private static string Lines(SourceText source, int first, int last)
    {
        int start = source.LineSpan(first).Start, end = last < source.LineCount ? source.LineSpan(last + 1).Start : source.Text.Length;
        return source.Text[start..end];
    }

    private static string[] Split(string lines)
    {
        if (lines.Length == 0) return [];
        string[] split = lines.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return split[^1].Length == 0 ? split[..^1] : split;
    }
}
