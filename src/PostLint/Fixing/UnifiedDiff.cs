using System.Globalization;
using System.Text;

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
        if (edits.Edits.Count == 0)
            return "";
        var diff = new StringBuilder($"--- {source.Path}\n+++ {source.Path}\n");
        int shift = 0;
        for (int i = 0; i < edits.Edits.Count; )
        {
            int first = FirstLine(source, edits.Edits[i].Span),
                last = LastLine(source, edits.Edits[i].Span),
                end = i + 1;
            while (end < edits.Edits.Count && FirstLine(source, edits.Edits[end].Span) <= last + (2 * Context))
                last = Math.Max(last, LastLine(source, edits.Edits[end++].Span));
            shift += Hunk(source, edits.Edits.Skip(i).Take(end - i), first, last, shift, diff);
            i = end;
        }
        return diff.ToString();
    }

    private static int FirstLine(SourceText source, TextSpan span) => source.LineOf(span.Start);

    private static int LastLine(SourceText source, TextSpan span) => source.LineOf(span.IsEmpty ? span.Start : span.End - 1);

    /// <summary>Writes one hunk; returns by how many lines the text grows.</summary>
    private static int Hunk(
        SourceText source,
        IEnumerable<(TextSpan Span, string Replacement)> edits,
        int first,
        int last,
        int shift,
        StringBuilder diff
    )
    {
        int count = source.Text.EndsWith('\n') ? source.LineCount - 1 : source.LineCount;
        int from = Math.Max(1, first - Context),
            to = Math.Min(count, last + Context);
        last = Math.Min(last, count);
        string before = Lines(source, first, last),
            after = before;
        int start = source.LineSpan(first).Start;
        foreach ((TextSpan span, string replacement) in edits.Reverse())
        {
            int length = Math.Min(span.Length, after.Length - (span.Start - start));
            after = after.Remove(span.Start - start, length).Insert(span.Start - start, replacement);
        }
        string[] removed = Split(before),
            added = Split(after);
        int context = (first - from) + (to - last);
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{from},{context + removed.Length} +{from + shift},{context + added.Length} @@\n");
        foreach (string line in Split(Lines(source, from, first - 1)))
            Append(diff, ' ', line);
        foreach (string line in removed)
            Append(diff, '-', line);
        foreach (string line in added)
            Append(diff, '+', line);
        foreach (string line in Split(Lines(source, last + 1, to)))
            Append(diff, ' ', line);
        return added.Length - removed.Length;
    }

    /// <summary>Writes a line with its own end; one without is marked as the end of its file.</summary>
    private static void Append(StringBuilder diff, char mark, string line)
    {
        diff.Append(mark).Append(line);
        if (!line.EndsWith('\n'))
            diff.Append("\n\\ No newline at end of file\n");
    }

    private static string Lines(SourceText source, int first, int last)
    {
        if (last < first)
            return "";
        int start = source.LineSpan(first).Start,
            end = last < source.LineCount ? source.LineSpan(last + 1).Start : source.Text.Length;
        return source.Text[start..end];
    }

    /// <summary>Lines with their ends.</summary>
    private static string[] Split(string lines)
    {
        var split = new List<string>();
        for (int at = 0; at < lines.Length; )
        {
            int end = lines.IndexOf('\n', at);
            end = end < 0 ? lines.Length : end + 1;
            split.Add(lines[at..end]);
            at = end;
        }
        return [.. split];
    }
}
